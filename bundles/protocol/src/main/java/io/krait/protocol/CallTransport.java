package io.krait.protocol;

import io.grpc.MethodDescriptor;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The seam that every call with one question and one answer passes, so that another way of carrying
 * calls can take the place of one gRPC call each without a caller knowing.
 */
@FunctionalInterface
public interface CallTransport {

  /**
   * Calls the peer.
   *
   * <p>May be called from any thread, never blocks, and never throws what the peer is to blame for.
   * Cancelling the future, or completing it in any other way, cancels the call; cancelling a stage
   * derived from it does not.
   *
   * @param deadline after how much time to give up, from now on; null for never
   * @return fails with an {@link AppError}; completed on one of the transport's own threads
   */
  <Q, R> CompletableFuture<R> call(
      MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline);

  /**
   * A transport for calls that the peer begins one after the other, in the order in which they are
   * made here, without waiting here for the answers between them. A deadline makes no sense for
   * them: whoever makes them cancels the one that takes too long from its turn on.
   *
   * @return empty where the peer cannot keep an order, and whoever wants one makes a call at a time
   */
  default Optional<CallTransport> inTurn() {
    return Optional.empty();
  }

  /**
   * Calls the peer and waits for the answer. A thread that is interrupted while it waits cancels
   * the call and stays interrupted.
   *
   * @throws AppError where the call fails
   */
  default <Q, R> R await(MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
    return awaited(method, call(method, request, deadline));
  }

  /**
   * Waits for a call's answer. A thread that is interrupted while it waits cancels the call and
   * stays interrupted.
   *
   * @throws AppError where the call fails
   */
  static <R> R awaited(MethodDescriptor<?, R> method, CompletableFuture<R> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw RemoteErrors.toAppError(e, method);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw RemoteErrors.of(
              "interrupted",
              499,
              method,
              "interrupted while waiting for the answer of " + RemoteErrors.name(method))
          .cause(e)
          .build();
    }
  }
}
