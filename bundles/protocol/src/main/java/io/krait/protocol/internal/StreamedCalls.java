package io.krait.protocol.internal;

import com.google.protobuf.MessageLite;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.CallTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Carries calls together on one stream (krait.calls.v1) where the peer offers that, and each as a
 * gRPC call of its own where it does not, while that is not yet known, and where a call is so large
 * that others would wait for it.
 */
public final class StreamedCalls implements CallTransport, SharedCalls {

  /** Beyond this a call's own cost no longer matters, and it would hold up the others. */
  private static final int LARGEST_REQUEST = 64 << 10;

  private final Channel channel;
  private final Executor executor;
  private final ScheduledExecutorService timer;
  private final int maxCalls;
  private final CallTransport oneByOne;

  private boolean refused;
  private boolean closed;
  private volatile @Nullable CallStreamSession session;

  /**
   * Calls on {@code channel}.
   *
   * @param executor where calls are started and answers are handed over
   * @param timer for deadlines; its tasks return at once
   * @param maxCalls how many may be on the stream at once; one more fails without being sent
   * @param oneByOne the other way
   */
  public StreamedCalls(
      Channel channel,
      Executor executor,
      ScheduledExecutorService timer,
      int maxCalls,
      CallTransport oneByOne) {
    this.channel = channel;
    this.executor = executor;
    this.timer = timer;
    this.maxCalls = maxCalls;
    this.oneByOne = oneByOne;
  }

  @Override
  public <Q, R> CompletableFuture<R> call(
      MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
    CallStreamSession current = session;
    if (current == null) {
      open();
    } else if (current.isWelcome()
        && request instanceof MessageLite message
        && message.getSerializedSize() <= LARGEST_REQUEST) {
      CompletableFuture<R> answer = current.call(method, message, deadline);
      if (answer != null) {
        return answer;
      }
    }
    return oneByOne.call(method, request, deadline);
  }

  @Override
  public <R> @Nullable CompletableFuture<@Nullable Beginning<R>> begin(
      MethodDescriptor<?, R> method, Object request) {
    CallStreamSession current = session;
    if (current == null) {
      open();
      return null;
    }
    return current.isWelcome()
            && request instanceof MessageLite message
            && message.getSerializedSize() <= LARGEST_REQUEST
        ? current.begin(method, message)
        : null;
  }

  private synchronized void open() {
    if (session != null || refused || closed) {
      return;
    }
    CallStreamSession opened = new CallStreamSession(executor, timer, maxCalls, this::ended);
    session = opened;
    try {
      executor.execute(() -> opened.start(channel));
    } catch (RejectedExecutionException e) {
      // The transport is closed, as the call that wanted the stream is about to find out.
      closed = true;
    }
  }

  // A connection that was lost may come back; a peer that has no stream will not get one.
  private synchronized void ended(CallStreamSession ended, Status status) {
    refused = !ended.isWelcome() && status.getCode() != Status.Code.UNAVAILABLE;
    if (session == ended) {
      session = null;
    }
  }

  /** Takes no more calls to the stream; it ends when the last one is answered. */
  public synchronized void finish() {
    closed = true;
    CallStreamSession current = session;
    if (current != null) {
      current.finish();
    }
  }
}
