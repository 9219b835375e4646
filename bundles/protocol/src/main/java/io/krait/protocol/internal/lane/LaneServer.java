package io.krait.protocol.internal.lane;

import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.TokenGate;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Use;
import io.krait.protocol.lane.v1.Welcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The server's end of a lane: services that are made for gRPC, behind a unix socket. */
public final class LaneServer {

  private static final System.Logger LOG = System.getLogger(LaneServer.class.getName());

  private static final int BACKLOG = 256;

  /** How long nothing is taken after a connection could not be. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** What a connection is for, once that is known. */
  interface Served extends LaneConnection.Receiver {
    /** Takes nothing new, and lets the connection end when what runs has ended. */
    void finish();
  }

  private final Map<String, ServerMethodDefinition<?, ?>> methods = new HashMap<>();
  private final UnixDomainSocketAddress address;
  private final LaneLoops loops;
  private final Executor handlers;
  private final ScheduledExecutorService timer;
  private final TransportSettings settings;
  private final @Nullable TokenGate gate;
  private final ServerSocketChannel listening;
  private final LaneLoop accepting;

  private final Object lock = new Object();
  private final Set<Guest> guests = new HashSet<>();
  private boolean finishing;

  /** How many connections are for streams, of which each stream needs one of its own. */
  private int streaming;

  /**
   * Listens at {@code address}, where nothing may be.
   *
   * @param handlers where methods are called, which may block
   * @param timer for what takes too long; its tasks return at once
   * @param gate asks whoever connects for a token; null where the folder is all that guards
   */
  public LaneServer(
      UnixDomainSocketAddress address,
      List<ServerServiceDefinition> services,
      LaneLoops loops,
      Executor handlers,
      ScheduledExecutorService timer,
      TransportSettings settings,
      @Nullable TokenGate gate)
      throws IOException {
    this.address = address;
    this.loops = loops;
    this.handlers = handlers;
    this.timer = timer;
    this.settings = settings;
    this.gate = gate;
    for (ServerServiceDefinition service : services) {
      service
          .getMethods()
          .forEach(method -> methods.put(method.getMethodDescriptor().getFullMethodName(), method));
    }
    listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listening.bind(address, BACKLOG);
      listening.configureBlocking(false);
      accepting = loops.next();
      accepting.register(listening, SelectionKey.OP_ACCEPT, new Door());
    } catch (IOException | RuntimeException e) {
      listening.close();
      throw e;
    }
  }

  /** Where connections come in. */
  private final class Door implements LaneLoop.Ready {

    @Override
    public void ready(SelectionKey key, ByteBuffer input) {
      try {
        SocketChannel channel;
        while ((channel = listening.accept()) != null) {
          greet(channel);
        }
      } catch (IOException e) {
        if (listening.isOpen()) {
          LOG.log(Level.WARNING, "a connection to " + address + " could not be taken", e);
          openLater(key);
        }
      }
    }

    // As a rule it is for want of file descriptors, of which there are no more in the next moment.
    private void openLater(SelectionKey key) {
      interest(key, 0);
      later(() -> interest(key, SelectionKey.OP_ACCEPT), AGAIN);
    }

    private void interest(SelectionKey key, int operations) {
      try {
        key.interestOps(operations);
        accepting.wakeUp();
      } catch (CancelledKeyException e) {
        LOG.log(Level.DEBUG, "{0} is closed", address);
      }
    }

    @Override
    public void failed(Throwable failure) {
      LOG.log(Level.ERROR, "taking a connection to " + address + " has failed", failure);
    }
  }

  private void greet(SocketChannel channel) throws IOException {
    Guest guest = new Guest();
    synchronized (lock) {
      if (finishing || guests.size() - streaming >= settings.maxConnections()) {
        if (!finishing) {
          LOG.log(
              Level.WARNING,
              "refused a connection to {0}: {1} are open, which is the limit",
              address,
              settings.maxConnections());
        }
        channel.close();
        return;
      }
      guests.add(guest);
    }
    try {
      guest.start(LaneConnection.on(loops.next(), channel, LaneClient.frameLimit(settings), guest));
    } catch (IOException e) {
      forget(guest);
      throw e;
    }
  }

  private void forget(Guest guest) {
    synchronized (lock) {
      guests.remove(guest);
      if (guest.streams) {
        guest.streams = false;
        streaming--;
      }
      lock.notifyAll();
    }
  }

  /** Counts a connection as one for streams; false where there are as many as there may be. */
  private boolean admitStreams(Guest guest) {
    synchronized (lock) {
      // Twice as many as calls, so that one too many is told so by whoever counts.
      if (streaming / 2 >= settings.maxConcurrentCalls()) {
        return false;
      }
      if (guests.contains(guest)) {
        guest.streams = true;
        streaming++;
      }
      return true;
    }
  }

  /** The method of that name; null where there is none. */
  @Nullable ServerMethodDefinition<?, ?> method(String name) {
    return methods.get(name);
  }

  Executor handlers() {
    return handlers;
  }

  TransportSettings settings() {
    return settings;
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

  /** Closes connections that were taken without a token, which is asked for from now on. */
  public void shutOut() {
    List<Guest> strangers;
    synchronized (lock) {
      strangers = guests.stream().filter(guest -> guest.stranger).toList();
    }
    strangers.forEach(guest -> guest.close(null));
  }

  /** Takes no more connections and calls, gives those that run some time, and ends the rest. */
  public void close(Duration grace) throws IOException, InterruptedException {
    List<Guest> left;
    synchronized (lock) {
      finishing = true;
      left = List.copyOf(guests);
    }
    listening.close();
    accepting.wakeUp();
    left.forEach(Guest::finish);
    long end = System.nanoTime() + grace.toNanos();
    synchronized (lock) {
      while (!guests.isEmpty()) {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0) {
          break;
        }
        lock.wait(millis);
      }
      left = List.copyOf(guests);
    }
    left.forEach(guest -> guest.close(null));
  }

  /** One that has connected, and has not yet said what for. */
  private final class Guest implements LaneConnection.Receiver {

    private volatile @Nullable LaneConnection connection;
    private volatile @Nullable Served served;
    private volatile boolean leaving;

    /** Whether it was let in without a token. */
    private volatile boolean stranger;

    /** Touched by the loop only. */
    private boolean refused;

    /** Whether it counts as one for streams; guarded by the server's lock. */
    private boolean streams;

    void start(LaneConnection made) {
      connection = made;
      later(
          () -> {
            if (served == null) {
              close("has not said hello within " + LaneProtocol.BEGINNING.toSeconds() + " s");
            }
          },
          LaneProtocol.BEGINNING);
      if (leaving) {
        made.close(null);
      }
    }

    @Override
    public void received(int kind, byte[] payload) throws BrokenLaneException {
      Served told = served;
      if (told != null) {
        told.received(kind, payload);
        return;
      }
      if (refused) {
        return;
      }
      if (kind != Kind.KIND_HELLO_VALUE) {
        throw new BrokenLaneException("begins with a frame of kind " + kind);
      }
      welcome(Parsing.message(Hello.parser(), payload));
    }

    private void welcome(Hello hello) {
      // The loop may be quicker than whoever has registered the connection with it.
      LaneConnection open = connection();
      if (hello.getVersion() < LaneProtocol.VERSION) {
        refuse(open, "version %d of the lane is not spoken here".formatted(hello.getVersion()));
      } else if (isShutOut(open, hello.getToken())) {
        return;
      } else if (!hello.getGroup().isEmpty()) {
        refuse(open, "there is no group " + hello.getGroup());
      } else if (hello.getUse() == Use.USE_CALLS) {
        served = new ServedCalls(LaneServer.this, open);
      } else if (hello.getUse() == Use.USE_STREAMS && !admitStreams(this)) {
        refuse(open, "there are as many connections for streams as there may be");
      } else if (hello.getUse() == Use.USE_STREAMS) {
        served = new ServedStreams(LaneServer.this, open);
      } else {
        refuse(open, "a connection is for calls or for streams");
      }
      Served made = served;
      if (made != null) {
        Welcome welcome = Welcome.newBuilder().setVersion(LaneProtocol.VERSION).build();
        open.send(frames -> frames.add(Kind.KIND_WELCOME_VALUE, welcome));
        if (leaving) {
          made.finish();
        }
      }
    }

    private boolean isShutOut(LaneConnection open, String token) {
      if (gate == null) {
        return false;
      }
      // Before the question, so that who asks for strangers after the answer finds this one.
      stranger = token.isEmpty();
      Optional<String> refusal = gate.refuses(token);
      refusal.ifPresent(why -> refuse(open, Status.UNAUTHENTICATED.withDescription(why)));
      return refusal.isPresent();
    }

    private LaneConnection connection() {
      LaneConnection open = connection;
      while (open == null) {
        Thread.onSpinWait();
        open = connection;
      }
      return open;
    }

    private void refuse(LaneConnection open, String why) {
      refuse(open, Status.FAILED_PRECONDITION.withDescription(why));
    }

    private void refuse(LaneConnection open, Status status) {
      refused = true;
      End end = EndStatus.of(status).end();
      open.send(frames -> frames.add(Kind.KIND_END_VALUE, end));
      open.finish();
    }

    @Override
    public void drained() {
      Served told = served;
      if (told != null) {
        told.drained();
      }
    }

    void finish() {
      leaving = true;
      Served told = served;
      if (told != null) {
        told.finish();
      } else {
        close(null);
      }
    }

    void close(@Nullable String why) {
      LaneConnection open = connection;
      if (open != null) {
        open.close(why);
      }
    }

    @Override
    public void closed(@Nullable String why) {
      if (why != null) {
        LOG.log(Level.WARNING, "closed a connection to {0}: the peer {1}", address, why);
      }
      forget(this);
      Served told = served;
      if (told != null) {
        told.closed(why);
      }
    }
  }
}
