package io.krait.protocol.internal;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.protocol.RemoteErrors;
import io.krait.protocol.SerialExecutor;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Answers streaming calls with what a function makes of their messages. */
public final class FlowServer<Q, R> implements ServerCallHandler<Q, R> {

  private static final System.Logger LOG = System.getLogger(FlowServer.class.getName());

  private final Function<? super Flow.Publisher<Q>, ? extends Flow.Publisher<? extends R>> answer;
  private final Executor executor;

  /** All signals come on {@code executor}, and {@code answer} is called there. */
  public FlowServer(
      Function<? super Flow.Publisher<Q>, ? extends Flow.Publisher<? extends R>> answer,
      Executor executor) {
    this.answer = answer;
    this.executor = executor;
  }

  @Override
  public ServerCall.Listener<Q> startCall(ServerCall<Q, R> call, Metadata headers) {
    Exchange exchange = new Exchange(call);
    exchange.serial.execute(exchange::start);
    return exchange;
  }

  private final class Exchange extends ServerCall.Listener<Q>
      implements FlowSender.Sink<R>, FlowReceiver.Source, Flow.Publisher<Q> {

    private final SerialExecutor serial = new SerialExecutor(executor, "a stream's signal");
    private final FlowSender<R> sender = new FlowSender<>(serial, this);
    private final ServerCall<Q, R> call;
    private @Nullable FlowReceiver<Q> receiver;
    private boolean headersSent;
    private boolean requestsEnded;
    private boolean closed;

    Exchange(ServerCall<Q, R> call) {
      this.call = call;
    }

    void start() {
      if (closed) {
        return;
      }
      try {
        answer.apply(this).subscribe(sender);
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Q> subscriber) {
      Objects.requireNonNull(subscriber, "subscriber");
      serial.tell(
          () -> {
            if (receiver != null) {
              NoSubscription.refuse(
                  subscriber,
                  new IllegalStateException("the messages of a call have one subscriber only"));
              return;
            }
            FlowReceiver<Q> made = new FlowReceiver<>(serial, this, subscriber);
            receiver = made;
            subscriber.onSubscribe(made);
            if (requestsEnded) {
              made.complete();
            } else if (closed) {
              made.fail(new CancellationException("the call has ended"));
            }
          });
    }

    @Override
    public void onMessage(Q message) {
      serial.tell(
          () -> {
            if (receiver != null) {
              receiver.message(message);
            }
          });
    }

    @Override
    public void onHalfClose() {
      serial.tell(
          () -> {
            requestsEnded = true;
            if (receiver != null) {
              receiver.complete();
            }
          });
    }

    @Override
    public void onCancel() {
      serial.tell(() -> end("the peer has cancelled the call"));
    }

    @Override
    public void onComplete() {
      serial.tell(() -> end("the call has ended before all of its messages were read"));
    }

    private void end(String reason) {
      closed = true;
      sender.stop();
      if (receiver != null) {
        receiver.fail(new CancellationException(reason));
      }
    }

    @Override
    public void onReady() {
      serial.tell(sender::pump);
    }

    @Override
    public boolean isReady() {
      return !closed && call.isReady();
    }

    @Override
    public void send(R message) {
      if (!closed) {
        sendHeaders();
        call.sendMessage(message);
      }
    }

    private void sendHeaders() {
      if (!headersSent) {
        headersSent = true;
        call.sendHeaders(new Metadata());
      }
    }

    @Override
    public void complete() {
      if (!closed) {
        closed = true;
        sendHeaders();
        call.close(Status.OK, new Metadata());
      }
    }

    @Override
    public void fail(Throwable failure) {
      if (closed) {
        return;
      }
      closed = true;
      if (!(failure instanceof AppError) && !(failure instanceof StatusRuntimeException)) {
        LOG.log(
            Level.ERROR,
            "answering " + call.getMethodDescriptor().getFullMethodName() + " failed",
            failure);
      }
      StatusRuntimeException status = RemoteErrors.toStatus(failure, call.getMethodDescriptor());
      Metadata trailers = status.getTrailers();
      call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    @Override
    public void request(int messages) {
      if (!closed) {
        call.request(messages);
      }
    }

    // Whoever does not want the rest of the requests may answer all the same; one that breaks
    // while reading them will not.
    @Override
    public void cancel(@Nullable Throwable cause) {
      if (cause != null) {
        sender.stop();
        fail(cause);
      }
    }
  }
}
