package io.krait.runtime.internal.dispatch;

import io.krait.api.Nullable;
import java.util.concurrent.CompletableFuture;

/**
 * What goes from plugin to plugin, one call at a time. Cancelling it ends the call that is made.
 */
abstract class AskingPass<R> extends CompletableFuture<R> {

  private volatile @Nullable CompletableFuture<?> current;

  /** Takes note of the call that is made; it ends at once where the pass has been cancelled. */
  final void asking(CompletableFuture<?> call) {
    current = call;
    if (isCancelled()) {
      call.cancel(true);
    }
  }

  @Override
  public final boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    CompletableFuture<?> running = current;
    if (cancelled && running != null) {
      running.cancel(mayInterruptIfRunning);
    }
    return cancelled;
  }

  /** Futures that follow this one are plain ones: cancelling them is not cancelling the pass. */
  @Override
  public final <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
