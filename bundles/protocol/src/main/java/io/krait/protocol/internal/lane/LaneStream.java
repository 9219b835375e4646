package io.krait.protocol.internal.lane;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.SerialExecutor;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.internal.RestOfAnswer;
import io.krait.protocol.lane.v1.Open;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One stream as a gRPC call. What nobody asks for stays with the kernel. */
final class LaneStream<Q, R> extends ClientCall<Q, R> implements StreamConnection.Stream {

  private final LaneChannel channel;
  private final MethodDescriptor<Q, R> method;
  private final CallOptions options;
  private final ScheduledExecutorService timer;
  private final TransportSettings settings;
  private final Executor executor;

  private final Object lock = new Object();
  private final HeldMessages held = new HeldMessages(this::deliver);
  private @Nullable Listener<R> listener;
  private @Nullable StreamConnection connection;
  private @Nullable ScheduledFuture<?> timeout;
  private @Nullable EndStatus end;
  private boolean over;

  LaneStream(
      LaneChannel channel,
      MethodDescriptor<Q, R> method,
      CallOptions options,
      Executor callbacks,
      ScheduledExecutorService timer,
      TransportSettings settings) {
    this.settings = settings;
    this.channel = channel;
    this.method = method;
    this.options = options;
    this.timer = timer;
    Executor own = options.getExecutor();
    executor = own == null ? new SerialExecutor(callbacks, "a stream's signal") : own;
  }

  @Override
  public void start(Listener<R> told, Metadata headers) {
    listener = Objects.requireNonNull(told, "listener");
    Open.Builder open = Open.newBuilder().setMethod(method.getFullMethodName());
    Long rest = RestOfAnswer.in(headers);
    if (rest != null) {
      open.setRest(rest);
    }
    Deadline deadline = options.getDeadline();
    if (deadline != null) {
      long millis = deadline.timeRemaining(TimeUnit.MILLISECONDS);
      if (deadline.isExpired()) {
        finish(Status.DEADLINE_EXCEEDED);
        return;
      }
      open.setTimeoutMillis(Math.max(1, millis));
      expireLater(deadline);
    }
    StreamConnection taken = channel.take();
    if (taken == null) {
      finish(Status.UNAVAILABLE.withDescription("the channel is closed"));
      return;
    }
    boolean abandoned;
    synchronized (lock) {
      connection = taken;
      abandoned = over;
    }
    if (abandoned) {
      taken.close(null);
      return;
    }
    taken.open(this, open.build());
    if (taken.isReady()) {
      ready();
    }
  }

  private void expireLater(Deadline deadline) {
    try {
      ScheduledFuture<?> scheduled =
          timer.schedule(
              () -> abandon(Status.DEADLINE_EXCEEDED),
              deadline.timeRemaining(TimeUnit.NANOSECONDS),
              TimeUnit.NANOSECONDS);
      synchronized (lock) {
        timeout = scheduled;
      }
    } catch (RejectedExecutionException e) {
      // The transport is being closed, which ends the stream.
    }
  }

  @Override
  public void request(int messages) {
    boolean resume;
    synchronized (lock) {
      held.request(messages);
      tellEndIfThere();
      resume = held.isEmpty() && held.unpause();
    }
    if (resume) {
      connection.resume();
    }
  }

  private void tellEndIfThere() {
    if (end != null && held.isEmpty()) {
      tellEnd(end);
    }
  }

  private void deliver(byte[] payload) {
    tell(
        () -> {
          Status tooLarge = MessageLimit.status(payload.length, settings);
          if (tooLarge != null) {
            abandon(tooLarge);
            return;
          }
          R message;
          try {
            message = Parsing.message(method.getResponseMarshaller(), payload);
          } catch (RuntimeException e) {
            abandon(Status.fromThrowable(e));
            return;
          }
          listener.onMessage(message);
        });
  }

  @Override
  public void message(byte[] payload) {
    boolean pause;
    synchronized (lock) {
      if (over) {
        return;
      }
      pause = held.take(payload);
    }
    if (pause) {
      connection.pause();
      resumeIfWanted();
    }
  }

  // Whoever asked for more between the note and the pause has resumed too early.
  private void resumeIfWanted() {
    boolean resume;
    synchronized (lock) {
      resume = !held.isPaused();
    }
    if (resume) {
      connection.resume();
    }
  }

  @Override
  public void end(EndStatus status) {
    boolean resume;
    synchronized (lock) {
      end = status;
      // Before the connection gets its next stream.
      resume = held.unpause();
      tellEndIfThere();
    }
    if (resume) {
      connection.resume();
    }
  }

  private void tellEnd(EndStatus status) {
    if (!over) {
      over = true;
      if (timeout != null) {
        timeout.cancel(false);
      }
      tell(() -> listener.onClose(status.status(), status.trailers()));
    }
  }

  private void finish(Status status) {
    synchronized (lock) {
      tellEnd(EndStatus.of(status));
    }
  }

  private void tell(Runnable signal) {
    try {
      executor.execute(signal);
    } catch (RejectedExecutionException e) {
      // The transport is closed: nobody is there to be told.
    }
  }

  @Override
  public void ready() {
    tell(
        () -> {
          if (isReady()) {
            listener.onReady();
          }
        });
  }

  @Override
  public boolean isReady() {
    StreamConnection open;
    synchronized (lock) {
      open = over || end != null ? null : connection;
    }
    return open != null && open.isReady();
  }

  @Override
  public void sendMessage(Q message) {
    StreamConnection open;
    synchronized (lock) {
      open = over || end != null ? null : connection;
    }
    if (open != null) {
      open.message(this, (MessageLite) message);
    }
  }

  @Override
  public void halfClose() {
    StreamConnection open;
    synchronized (lock) {
      open = over || end != null ? null : connection;
    }
    if (open != null) {
      open.endRequests(this);
    }
  }

  @Override
  public void cancel(@Nullable String message, @Nullable Throwable cause) {
    Status status = Status.CANCELLED;
    if (message != null) {
      status = status.withDescription(message);
    }
    abandon(cause == null ? status : status.withCause(cause));
  }

  private void abandon(Status status) {
    StreamConnection open;
    boolean running;
    synchronized (lock) {
      open = connection;
      running = end == null && !over;
      held.clear();
      tellEnd(EndStatus.of(status));
    }
    // A stream that has ended has given its connection back.
    if (open != null && running) {
      open.abandon(this);
    }
  }
}
