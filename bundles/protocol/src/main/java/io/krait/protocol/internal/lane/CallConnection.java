package io.krait.protocol.internal.lane;

import com.google.protobuf.MessageLite;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Cancel;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Goodbye;
import io.krait.protocol.lane.v1.Group;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Use;
import io.krait.protocol.lane.v1.Welcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The client's end of one connection for calls. Safe for use by any thread. */
final class CallConnection implements LaneConnection.Receiver, Connector.Taker {

  private static final System.Logger LOG = System.getLogger(CallConnection.class.getName());

  private static final Status CLOSED =
      Status.UNAVAILABLE.withDescription("the connection was closed");

  private final LaneClient client;
  private final String group;
  private final LaneLoop loop;
  private final Executor callbacks;
  private final int frameLimit;
  private final CountDownLatch ended = new CountDownLatch(1);

  private final Object lock = new Object();
  private final Map<Long, PendingCall<?>> waiting = new HashMap<>();
  private @Nullable List<Early> early = new ArrayList<>();
  private @Nullable LaneConnection connection;
  private long lastId;
  private boolean finishing;
  private @Nullable Status end;

  /** A call that was made before the peer had welcomed this side. */
  private record Early(PendingCall<?> call, MessageLite request, @Nullable Duration deadline) {}

  CallConnection(
      LaneClient client, String group, LaneLoop loop, Executor callbacks, int frameLimit) {
    this.client = client;
    this.group = group;
    this.loop = loop;
    this.callbacks = callbacks;
    this.frameLimit = frameLimit;
  }

  void connect(Connector connector) {
    connector.connect(this);
  }

  @Override
  public void connected(SocketChannel channel) {
    LaneConnection opened;
    try {
      opened = LaneConnection.on(loop, channel, frameLimit, this);
    } catch (IOException e) {
      failed(e);
      return;
    }
    Hello hello =
        Hello.newBuilder()
            .setVersion(LaneProtocol.VERSION)
            .setUse(Use.USE_CALLS)
            .setGroup(group)
            .build();
    boolean late;
    synchronized (lock) {
      connection = opened;
      late = end != null;
      if (!late) {
        // Before anybody else sends something.
        opened.send(frames -> frames.add(Kind.KIND_HELLO_VALUE, hello));
      }
    }
    if (late) {
      opened.close(null);
      return;
    }
    flush();
    client.later(this::checkBeginning, LaneProtocol.BEGINNING);
  }

  private void checkBeginning() {
    boolean silent;
    synchronized (lock) {
      silent = early != null;
    }
    if (silent) {
      close("has not said welcome within " + LaneProtocol.BEGINNING.toSeconds() + " s");
    }
  }

  @Override
  public void failed(IOException why) {
    end(Status.UNAVAILABLE.withDescription(why.getMessage()).withCause(why));
  }

  /** Whether it is worth while to make a call here. */
  boolean takesCalls() {
    synchronized (lock) {
      return end == null && !finishing;
    }
  }

  /** Makes a call; false where the connection takes none any more. */
  boolean make(PendingCall<?> call, MessageLite request, @Nullable Duration deadline) {
    LaneConnection open;
    long id;
    synchronized (lock) {
      if (end != null || finishing) {
        return false;
      }
      id = ++lastId;
      call.on(this, id);
      waiting.put(id, call);
      if (early != null) {
        early.add(new Early(call, request, deadline));
        return true;
      }
      open = connection;
    }
    send(open, call, id, request, deadline);
    return true;
  }

  private void send(
      LaneConnection open,
      PendingCall<?> call,
      long id,
      MessageLite request,
      @Nullable Duration deadline) {
    long millis = deadline == null ? 0 : Math.max(1, deadline.toMillis());
    String method = call.method().getFullMethodName();
    if (call.isGivenUp()) {
      if (forget(call)) {
        finishIfIdle();
      }
      return;
    }
    if (open.hasWaiting(client.mostWaiting())) {
      refuse(call);
      return;
    }
    open.send(frames -> frames.addCall(id, method, request, millis, call.isInTurn()));
    if (call.isGivenUp()) {
      // Whoever has given it up meanwhile may have been quicker than the call itself.
      forget(call);
      sendCancel(open, id);
      finishIfIdle();
    }
  }

  // More than all calls that run may have is left of some that were given up.
  private void refuse(PendingCall<?> call) {
    if (forget(call)) {
      Status status =
          Status.RESOURCE_EXHAUSTED.withDescription("the peer does not read what it is sent");
      handOver(call, status);
      finishIfIdle();
    }
  }

  private static void sendCancel(LaneConnection open, long id) {
    Cancel cancel = Cancel.newBuilder().setId(id).build();
    open.send(frames -> frames.add(Kind.KIND_CANCEL_VALUE, cancel));
  }

  /** Has what was sent written. */
  void flush() {
    LaneConnection open;
    synchronized (lock) {
      open = connection;
    }
    if (open != null) {
      open.uncork();
    }
  }

  /** Nobody waits for a call's answer any more. */
  void cancel(PendingCall<?> call) {
    LaneConnection open;
    long id = call.id();
    synchronized (lock) {
      // Another one has the number where it has just been moved to another connection.
      if (!waiting.remove(id, call) || end != null) {
        return;
      }
      if (early != null) {
        early.removeIf(one -> one.call() == call);
        return;
      }
      open = connection;
    }
    sendCancel(open, id);
    finishIfIdle();
  }

  @Override
  public void received(int kind, byte[] payload) throws BrokenLaneException {
    switch (kind) {
      case Kind.KIND_ANSWER_VALUE -> answer(Parsing.message(Answer.parser(), payload));
      case Kind.KIND_WELCOME_VALUE -> welcome(Parsing.message(Welcome.parser(), payload));
      case Kind.KIND_GOODBYE_VALUE -> goodbye();
      case Kind.KIND_END_VALUE -> refused(Parsing.message(End.parser(), payload));
      default -> throw new BrokenLaneException("sends a frame of kind " + kind + " among answers");
    }
  }

  private void answer(Answer answer) throws BrokenLaneException {
    PendingCall<?> call;
    synchronized (lock) {
      if (early != null) {
        throw new BrokenLaneException("answers before it says welcome");
      }
      call = waiting.remove(answer.getId());
    }
    if (call == null) {
      return;
    }
    if (call.isAwaited()) {
      call.answered(answer);
    } else {
      loop.tell(() -> call.answered(answer));
    }
    finishIfIdle();
  }

  private void welcome(Welcome welcome) throws BrokenLaneException {
    if (welcome.getVersion() != LaneProtocol.VERSION) {
      throw new BrokenLaneException(
          "speaks version %d of the lane, and this side version %d"
              .formatted(welcome.getVersion(), LaneProtocol.VERSION));
    }
    Map<String, String> groups = new HashMap<>();
    if (group.isEmpty()) {
      client.welcoming();
      for (Group one : welcome.getGroupsList()) {
        one.getMethodsList().forEach(method -> groups.put(method, one.getName()));
      }
    }
    // Calls that are made meanwhile come after those that have waited, and so do all others.
    List<Early> some;
    while (!(some = nextEarly(groups)).isEmpty()) {
      for (Early one : some) {
        String own = client.groupAmong(groups, one.call().method().getFullMethodName(), group);
        if (own.equals(group)) {
          send(opened(), one.call(), one.call().id(), one.request(), one.deadline());
        } else if (forget(one.call())) {
          Status failure = client.tryMake(one.call(), own, one.request(), one.deadline());
          if (failure != null) {
            handOver(one.call(), failure);
          }
        }
      }
    }
    finishIfIdle();
  }

  private List<Early> nextEarly(Map<String, String> groups) throws BrokenLaneException {
    synchronized (lock) {
      List<Early> some = early;
      if (some == null) {
        if (end != null) {
          return List.of();
        }
        throw new BrokenLaneException("says welcome twice");
      }
      if (some.isEmpty()) {
        early = null;
        if (group.isEmpty()) {
          client.welcomed(groups);
        }
        return List.of();
      }
      early = new ArrayList<>();
      return some;
    }
  }

  private @Nullable LaneConnection opened() {
    synchronized (lock) {
      return connection;
    }
  }

  private boolean forget(PendingCall<?> call) {
    synchronized (lock) {
      return waiting.remove(call.id()) != null;
    }
  }

  private void goodbye() throws BrokenLaneException {
    synchronized (lock) {
      if (early != null) {
        throw new BrokenLaneException("says goodbye before it says welcome");
      }
      finishing = true;
    }
    finishIfIdle();
  }

  private void refused(End refusal) throws BrokenLaneException {
    if (refusal.getStatus() == Status.Code.OK.value()) {
      throw new BrokenLaneException("ends a stream where there is none");
    }
    synchronized (lock) {
      if (early == null) {
        throw new BrokenLaneException("refuses a connection that it has welcomed");
      }
    }
    if (!group.isEmpty()) {
      client.refused(group);
    }
    end(EndStatus.of(refusal).status());
    close(null);
  }

  /** Takes no more calls; the connection is closed when the last one is answered. */
  void finish() {
    synchronized (lock) {
      finishing = true;
    }
    finishIfIdle();
  }

  private void finishIfIdle() {
    LaneConnection open;
    synchronized (lock) {
      if (!finishing || !waiting.isEmpty()) {
        return;
      }
      open = connection;
    }
    if (open == null) {
      end(CLOSED);
    } else if (open.send(
        frames -> frames.add(Kind.KIND_GOODBYE_VALUE, Goodbye.getDefaultInstance()))) {
      open.finish();
    }
  }

  void awaitEnd(long nanos) throws InterruptedException {
    ended.await(nanos, TimeUnit.NANOSECONDS);
  }

  void close(@Nullable String why) {
    LaneConnection open;
    synchronized (lock) {
      open = connection;
    }
    if (open == null) {
      end(CLOSED);
    } else {
      open.close(why);
    }
  }

  @Override
  public void closed(@Nullable String why) {
    if (why == null) {
      end(CLOSED);
    } else {
      LOG.log(Level.WARNING, "a connection for calls was closed: the peer {0}", why);
      end(Status.UNAVAILABLE.withDescription("the peer " + why));
    }
  }

  private void end(Status status) {
    List<PendingCall<?>> left;
    synchronized (lock) {
      if (end != null) {
        return;
      }
      end = status;
      left = List.copyOf(waiting.values());
      waiting.clear();
      early = null;
    }
    client.forget(this);
    ended.countDown();
    left.forEach(call -> handOver(call, status));
  }

  /** Why it takes no calls, where it does not. */
  Status whyNot() {
    synchronized (lock) {
      return end == null ? CLOSED : end;
    }
  }

  private void handOver(PendingCall<?> call, Status failure) {
    if (call.isAwaited()) {
      // Nobody is told but a thread that waits, which may be one of those for callbacks.
      call.fail(failure);
      return;
    }
    try {
      callbacks.execute(() -> call.fail(failure));
    } catch (RejectedExecutionException e) {
      call.fail(failure);
    }
  }
}
