package io.krait.deploy.internal;

import io.krait.api.management.PluginManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Removes plugins whose origin is gone. */
record Removal(PluginManager manager) {

  /**
   * Removes a plugin; one that is gone already is as good as removed.
   *
   * @param pluginId may be empty, where nothing came of the origin or its plugin is another's now
   */
  CompletionStage<?> of(String pluginId) {
    if (pluginId.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return manager
        .remove(pluginId)
        .handle(
            (removed, failure) -> {
              if (failure != null && !Failure.of(failure).isUnknownPlugin()) {
                throw new CompletionException(Failure.of(failure).cause());
              }
              return removed;
            });
  }
}
