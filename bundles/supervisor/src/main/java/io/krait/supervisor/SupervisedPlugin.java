package io.krait.supervisor;

import java.util.concurrent.CompletableFuture;

/** A plugin under supervision. All methods return at once and may be called from any thread. */
public interface SupervisedPlugin {

  /**
   * Starts the plugin, also where it has failed before; its failures are forgotten. Where it runs
   * already nothing happens.
   *
   * @return completes when it runs; fails with a {@link PluginStartException}
   */
  CompletableFuture<Void> start();

  /**
   * Stops the plugin, whatever it is doing.
   *
   * @return completes when its process and all that it has started are gone
   */
  CompletableFuture<Void> stop();

  /** How it is. */
  SupervisionStatus status();
}
