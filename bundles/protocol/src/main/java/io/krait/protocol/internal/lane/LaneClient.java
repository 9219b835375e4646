package io.krait.protocol.internal.lane;

import com.google.protobuf.MessageLite;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.CallTransport;
import io.krait.protocol.RemoteErrors;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.internal.Beginning;
import io.krait.protocol.internal.OutboundLimit;
import io.krait.protocol.internal.SharedCalls;
import io.krait.protocol.internal.UnaryCalls;
import io.krait.protocol.lane.v1.Answer;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The client's end of a lane: a connection for the calls of each of the peer's groups, and others
 * for streams. A connection that was lost is made again by the next call.
 */
public final class LaneClient implements CallTransport, SharedCalls {

  /** Beyond this a call would hold up the others, and goes as a stream. */
  private static final int LARGEST_CALL = 64 << 10;

  private static final String NO_GROUP = "";

  private final LaneLoops loops;
  private final Executor callbacks;
  private final TransportSettings settings;
  private final ScheduledExecutorService timer;
  private final Connector connector;
  private final CallDeadlines deadlines;
  private final LaneChannel streams;
  private final Channel channel;
  private final CallTransport alone;
  private final CallTransport turns = new CallsInTurn(this);
  private final AtomicInteger running = new AtomicInteger();

  /** Names of streaming methods that cannot be called. */
  private final Set<String> notOffered = ConcurrentHashMap.newKeySet();

  private final Object lock = new Object();
  private volatile Map<String, CallConnection> connections = Map.of();

  /** All that have not ended, with those that take no calls any more. */
  private final Set<CallConnection> open = ConcurrentHashMap.newKeySet();

  private volatile Map<String, String> groups = Map.of();

  /** Groups that were refused since a peer has last told of its groups. */
  private final Set<String> refused = new HashSet<>();

  private boolean closing;

  /**
   * A client that connects with the first call.
   *
   * @param callbacks where streams and failures are told of; answers are told of by the loops
   * @param timer for deadlines; its tasks return at once
   */
  public LaneClient(
      UnixDomainSocketAddress address,
      LaneLoops loops,
      Executor callbacks,
      ScheduledExecutorService timer,
      TransportSettings settings) {
    this.loops = loops;
    this.callbacks = callbacks;
    this.timer = timer;
    this.settings = settings;
    connector = new Connector(address, timer, settings.connectTimeout());
    deadlines = new CallDeadlines(timer, callbacks);
    streams = new LaneChannel(loops, connector, callbacks, timer, settings);
    channel = ClientInterceptors.intercept(streams, new OutboundLimit(settings.maxMessageBytes()));
    alone = new UnaryCalls(channel, callbacks, settings.maxConcurrentCalls());
  }

  static int frameLimit(TransportSettings settings) {
    return (int)
        Math.min(
            Integer.MAX_VALUE - 8,
            (long) settings.maxMessageBytes() + LaneProtocol.AROUND_A_MESSAGE);
  }

  /** The channel for streams. */
  public Channel channel() {
    return channel;
  }

  @Override
  public <Q, R> CompletableFuture<R> call(
      MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
    if (!(request instanceof MessageLite message) || message.getSerializedSize() > LARGEST_CALL) {
      return alone.call(method, request, deadline);
    }
    PendingCall<R> call = new PendingCall<>(method, answer -> response(method, answer), false);
    begin(call, message, deadline);
    return call;
  }

  @Override
  public Optional<CallTransport> inTurn() {
    return Optional.of(turns);
  }

  /** Whether a request is too large for a call, and goes as a stream. */
  static boolean isLarge(Object request) {
    return !(request instanceof MessageLite message) || message.getSerializedSize() > LARGEST_CALL;
  }

  /** Makes a call that the peer begins in its turn, with a request that is not large. */
  <R> CompletableFuture<R> callInTurn(MethodDescriptor<?, R> method, Object request) {
    MessageLite message = (MessageLite) request;
    PendingCall<R> call = new PendingCall<>(method, answer -> response(method, answer), false);
    call.waitForTurn();
    begin(call, message, null);
    return call;
  }

  /** Has {@code task} run where callers are told of failures. */
  void tell(Runnable task) {
    try {
      callbacks.execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }

  /** Makes a call on a stream of its own. */
  <Q, R> CompletableFuture<R> callAlone(MethodDescriptor<Q, R> method, Q request) {
    return alone.call(method, request, null);
  }

  @Override
  public <Q, R> R await(MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
    if (!(request instanceof MessageLite message) || message.getSerializedSize() > LARGEST_CALL) {
      return alone.await(method, request, deadline);
    }
    // Told without a detour, as nothing but this thread waits for it.
    PendingCall<R> call = new PendingCall<>(method, answer -> response(method, answer), true);
    begin(call, message, deadline);
    call.flush();
    return CallTransport.awaited(method, call);
  }

  @Override
  public <R> @Nullable CompletableFuture<@Nullable Beginning<R>> begin(
      MethodDescriptor<?, R> method, Object request) {
    if (!(request instanceof MessageLite message)
        || message.getSerializedSize() > LARGEST_CALL
        || notOffered.contains(method.getFullMethodName())
        // They may take long, so they get half of the room.
        || running.get() >= settings.maxConcurrentCalls() / 2) {
      return null;
    }
    PendingCall<@Nullable Beginning<R>> call =
        new PendingCall<>(
            method,
            answer -> {
              if (answer.getStatus() == Status.Code.UNIMPLEMENTED.value()) {
                notOffered.add(method.getFullMethodName());
                return null;
              }
              boolean nothingYet = answer.getRest() != 0 && answer.getResponse().isEmpty();
              return new Beginning<>(
                  nothingYet ? null : response(method, answer), answer.getRest());
            },
            false);
    begin(call, message, null);
    return call;
  }

  private <R> R response(MethodDescriptor<?, R> method, Answer answer) {
    if (answer.getStatus() != Status.Code.OK.value()) {
      EndStatus end = EndStatus.of(answer);
      throw RemoteErrors.toAppError(end.status(), end.trailers(), method);
    }
    Status tooLarge = MessageLimit.status(answer.getResponse().size(), settings);
    if (tooLarge != null) {
      throw tooLarge.asRuntimeException();
    }
    return Parsing.message(method.getResponseMarshaller(), answer.getResponse());
  }

  private void begin(PendingCall<?> call, MessageLite request, @Nullable Duration deadline) {
    Status tooLarge = MessageLimit.status(request.getSerializedSize(), settings);
    if (tooLarge != null) {
      call.fail(tooLarge);
      return;
    }
    if (running.incrementAndGet() > settings.maxConcurrentCalls()) {
      running.decrementAndGet();
      call.fail(
          Status.RESOURCE_EXHAUSTED.withDescription(
              settings.maxConcurrentCalls()
                  + " calls to this peer run already, which is the limit"));
      return;
    }
    call.whenDone(running::decrementAndGet);
    if (deadline != null) {
      deadlines.watch(call, deadline);
    }
    String group = groupOf(call.method().getFullMethodName());
    Status failure = tryMake(call, group, request, deadline);
    if (failure != null) {
      call.fail(failure);
    }
  }

  /**
   * Makes a call on the connection for its group.
   *
   * @return why it could not be made; null where it was
   */
  @Nullable Status tryMake(
      PendingCall<?> call, String group, MessageLite request, @Nullable Duration deadline) {
    Status why = null;
    // Twice, as a connection may be lost between finding it and using it.
    for (int i = 0; i < 2; i++) {
      CallConnection connection = connection(group);
      if (connection == null) {
        return Status.UNAVAILABLE.withDescription("the channel is closed");
      }
      if (connection.make(call, request, deadline)) {
        return null;
      }
      why = connection.whyNot();
      if (isRefused(group)) {
        break;
      }
    }
    return why;
  }

  private @Nullable CallConnection connection(String group) {
    CallConnection current = connections.get(group);
    if (current != null && current.takesCalls()) {
      return current;
    }
    CallConnection made;
    synchronized (lock) {
      current = connections.get(group);
      if (current != null && current.takesCalls()) {
        return current;
      }
      if (closing) {
        return null;
      }
      made = new CallConnection(this, group, loops.next(), callbacks, frameLimit(settings));
      open.add(made);
      Map<String, CallConnection> with = new HashMap<>(connections);
      with.put(group, made);
      connections = Map.copyOf(with);
    }
    made.connect(connector);
    return made;
  }

  /** A peer has begun to tell how it groups its methods: what others refused says nothing of it. */
  void welcoming() {
    synchronized (lock) {
      refused.clear();
    }
  }

  /**
   * Takes notice of how the peer groups its methods. A group may have been refused since it was
   * told of, as calls that have waited go to it before this.
   */
  void welcomed(Map<String, String> groupOfMethod) {
    synchronized (lock) {
      Map<String, String> known = new HashMap<>(groupOfMethod);
      known.values().removeAll(refused);
      groups = Map.copyOf(known);
    }
  }

  /** The group to which a call goes that has waited for the peer to tell of its groups. */
  String groupAmong(Map<String, String> groupOfMethod, String method, String otherwise) {
    String group = groupOfMethod.getOrDefault(method, otherwise);
    return isRefused(group) ? otherwise : group;
  }

  private boolean isRefused(String group) {
    synchronized (lock) {
      return refused.contains(group);
    }
  }

  /** A group is unknown to the server, which is another one than that which has told of it. */
  void refused(String group) {
    synchronized (lock) {
      refused.add(group);
      welcomed(groups);
    }
  }

  /**
   * Has {@code task}, which returns at once, done later; not at all once the transport is closed.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it, and it does not fail.
  void later(Runnable task, Duration delay) {
    try {
      timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // All connections are being closed as well.
    }
  }

  /** The group of a method. */
  String groupOf(String method) {
    return groups.getOrDefault(method, NO_GROUP);
  }

  /** How much may wait on a connection for a peer that does not read. */
  int mostWaiting() {
    return (int) Math.min(Integer.MAX_VALUE, (long) settings.maxConcurrentCalls() * LARGEST_CALL);
  }

  /** A connection has ended. */
  void forget(CallConnection ended) {
    open.remove(ended);
  }

  /** Takes no more calls, gives those that run some time to end, and closes all connections. */
  public void close(Duration grace) throws InterruptedException {
    List<CallConnection> left;
    synchronized (lock) {
      closing = true;
      left = List.copyOf(open);
    }
    streams.finish();
    long end = System.nanoTime() + grace.toNanos();
    left.forEach(CallConnection::finish);
    for (CallConnection connection : left) {
      connection.awaitEnd(Math.max(0, end - System.nanoTime()));
    }
    streams.awaitEnd(Math.max(0, end - System.nanoTime()));
    left.forEach(connection -> connection.close(null));
    streams.close();
  }
}
