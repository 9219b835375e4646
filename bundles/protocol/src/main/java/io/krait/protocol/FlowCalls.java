package io.krait.protocol;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.krait.api.Nullable;
import io.krait.protocol.internal.FlowClient;
import io.krait.protocol.internal.FlowServer;
import io.krait.protocol.internal.NoMessages;
import io.krait.protocol.internal.RestOfAnswer;
import io.krait.protocol.internal.SharedCalls;
import io.krait.protocol.internal.ShortStream;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Streaming calls as {@link Flow} publishers. Each direction carries as much as its reader asks
 * for: a publisher is asked for more when the call has room, and the call when the subscriber has.
 * A handful of messages of either direction is in memory at a time, however long the stream is.
 *
 * <p>Publishers take one subscriber, and signal on the transport's own threads.
 */
public final class FlowCalls {

  private final TransportRuntime runtime;

  /** Calls that run on the threads of {@code runtime}. */
  public FlowCalls(TransportRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * A call, which begins when the result is subscribed to.
   *
   * <p>When the answers end before the requests, the requests are cancelled. Cancelling the
   * subscription cancels the call and the requests. An error of the requests cancels the call.
   *
   * @param requests subscribed to once the call has begun
   * @param deadline after how much time to give up, from now on; null for never
   * @return fails with an {@link io.krait.api.AppError}
   */
  public <Q, R> Flow.Publisher<R> call(
      Channel channel,
      MethodDescriptor<Q, R> method,
      Flow.Publisher<? extends Q> requests,
      @Nullable Duration deadline) {
    return call(channel, method, requests, deadline, new Metadata(), runtime.callbacks());
  }

  private static <Q, R> Flow.Publisher<R> call(
      Channel channel,
      MethodDescriptor<Q, R> method,
      Flow.Publisher<? extends Q> requests,
      @Nullable Duration deadline,
      Metadata headers,
      Executor signals) {
    CallOptions options = CallOptions.DEFAULT;
    if (deadline != null) {
      options = options.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
    }
    return new FlowClient<>(channel, method, options, headers, requests, signals);
  }

  /**
   * A call without a deadline, which shares the stream of unary calls where its request turns out
   * to be one message only, and the peer offers that. It differs from others only in what it costs,
   * and in that the requests are subscribed to at once. Its subscriber must not block for long: it
   * may be told by a thread that reads for others, too.
   */
  public <Q, R> Flow.Publisher<R> call(
      OpenChannel channel, MethodDescriptor<Q, R> method, Flow.Publisher<Q> requests) {
    SharedCalls shared = channel.shared();
    return shared == null
        ? call(channel, method, requests, new Metadata())
        : new ShortStream<>(
            shared,
            method,
            requests,
            all -> call(channel, method, all, new Metadata()),
            number -> call(channel, method, new NoMessages<Q>(), RestOfAnswer.headers(number)));
  }

  private static <Q, R> Flow.Publisher<R> call(
      OpenChannel channel,
      MethodDescriptor<Q, R> method,
      Flow.Publisher<Q> requests,
      Metadata headers) {
    return call(channel.grpc(), method, requests, null, headers, channel.signals());
  }

  /**
   * A handler that answers each call with the publisher that {@code answer} returns for the call's
   * messages.
   *
   * <p>The call ends when the answers do, even where messages are left; their subscriber is then
   * told by a {@link java.util.concurrent.CancellationException}, as it is when the peer cancels
   * the call. Cancelling the messages stops the peer from sending more and leaves the answers
   * alone.
   */
  public <Q, R> ServerCallHandler<Q, R> handler(
      Function<? super Flow.Publisher<Q>, ? extends Flow.Publisher<? extends R>> answer) {
    return new FlowServer<>(answer, runtime.handlers());
  }
}
