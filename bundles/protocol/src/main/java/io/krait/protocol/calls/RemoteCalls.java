package io.krait.protocol.calls;

import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.krait.api.AppError;
import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.protocol.CallTransport;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.RemoteErrors;
import io.krait.protocol.convert.MalformedMessageException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** How generated clients reach the peer: they send, and decode what comes back. */
public final class RemoteCalls {

  private final CallTransport transport;
  private final Channel channel;
  private final @Nullable OpenChannel shared;
  private final FlowCalls streams;
  private final Function<MethodDescriptor<?, ?>, @Nullable Duration> deadlines;

  /**
   * Calls through {@code transport}, and streams over {@code channel}.
   *
   * @param deadlines how long a call of each method may take; null for no limit
   */
  public RemoteCalls(
      CallTransport transport,
      Channel channel,
      FlowCalls streams,
      Function<MethodDescriptor<?, ?>, @Nullable Duration> deadlines) {
    this(transport, channel, null, streams, deadlines);
  }

  private RemoteCalls(
      CallTransport transport,
      Channel channel,
      @Nullable OpenChannel shared,
      FlowCalls streams,
      Function<MethodDescriptor<?, ?>, @Nullable Duration> deadlines) {
    this.transport = transport;
    this.channel = channel;
    this.shared = shared;
    this.streams = streams;
    this.deadlines = deadlines;
  }

  /** Calls over {@code channel} alone, with the deadlines that the contract declares for hooks. */
  public static RemoteCalls over(OpenChannel channel, FlowCalls streams) {
    return over(channel, streams, HookName::deadline);
  }

  /**
   * Calls over {@code channel} alone.
   *
   * @param deadlines how long a call of each hook may take, asked for at each; empty for no limit
   */
  public static RemoteCalls over(
      OpenChannel channel, FlowCalls streams, Function<HookName, Optional<Duration>> deadlines) {
    return new RemoteCalls(
        channel.calls(),
        channel.grpc(),
        channel,
        streams,
        method ->
            HookName.of(String.valueOf(method.getBareMethodName()))
                .flatMap(deadlines)
                .orElse(null));
  }

  /**
   * The same for calls that the peer begins one after the other, see {@link
   * CallTransport#inTurn()}; they have no deadlines.
   */
  public Optional<RemoteCalls> inTurn() {
    return transport
        .inTurn()
        .map(turns -> new RemoteCalls(turns, channel, shared, streams, method -> null));
  }

  /**
   * Calls and waits.
   *
   * @throws AppError where the call fails, or the waiting thread is interrupted, which ends the
   *     call
   */
  <Q, R, T> T call(MethodDescriptor<Q, R> method, Q request, Function<R, T> decode) {
    return decoded(method, transport.await(method, request, deadlines.apply(method)), decode);
  }

  /** Calls without waiting. Cancelling the stage's future cancels the call. */
  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the result.
  <Q, R, T> CompletionStage<T> callAsync(
      MethodDescriptor<Q, R> method, Q request, Function<R, T> decode) {
    CompletableFuture<R> response = transport.call(method, request, deadlines.apply(method));
    CompletableFuture<T> result = new CompletableFuture<>();
    response.whenComplete(
        (message, failure) -> {
          if (failure != null) {
            result.completeExceptionally(RemoteErrors.toAppError(failure, method));
            return;
          }
          try {
            result.complete(decoded(method, message, decode));
          } catch (AppError error) {
            result.completeExceptionally(error);
          }
        });
    result.whenComplete(
        (value, failure) -> {
          if (result.isCancelled()) {
            response.cancel(true);
          }
        });
    return result;
  }

  <Q, R> Flow.Publisher<R> stream(MethodDescriptor<Q, R> method, Flow.Publisher<Q> requests) {
    Duration deadline = deadlines.apply(method);
    return shared != null && deadline == null
        ? streams.call(shared, method, requests)
        : streams.call(channel, method, requests, deadline);
  }

  private static <R, T> T decoded(
      MethodDescriptor<?, R> method, R response, Function<R, T> decode) {
    try {
      return decode.apply(response);
    } catch (MalformedMessageException | IllegalArgumentException malformed) {
      throw AppError.builder()
          .id(RemoteErrors.ID_PREFIX + "malformed_response")
          .message("the peer's answer is malformed: " + malformed.getMessage())
          .where(method.getFullMethodName())
          .statusCode(502)
          .cause(malformed)
          .build();
    }
  }
}
