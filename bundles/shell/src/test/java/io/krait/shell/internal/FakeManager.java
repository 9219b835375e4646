package io.krait.shell.internal;

import io.krait.api.HookName;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import io.krait.testing.PluginsInMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Plugins that people look at; an archive is a text, the identifier of the plugin in it. */
final class FakeManager extends PluginsInMemory {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String VERSION = "1.2.3";

  FakeManager with(ManagedPlugin plugin) {
    put(plugin);
    return this;
  }

  static ManagedPlugin plugin(String id, PluginState state, String reason) {
    long pid = ProcessHandle.current().pid();
    Instant since = NOW.minusSeconds(3 * 60 + 7);
    var plugin =
        ManagedPlugin.builder(id, VERSION, Path.of("/plugins", id))
            .name("The plugin " + id)
            .enabled(state != PluginState.DISABLED)
            .state(state)
            .since(since)
            .reason(reason)
            .lastLines(List.of("Traceback", "ImportError: no module named spam"));
    if (state == PluginState.RUNNING) {
      plugin
          .process(Optional.of(new ProcessFacts("process " + pid, Optional.of(pid), since, "lane")))
          .hooks(Set.of(HookName.ON_ACTIVATE, HookName.MESSAGE_WILL_BE_POSTED));
    }
    return plugin.build();
  }

  static ManagedPlugin with(SettingsSchema schema, ManagedPlugin plugin) {
    return plugin.toBuilder().settingsSchema(Optional.of(schema)).build();
  }

  @Override
  public List<NodePlugin> nodes() {
    return list().stream()
        .flatMap(plugin -> Stream.of("one", "two").map(node -> NodePlugin.of(node, plugin)))
        .toList();
  }

  @Override
  protected CompletableFuture<ManagedPlugin> install(byte[] archive, boolean replace) {
    String id = new String(archive, StandardCharsets.UTF_8);
    asked().add("install " + id + (replace ? " replacing" : ""));
    return install(id, VERSION);
  }

  @Override
  protected ManagedPlugin fresh(String id, String version) {
    return plugin(id, PluginState.DISABLED, "");
  }

  @Override
  protected ManagedPlugin turned(ManagedPlugin before, PluginState state) {
    return plugin(before.id(), state, "");
  }
}
