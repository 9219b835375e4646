package io.krait.webconsole.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.api.management.ProcessUsages;
import io.krait.webconsole.fixture.LivelyPlugins;
import java.util.Optional;

/** All services, or none of them. */
record FakeKrait(Optional<LivelyPlugins> plugins) implements Krait {

  static Krait of(LivelyPlugins plugins) {
    return new FakeKrait(Optional.of(plugins));
  }

  static Krait absent() {
    return new FakeKrait(Optional.empty());
  }

  @Override
  public Optional<PluginManager> manager() {
    return plugins.map(PluginManager.class::cast);
  }

  @Override
  public Optional<PluginLogs> logs() {
    return plugins.map(PluginLogs.class::cast);
  }

  @Override
  public Optional<HookDispatcher> dispatcher() {
    return plugins.map(HookDispatcher.class::cast);
  }

  @Override
  public Optional<ProcessUsages> usages() {
    return plugins.map(ProcessUsages.class::cast);
  }
}
