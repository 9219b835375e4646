package io.krait.hostkit.testing;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.testing.PluginsInMemory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** Plugins in memory; an archive is a text, the identifier of the plugin in it. */
public class FakePluginManager extends PluginsInMemory {
  private static final String VERSION = "1.0.0";

  private CompletionStage<?> answer = CompletableFuture.completedStage(null);
  private int inUse;
  private final ComponentServiceObjects<PluginManager> objects =
      new ComponentServiceObjects<>() {
        @Override
        public PluginManager getService() {
          inUse++;
          return FakePluginManager.this;
        }

        @Override
        public void ungetService(PluginManager manager) {
          inUse--;
        }

        @Override
        public ServiceReference<PluginManager> getServiceReference() {
          throw new UnsupportedOperationException();
        }
      };

  /** What a component gets of it. */
  public final ComponentServiceObjects<PluginManager> objects() {
    return objects;
  }

  /** How often it has been fetched and not been given back. */
  public final int inUse() {
    return inUse;
  }

  /** From now on every request is answered like this, or done once this is. */
  public final void answersWith(CompletionStage<ManagedPlugin> always) {
    answer = always;
  }

  /** There is a plugin in this state. */
  public final ManagedPlugin has(String id, PluginState state) {
    return put(named(id, VERSION, state));
  }

  private static ManagedPlugin named(String id, String version, PluginState state) {
    return plugin(id, version, state).toBuilder().name("Name of " + id).build();
  }

  @Override
  protected CompletableFuture<ManagedPlugin> install(byte[] archive, boolean replace) {
    String id = new String(archive, StandardCharsets.UTF_8);
    asked().add((replace ? "replace " : "install ") + id);
    return install(id, VERSION);
  }

  @Override
  protected ManagedPlugin fresh(String id, String version) {
    return named(id, version, PluginState.DISABLED);
  }

  @Override
  protected CompletionStage<?> gate(String id) {
    return answer;
  }
}
