package io.krait.host.internal.cluster;

import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents.Subscription;
import io.krait.api.host.ClusterListener;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who listens to what. It is called by one thread, or by a test. */
final class Subscriptions {

  private static final System.Logger LOGGER = System.getLogger(Subscriptions.class.getName());

  private final List<Subscribed> all = new CopyOnWriteArrayList<>();

  private static final class Subscribed implements Subscription {
    private final String topic;
    private final ClusterListener listener;
    private final List<Subscribed> among;
    private boolean closed;

    Subscribed(String topic, ClusterListener listener, List<Subscribed> among) {
      this.topic = topic;
      this.listener = listener;
      this.among = among;
    }

    boolean wants(String named) {
      return topic.endsWith("/") ? named.startsWith(topic) : named.equals(topic);
    }

    // Whoever closes it waits for the call that is under way, but for its own.
    synchronized void tell(Consumer<ClusterListener> telling) {
      if (closed) {
        return;
      }
      try {
        telling.accept(listener);
      } catch (RuntimeException failure) {
        LOGGER.log(Level.WARNING, "a listener to " + topic + " of other nodes has failed", failure);
      }
    }

    @Override
    public void close() {
      among.remove(this);
      synchronized (this) {
        closed = true;
      }
    }
  }

  Subscription add(String topic, ClusterListener listener) {
    Subscribed added = new Subscribed(topic, listener, all);
    all.add(added);
    return added;
  }

  void received(ClusterEvent event) {
    for (Subscribed each : all) {
      if (each.wants(event.topic())) {
        each.tell(listener -> listener.received(event));
      }
    }
  }

  void missed() {
    all.forEach(each -> each.tell(ClusterListener::missed));
  }

  void nodesChanged(Set<String> nodes) {
    all.forEach(each -> each.tell(listener -> listener.nodesChanged(nodes)));
  }
}
