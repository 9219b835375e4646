package io.krait.supervisor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes part in the life of a supervised plugin. For one plugin, methods other than {@link
 * #printed} are called one after the other; none may block.
 */
public interface PluginObserver {

  /**
   * The plugin answers: after a start, and after each restart. It runs as soon as the result has
   * completed, and has failed to start if the result fails.
   */
  default CompletionStage<Void> opened(PluginConnection connection) {
    return CompletableFuture.completedFuture(null);
  }

  /** The plugin is about to be stopped, which waits for the result, but not for ever. */
  default CompletionStage<Void> closing(PluginConnection connection) {
    return CompletableFuture.completedFuture(null);
  }

  /** The plugin is gone without having been stopped. It may be back. */
  default void lost(PluginConnection connection, String reason) {}

  /** Its state has changed, or, while it starts, the reason that says what is being done. */
  default void changed(SupervisionStatus status) {}

  /** It has printed something. Called on threads that read its output, which stops meanwhile. */
  default void printed(OutputRecord line) {}
}
