package io.krait.host.internal.plugin;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.PluginHooks;
import java.util.List;
import java.util.Optional;

/** A dispatcher with one plugin, whose hooks are called by the calling thread. */
public final class RunningPlugins implements HookDispatcher {
  private final String id;
  private final PluginHooks hooks;

  /** The plugin {@code id} runs, and handles these hooks. */
  public RunningPlugins(String id, PluginHooks hooks) {
    this.id = id;
    this.hooks = hooks;
  }

  @Override
  public AsyncPluginHooks async() {
    throw new UnsupportedOperationException("the host waits");
  }

  @Override
  public PluginHooks blocking() {
    return hooks;
  }

  @Override
  public Optional<AsyncPluginHooks> async(String pluginId) {
    throw new UnsupportedOperationException("the host waits");
  }

  @Override
  public Optional<PluginHooks> blocking(String pluginId) {
    return pluginId.equals(id) ? Optional.of(hooks) : Optional.empty();
  }

  @Override
  public List<String> handlersOf(HookName hook) {
    return List.of(id);
  }

  @Override
  public List<HookStatistics> statistics() {
    return List.of();
  }
}
