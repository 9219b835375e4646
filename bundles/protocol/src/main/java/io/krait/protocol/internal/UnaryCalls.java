package io.krait.protocol.internal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.protocol.CallTransport;
import io.krait.protocol.RemoteErrors;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries each call as a gRPC call of its own. */
public final class UnaryCalls implements CallTransport {

  private final Channel channel;
  private final Executor executor;
  private final int maxCalls;
  private final AtomicInteger running = new AtomicInteger();

  /**
   * Calls on {@code channel}.
   *
   * @param executor where calls are started, as callers' threads must not enter gRPC
   * @param maxCalls how many may run at once; one more fails without being sent
   */
  public UnaryCalls(Channel channel, Executor executor, int maxCalls) {
    this.channel = channel;
    this.executor = executor;
    this.maxCalls = maxCalls;
  }

  @Override
  public <Q, R> CompletableFuture<R> call(
      MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    if (running.incrementAndGet() > maxCalls) {
      running.decrementAndGet();
      answer.completeExceptionally(
          RemoteErrors.toAppError(
              Status.RESOURCE_EXHAUSTED.withDescription(
                  maxCalls + " calls to this peer run already, which is the limit"),
              null,
              method));
      return answer;
    }
    CallOptions options = CallOptions.DEFAULT;
    if (deadline != null) {
      options = options.withDeadline(Deadline.after(deadline.toNanos(), TimeUnit.NANOSECONDS));
    }
    Call<Q, R> call = new Call<>(method, request, options, answer);
    try {
      executor.execute(call);
    } catch (RejectedExecutionException e) {
      call.fail(closed(e, method));
    }
    return answer;
  }

  private static AppError closed(Throwable cause, MethodDescriptor<?, ?> method) {
    return RemoteErrors.toAppError(
        Status.UNAVAILABLE.withDescription("the transport is closed").withCause(cause),
        null,
        method);
  }

  private final class Call<Q, R> extends ClientCall.Listener<R> implements Runnable {
    private final MethodDescriptor<Q, R> method;
    private final CallOptions options;
    private final CompletableFuture<R> answer;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Q request;
    private @Nullable R message;

    Call(
        MethodDescriptor<Q, R> method,
        Q request,
        CallOptions options,
        CompletableFuture<R> answer) {
      this.method = method;
      this.request = request;
      this.options = options;
      this.answer = answer;
    }

    @Override
    public void run() {
      Q toSend = request;
      request = null;
      if (answer.isDone()) {
        end();
        return;
      }
      ClientCall<Q, R> call = channel.newCall(method, options);
      try {
        call.start(this, new Metadata());
        // Two, so that a peer which answers twice is seen.
        call.request(2);
        call.sendMessage(toSend);
        call.halfClose();
      } catch (RuntimeException | Error e) {
        // First, as cancelling ends the call too, and says less about why.
        fail(RemoteErrors.toAppError(e, method));
        call.cancel("the request could not be sent", e);
        return;
      }
      cancelWithAnswer(call);
    }

    // What whenComplete returns is one more future of the same result.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void cancelWithAnswer(ClientCall<Q, R> call) {
      answer.whenComplete(
          (result, failure) -> {
            if (!ended.get()) {
              cancel(call);
            }
          });
    }

    private void cancel(ClientCall<Q, R> call) {
      try {
        executor.execute(() -> call.cancel("the caller has cancelled the call", null));
      } catch (RejectedExecutionException e) {
        // The transport has been closed, which has ended the call already.
      }
    }

    @Override
    public void onMessage(R received) {
      if (message != null) {
        fail(
            RemoteErrors.toAppError(
                Status.INTERNAL.withDescription("the peer has answered more than once"),
                null,
                method));
        return;
      }
      message = received;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      R received = message;
      if (!status.isOk()) {
        fail(RemoteErrors.toAppError(status, trailers, method));
      } else if (received == null) {
        fail(
            RemoteErrors.toAppError(
                Status.INTERNAL.withDescription("the peer has ended the call without an answer"),
                trailers,
                method));
      } else {
        end();
        answer.complete(received);
      }
    }

    private void fail(AppError error) {
      end();
      answer.completeExceptionally(error);
    }

    private void end() {
      if (ended.compareAndSet(false, true)) {
        running.decrementAndGet();
      }
    }
  }
}
