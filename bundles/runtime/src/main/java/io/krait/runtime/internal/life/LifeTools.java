package io.krait.runtime.internal.life;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import io.krait.runtime.internal.dispatch.HookDispatch;
import io.krait.runtime.internal.plugins.InstalledPlugins;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.supervisor.PluginConnection;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * What the lives of all plugins share.
 *
 * @param executor runs the steps of all plugins
 * @param timer knows when a wait has been long enough; runs nothing that takes time
 * @param hooks how the hooks of a plugin that answers are called
 * @param hooksInTurn the same so that it begins calls in their order; empty where it cannot
 * @param publisher shows running plugins to all bundles
 */
record LifeTools(
    Executor executor,
    ScheduledExecutorService timer,
    InstantSource clock,
    LifeSettings settings,
    ManifestReader manifests,
    InstalledPlugins installed,
    Choices choices,
    HookDispatch dispatch,
    HookClients hooks,
    Function<PluginConnection, Optional<AsyncPluginHooks>> hooksInTurn,
    Publisher publisher,
    PluginLogBook logs,
    LifeEvents events) {

  /** How the hooks of plugins that answer are called. */
  @FunctionalInterface
  interface HookClients {

    /**
     * The hooks of a plugin.
     *
     * @param debugging whether the plugin may take as long as it likes
     */
    AsyncPluginHooks of(PluginConnection connection, boolean debugging);
  }

  /** Shows a running plugin to all bundles. */
  @FunctionalInterface
  interface Publisher {

    /**
     * Publishes a plugin.
     *
     * @return ends it
     */
    Runnable publish(String pluginId, String version, Set<HookName> handled, PluginHooks hooks);
  }
}
