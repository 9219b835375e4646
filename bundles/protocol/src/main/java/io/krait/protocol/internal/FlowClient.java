package io.krait.protocol.internal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.RemoteErrors;
import io.krait.protocol.SerialExecutor;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The answers of one streaming call, which begins when somebody subscribes to them. */
public final class FlowClient<Q, R> implements Flow.Publisher<R> {

  private final Channel channel;
  private final MethodDescriptor<Q, R> method;
  private final CallOptions options;
  private final Metadata headers;
  private final Flow.Publisher<? extends Q> requests;
  private final Executor executor;
  private final AtomicBoolean taken = new AtomicBoolean();

  /** A call that sends what {@code requests} publishes; all signals come on {@code executor}. */
  public FlowClient(
      Channel channel,
      MethodDescriptor<Q, R> method,
      CallOptions options,
      Metadata headers,
      Flow.Publisher<? extends Q> requests,
      Executor executor) {
    this.channel = channel;
    this.method = method;
    this.options = options;
    this.headers = headers;
    this.requests = requests;
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super R> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    if (!taken.compareAndSet(false, true)) {
      NoSubscription.refuse(
          subscriber, new IllegalStateException("the answers of a call have one subscriber only"));
      return;
    }
    Exchange exchange = new Exchange(subscriber);
    try {
      exchange.serial.execute(exchange::start);
    } catch (RejectedExecutionException e) {
      NoSubscription.refuse(
          subscriber,
          RemoteErrors.toAppError(
              Status.UNAVAILABLE.withDescription("the transport is closed").withCause(e),
              null,
              method));
    }
  }

  private final class Exchange extends ClientCall.Listener<R>
      implements FlowSender.Sink<Q>, FlowReceiver.Source {

    private final SerialExecutor serial = new SerialExecutor(executor, "a stream's signal");
    private final FlowSender<Q> sender = new FlowSender<>(serial, this);
    private final FlowReceiver<R> receiver;
    private final Flow.Subscriber<? super R> subscriber;
    private final ClientCall<Q, R> call;
    private boolean started;
    private boolean ended;

    Exchange(Flow.Subscriber<? super R> subscriber) {
      this.subscriber = subscriber;
      receiver = new FlowReceiver<>(serial, this, subscriber);
      // gRPC's own signals then take turns with ours, and none of them needs a lock.
      call = channel.newCall(method, options.withExecutor(serial));
    }

    void start() {
      try {
        subscriber.onSubscribe(receiver);
        started = true;
        call.start(this, headers);
        requests.subscribe(sender);
      } catch (RuntimeException | Error e) {
        cancel(e);
        receiver.fail(RemoteErrors.toAppError(e, method));
      }
    }

    @Override
    public void onMessage(R message) {
      receiver.message(message);
    }

    @Override
    public void onReady() {
      sender.pump();
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      ended = true;
      // The peer may answer without having read everything; nobody wants the rest then.
      sender.stop();
      if (status.isOk()) {
        receiver.complete();
      } else if (receiver.isActive()) {
        receiver.fail(RemoteErrors.toAppError(status, trailers, method));
      }
    }

    @Override
    public boolean isReady() {
      return !ended && call.isReady();
    }

    @Override
    public void send(Q message) {
      if (!ended) {
        call.sendMessage(message);
      }
    }

    @Override
    public void complete() {
      if (!ended) {
        call.halfClose();
      }
    }

    @Override
    public void fail(Throwable failure) {
      cancel(failure);
      receiver.fail(RemoteErrors.toAppError(failure, method));
    }

    @Override
    public void request(int messages) {
      if (!ended) {
        call.request(messages);
      }
    }

    @Override
    public void cancel(@Nullable Throwable cause) {
      sender.stop();
      if (!ended) {
        ended = true;
        if (started) {
          call.cancel(
              cause == null ? "the subscriber has cancelled the call" : "the stream has failed",
              cause);
        }
      }
    }
  }
}
