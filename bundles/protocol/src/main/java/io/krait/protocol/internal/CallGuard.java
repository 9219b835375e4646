package io.krait.protocol.internal;

import com.google.protobuf.MessageLite;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.krait.api.AppError;
import io.krait.api.RepeatedFailures;
import io.krait.protocol.RemoteErrors;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a server within its bounds whatever its methods do: so many calls at once, no answer over
 * the size limit, and an exception becomes a status that says which method has failed.
 */
public final class CallGuard implements ServerInterceptor {

  private static final System.Logger LOG = System.getLogger(CallGuard.class.getName());

  private final int maxCalls;
  private final int maxMessageBytes;
  private final Semaphore room;
  private final RepeatedFailures failures = new RepeatedFailures(LOG);

  /** A guard for one server. */
  public CallGuard(int maxCalls, int maxMessageBytes) {
    this.maxCalls = maxCalls;
    this.maxMessageBytes = maxMessageBytes;
    room = new Semaphore(maxCalls);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!room.tryAcquire()) {
      call.close(
          Status.RESOURCE_EXHAUSTED.withDescription(
              maxCalls + " calls run already, which is the limit; try again when one has ended"),
          new Metadata());
      return new ServerCall.Listener<>() {};
    }
    GuardedCall<Q, R> guarded = new GuardedCall<>(call);
    ServerCall.Listener<Q> listener;
    try {
      listener = next.startCall(guarded, headers);
    } catch (RuntimeException | Error e) {
      guarded.fail(e);
      listener = new ServerCall.Listener<>() {};
    }
    return new GuardedListener<>(listener, guarded);
  }

  private final class GuardedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final AtomicBoolean closed = new AtomicBoolean();

    GuardedCall(ServerCall<Q, R> call) {
      super(call);
    }

    @Override
    public void sendMessage(R message) {
      if (closed.get()) {
        return;
      }
      if (message instanceof MessageLite proto && proto.getSerializedSize() > maxMessageBytes) {
        close(
            Status.RESOURCE_EXHAUSTED.withDescription(
                "the answer has "
                    + proto.getSerializedSize()
                    + " bytes, more than the limit of "
                    + maxMessageBytes),
            new Metadata());
        return;
      }
      super.sendMessage(message);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (closed.compareAndSet(false, true)) {
        super.close(status, trailers);
      }
    }

    void fail(Throwable failure) {
      if (!(failure instanceof AppError) && !(failure instanceof StatusRuntimeException)) {
        String method = getMethodDescriptor().getFullMethodName();
        failures.log(
            Level.ERROR, method + failure.getClass(), "answering " + method + " failed", failure);
      }
      StatusRuntimeException status = RemoteErrors.toStatus(failure, getMethodDescriptor());
      Metadata trailers = status.getTrailers();
      close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }
  }

  private final class GuardedListener<Q, R> extends SimpleForwardingServerCallListener<Q> {
    private final GuardedCall<Q, R> call;
    private final AtomicBoolean ended = new AtomicBoolean();

    GuardedListener(ServerCall.Listener<Q> listener, GuardedCall<Q, R> call) {
      super(listener);
      this.call = call;
    }

    @Override
    public void onMessage(Q message) {
      guard(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      guard(super::onHalfClose);
    }

    @Override
    public void onReady() {
      guard(super::onReady);
    }

    @Override
    public void onCancel() {
      end();
      guard(super::onCancel);
    }

    @Override
    public void onComplete() {
      end();
      guard(super::onComplete);
    }

    private void end() {
      if (ended.compareAndSet(false, true)) {
        room.release();
      }
    }

    private void guard(Runnable signal) {
      try {
        signal.run();
      } catch (RuntimeException | Error e) {
        call.fail(e);
      }
    }
  }
}
