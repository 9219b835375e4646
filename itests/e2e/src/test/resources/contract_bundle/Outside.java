import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.api.host.SamlLogins;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * What an integrator brings: a second node, which says something to the plugin as soon as it is
 * listened to, and a provider of SAML, which vouches for the user who the manifest names.
 */
public final class Outside implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    context.registerService(ClusterEvents.class, new TwoNodes(), null);
    ServiceReference<SamlLogins> logins = context.getServiceReference(SamlLogins.class);
    context
        .getService(logins)
        .accept(context.getBundle().getHeaders().get("User"), Bytes.utf8("{\"subject\": \"bob\"}"));
  }

  @Override
  public void stop(BundleContext context) {}

  private static final class TwoNodes implements ClusterEvents {
    @Override
    public String nodeId() {
      return "this";
    }

    @Override
    public Set<String> nodes() {
      return Set.of("this", "other");
    }

    @Override
    public CompletionStage<Void> publish(ClusterMessage message) {
      return CompletableFuture.completedStage(null);
    }

    @Override
    public Subscription subscribe(String topic, ClusterListener listener) {
      if (topic.equals(ClusterEvent.PLUGINS)) {
        listener.received(
            new ClusterEvent(
                "1",
                "other",
                ClusterEvent.topicOf("com.example.contract"),
                "told",
                Bytes.utf8("by the other")));
      }
      return () -> {};
    }
  }
}
