package io.krait.welcome.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginState;
import io.krait.testing.PluginsInMemory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Plugins that take their time; an archive is a text, the identifier of the plugin in it. */
final class FakeManager extends PluginsInMemory {

  private static final String VERSION = "1.0.0";

  private final List<Runnable> atLook = new ArrayList<>();
  private boolean later;

  /** Has something happen when the plugins are looked at the next time. */
  void atNextLook(Runnable happening) {
    atLook.add(happening);
  }

  void put(String id, PluginState state, String reason) {
    put(plugin(id, VERSION, state).toBuilder().reason(reason).build());
  }

  /** Has the next plugin be enabled only after a while, and look disabled until then. */
  void enableLater() {
    later = true;
  }

  @Override
  protected CompletableFuture<ManagedPlugin> install(byte[] archive, boolean replace)
      throws ManagementException {
    String id = new String(archive, StandardCharsets.UTF_8);
    asked().add("install " + id);
    if (id.isEmpty()) {
      throw new ManagementException(ManagementException.Problem.INVALID, "the archive is empty");
    }
    return install(id, VERSION);
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    if (later) {
      later = false;
      return CompletableFuture.supplyAsync(
          () -> super.enable(id).join(),
          CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
    }
    return super.enable(id);
  }

  @Override
  public List<ManagedPlugin> list() {
    List<Runnable> happenings = List.copyOf(atLook);
    atLook.clear();
    List<ManagedPlugin> seen = super.list();
    happenings.forEach(Runnable::run);
    return seen;
  }
}
