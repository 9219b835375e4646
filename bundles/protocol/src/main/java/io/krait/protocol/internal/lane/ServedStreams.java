package io.krait.protocol.internal.lane;

import com.google.protobuf.MessageLite;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.SerialExecutor;
import io.krait.protocol.internal.RestOfAnswer;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Open;
import java.util.concurrent.RejectedExecutionException;

/** The server's end of one connection for streams. */
final class ServedStreams implements LaneServer.Served {

  private static final int ENOUGH = 128 << 10;

  private final LaneServer server;
  private final LaneConnection connection;

  private final Object lock = new Object();
  private @Nullable Running<?, ?> running;
  private boolean finishing;

  ServedStreams(LaneServer server, LaneConnection connection) {
    this.server = server;
    this.connection = connection;
  }

  @Override
  public void received(int kind, byte[] payload) throws BrokenLaneException {
    Running<?, ?> current = current();
    switch (kind) {
      case Kind.KIND_OPEN_VALUE -> {
        if (current != null) {
          throw new BrokenLaneException("opens a stream before the end of another");
        }
        open(Parsing.message(Open.parser(), payload));
      }
      case Kind.KIND_MESSAGE_VALUE -> {
        if (current == null) {
          throw new BrokenLaneException("sends a message without a stream");
        }
        current.message(payload);
      }
      case Kind.KIND_END_VALUE -> {
        Parsing.message(End.parser(), payload);
        if (current == null) {
          throw new BrokenLaneException("ends a stream without one");
        }
        current.halfClose();
      }
      default -> throw new BrokenLaneException("sends a frame of kind " + kind + " in a stream");
    }
  }

  private void open(Open open) {
    ServerMethodDefinition<?, ?> method = server.method(open.getMethod());
    if (method == null) {
      // The stream is one nevertheless, and ends in order.
      Running<?, ?> unknown = new Running<>(null, open);
      synchronized (lock) {
        running = unknown;
      }
      unknown.close(
          Status.UNIMPLEMENTED.withDescription("there is no method " + open.getMethod()),
          new Metadata());
      return;
    }
    Running<?, ?> begun = new Running<>(method, open);
    synchronized (lock) {
      running = begun;
    }
    begun.begin();
  }

  private @Nullable Running<?, ?> current() {
    synchronized (lock) {
      return running;
    }
  }

  @Override
  public void drained() {
    Running<?, ?> current = current();
    if (current != null) {
      current.ready();
    }
  }

  @Override
  public void finish() {
    synchronized (lock) {
      finishing = true;
    }
    finishIfIdle();
  }

  private void ended(Running<?, ?> stream) {
    synchronized (lock) {
      if (running == stream) {
        running = null;
      }
    }
  }

  private void finishIfIdle() {
    synchronized (lock) {
      if (!finishing || running != null) {
        return;
      }
    }
    connection.finish();
  }

  @Override
  public void closed(@Nullable String why) {
    Running<?, ?> current;
    synchronized (lock) {
      finishing = true;
      current = running;
      running = null;
    }
    if (current != null) {
      current.cancel();
    }
  }

  /** One stream, as the services see it. */
  private final class Running<Q, R> extends ServerCall<Q, R> {

    private final @Nullable ServerMethodDefinition<Q, R> definition;
    private final Open open;
    private final SerialExecutor serial =
        new SerialExecutor(server.handlers(), "a stream's signal");

    /** Touched by the serial executor's tasks only. */
    private ServerCall.Listener<Q> listener = new ServerCall.Listener<>() {};

    // Guarded by this.
    private final HeldMessages held = new HeldMessages(this::deliver);
    private boolean requestsEnded;
    private boolean toldRequestsEnd;
    private boolean cancelled;
    private boolean closed;
    private int thrownAway;

    Running(@Nullable ServerMethodDefinition<Q, R> definition, Open open) {
      this.definition = definition;
      this.open = open;
    }

    void begin() {
      Metadata headers =
          open.getRest() == 0 ? new Metadata() : RestOfAnswer.headers(open.getRest());
      tell(
          () -> {
            try {
              listener = definition.getServerCallHandler().startCall(this, headers);
            } catch (RuntimeException | Error e) {
              close(Status.fromThrowable(e), new Metadata());
              return;
            }
            listener.onReady();
          });
    }

    private void tell(Runnable signal) {
      try {
        serial.execute(signal);
      } catch (RejectedExecutionException e) {
        connection.close(null);
      }
    }

    void message(byte[] payload) throws BrokenLaneException {
      boolean pause;
      synchronized (this) {
        if (requestsEnded) {
          throw new BrokenLaneException("sends a message after the end of its requests");
        }
        if (closed) {
          thrownAway += payload.length;
          if (thrownAway > LaneProtocol.THROWN_AWAY) {
            throw new BrokenLaneException("goes on with a stream that has ended");
          }
          return;
        }
        pause = held.take(payload);
      }
      if (pause) {
        connection.pause();
        resumeIfWanted();
      }
    }

    private void resumeIfWanted() {
      boolean resume;
      synchronized (this) {
        resume = !held.isPaused();
      }
      if (resume) {
        connection.resume();
      }
    }

    private void deliver(byte[] payload) {
      tell(
          () -> {
            Status tooLarge = MessageLimit.status(payload.length, server.settings());
            if (tooLarge != null) {
              close(tooLarge, new Metadata());
              return;
            }
            Q message;
            try {
              message =
                  Parsing.message(definition.getMethodDescriptor().getRequestMarshaller(), payload);
            } catch (RuntimeException e) {
              close(Status.fromThrowable(e), new Metadata());
              return;
            }
            listener.onMessage(message);
          });
    }

    void halfClose() throws BrokenLaneException {
      boolean over;
      synchronized (this) {
        if (requestsEnded) {
          throw new BrokenLaneException("ends its requests twice");
        }
        requestsEnded = true;
        tellRequestsEnd();
        over = closed;
      }
      if (over) {
        ended(this);
        finishIfIdle();
      }
    }

    private void tellRequestsEnd() {
      if (requestsEnded && held.isEmpty() && !toldRequestsEnd && !closed) {
        toldRequestsEnd = true;
        tell(() -> listener.onHalfClose());
      }
    }

    @Override
    public void request(int messages) {
      boolean resume;
      synchronized (this) {
        held.request(messages);
        tellRequestsEnd();
        resume = held.isEmpty() && held.unpause();
      }
      if (resume) {
        connection.resume();
      }
    }

    void ready() {
      tell(
          () -> {
            if (isReady()) {
              listener.onReady();
            }
          });
    }

    @Override
    public boolean isReady() {
      synchronized (this) {
        if (closed || cancelled) {
          return false;
        }
      }
      return connection.hasRoom(ENOUGH);
    }

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(R message) {
      synchronized (this) {
        if (closed || cancelled) {
          return;
        }
      }
      connection.send(frames -> frames.add(Kind.KIND_MESSAGE_VALUE, (MessageLite) message));
    }

    @Override
    public void close(Status status, Metadata trailers) {
      boolean over;
      synchronized (this) {
        if (closed || cancelled) {
          return;
        }
        closed = true;
        held.clear();
        boolean unused = held.unpause();
        over = requestsEnded;
      }
      End end = new EndStatus(status, trailers).end();
      // What the peer still sends has to be read, so that it is not held up by it.
      connection.resume();
      // Together: the next stream may come as soon as the end is there, and the connection may end
      // as soon as it is free.
      synchronized (lock) {
        if (over) {
          ended(this);
        }
        connection.send(frames -> frames.add(Kind.KIND_END_VALUE, end));
      }
      finishIfIdle();
      tell(() -> listener.onComplete());
    }

    void cancel() {
      synchronized (this) {
        if (closed) {
          return;
        }
        cancelled = true;
        held.clear();
      }
      tell(() -> listener.onCancel());
    }

    @Override
    public synchronized boolean isCancelled() {
      return cancelled;
    }

    @Override
    public MethodDescriptor<Q, R> getMethodDescriptor() {
      return definition.getMethodDescriptor();
    }
  }
}
