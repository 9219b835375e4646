package io.krait.protocol.internal.lane;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Call;
import io.krait.protocol.lane.v1.Cancel;
import io.krait.protocol.lane.v1.Goodbye;
import io.krait.protocol.lane.v1.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/** The server's end of one connection for calls. */
final class ServedCalls implements LaneServer.Served {

  /**
   * So much may wait to be written; a peer that does not read what it asks for is not read from.
   */
  private static final int UNREAD = 1 << 20;

  private final LaneServer server;
  private final LaneConnection connection;
  private final int maxCalls;

  private final Object lock = new Object();
  private final Map<Long, Running<?, ?>> running = new HashMap<>();
  private final Turns<Running<?, ?>> turns = new Turns<>();
  private boolean finishing;

  /** How many are with the handlers, or wait for them, with those that were cancelled meanwhile. */
  private int starting;

  ServedCalls(LaneServer server, LaneConnection connection) {
    this.server = server;
    this.connection = connection;
    // Above the number of calls that are let in, so that one too many is told so by whoever counts.
    maxCalls = (int) Math.min(2L * server.settings().maxConcurrentCalls(), Integer.MAX_VALUE);
  }

  @Override
  public void received(int kind, byte[] payload) throws BrokenLaneException {
    switch (kind) {
      case Kind.KIND_CALL_VALUE -> call(Parsing.message(Call.parser(), payload));
      case Kind.KIND_CANCEL_VALUE -> cancel(Parsing.message(Cancel.parser(), payload).getId());
      case Kind.KIND_GOODBYE_VALUE -> finish();
      default -> throw new BrokenLaneException("sends a frame of kind " + kind + " among calls");
    }
  }

  private void call(Call call) throws BrokenLaneException {
    ServerMethodDefinition<?, ?> method = server.method(call.getMethod());
    Status refusal = null;
    Running<?, ?> begun = null;
    synchronized (lock) {
      if (finishing) {
        refusal = Status.UNAVAILABLE.withDescription("the server is ending");
      } else if (method == null
          || method.getMethodDescriptor().getType() != MethodDescriptor.MethodType.UNARY) {
        refusal =
            Status.UNIMPLEMENTED.withDescription(
                "there is no method " + call.getMethod() + " to be called here");
      } else if (call.getRequest().size() > server.settings().maxMessageBytes()) {
        refusal = MessageLimit.status(call.getRequest().size(), server.settings());
      } else if (running.size() >= maxCalls || starting >= maxCalls) {
        refusal =
            Status.RESOURCE_EXHAUSTED.withDescription(
                maxCalls + " calls run on this connection, which is the limit");
      } else {
        begun = new Running<>(method, call.getId(), call.getRequest());
        if (running.putIfAbsent(call.getId(), begun) != null) {
          throw new BrokenLaneException("uses a call's number twice");
        }
      }
    }
    if (!connection.hasRoom(UNREAD)) {
      connection.pause();
      if (connection.hasRoom(UNREAD)) {
        connection.resume();
      }
    }
    if (begun == null) {
      answer(call.getId(), EndStatus.of(refusal));
    } else if (!call.getInTurn() || turns.comes(begun)) {
      begin(begun);
    }
  }

  private void begin(Running<?, ?> call) {
    synchronized (lock) {
      starting++;
    }
    try {
      server.handlers().execute(call);
    } catch (RejectedExecutionException e) {
      started();
      call.refuse(Status.UNAVAILABLE.withDescription("the server is ending"));
    }
  }

  private void leave(Running<?, ?> call) {
    Running<?, ?> next = turns.leaves(call);
    if (next != null) {
      begin(next);
    }
  }

  private void started() {
    synchronized (lock) {
      starting--;
    }
  }

  @Override
  public void drained() {
    connection.resume();
  }

  private void answer(long id, EndStatus status) {
    Answer answer = status.answer(id);
    connection.send(frames -> frames.add(Kind.KIND_ANSWER_VALUE, answer));
  }

  private void cancel(long id) {
    Running<?, ?> cancelled;
    synchronized (lock) {
      cancelled = running.remove(id);
    }
    if (cancelled != null) {
      cancelled.cancel();
      leave(cancelled);
      closeIfIdle();
    }
  }

  @Override
  public void finish() {
    synchronized (lock) {
      if (finishing) {
        return;
      }
      finishing = true;
    }
    connection.send(frames -> frames.add(Kind.KIND_GOODBYE_VALUE, Goodbye.getDefaultInstance()));
    closeIfIdle();
  }

  private void closeIfIdle() {
    synchronized (lock) {
      if (!finishing || !running.isEmpty()) {
        return;
      }
    }
    connection.finish();
  }

  @Override
  public void closed(@Nullable String why) {
    List<Running<?, ?>> left;
    synchronized (lock) {
      finishing = true;
      left = new ArrayList<>(running.values());
      running.clear();
    }
    left.forEach(Running::cancel);
  }

  /** One call, as the services see it. */
  private final class Running<Q, R> extends ServerCall<Q, R> implements Runnable {

    private final ServerMethodDefinition<Q, R> definition;
    private final long id;
    private @Nullable ByteString request;
    private @Nullable R response;

    // Guarded by this.
    private @Nullable Listener<Q> listener;
    private boolean busy;
    private boolean cancelled;
    private boolean closed;
    private boolean toldEnd;

    Running(ServerMethodDefinition<Q, R> definition, long id, ByteString request) {
      this.definition = definition;
      this.id = id;
      this.request = request;
    }

    @Override
    public void run() {
      try {
        begin();
      } finally {
        started();
      }
    }

    private void begin() {
      ByteString bytes;
      synchronized (this) {
        if (cancelled) {
          return;
        }
        busy = true;
        bytes = request;
        request = null;
      }
      try {
        Listener<Q> made = definition.getServerCallHandler().startCall(this, new Metadata());
        synchronized (this) {
          listener = made;
        }
        made.onMessage(
            Parsing.message(definition.getMethodDescriptor().getRequestMarshaller(), bytes));
        made.onHalfClose();
      } catch (RuntimeException | Error e) {
        Metadata trailers = Status.trailersFromThrowable(e);
        close(Status.fromThrowable(e), trailers == null ? new Metadata() : trailers);
      }
      synchronized (this) {
        busy = false;
      }
      tellEnd();
    }

    void refuse(Status status) {
      close(status, new Metadata());
    }

    void cancel() {
      synchronized (this) {
        cancelled = true;
        request = null;
        if (busy || listener == null) {
          // It is told at the end of what it does, or is not even begun.
          return;
        }
      }
      try {
        server.handlers().execute(this::tellEnd);
      } catch (RejectedExecutionException e) {
        tellEnd();
      }
    }

    // Once, and not while the call is in one of its other signals.
    private void tellEnd() {
      Listener<Q> told;
      boolean well;
      synchronized (this) {
        if (busy || toldEnd || listener == null || !(closed || cancelled)) {
          return;
        }
        toldEnd = true;
        told = listener;
        well = closed && !cancelled;
      }
      if (well) {
        told.onComplete();
      } else {
        told.onCancel();
      }
    }

    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(R message) {
      response = message;
    }

    @Override
    public void close(Status status, Metadata trailers) {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
      }
      boolean wanted;
      synchronized (lock) {
        wanted = running.get(id) == this;
      }
      if (wanted) {
        R message = response;
        if (!status.isOk()) {
          answer(id, new EndStatus(status, trailers));
        } else if (message == null) {
          answer(id, EndStatus.of(Status.INTERNAL.withDescription("the method has no answer")));
        } else {
          connection.send(frames -> frames.addAnswer(id, (MessageLite) message));
        }
        // Not before, as without it the connection may be idle, and end.
        synchronized (lock) {
          running.remove(id, this);
        }
        leave(this);
        closeIfIdle();
      }
      tellEnd();
    }

    @Override
    public synchronized boolean isCancelled() {
      return cancelled;
    }

    @Override
    public MethodDescriptor<Q, R> getMethodDescriptor() {
      return definition.getMethodDescriptor();
    }

    @Override
    public Attributes getAttributes() {
      return Attributes.EMPTY;
    }
  }
}
