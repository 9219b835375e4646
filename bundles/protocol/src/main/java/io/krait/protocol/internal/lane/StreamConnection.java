package io.krait.protocol.internal.lane;

import com.google.protobuf.MessageLite;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Open;
import io.krait.protocol.lane.v1.Use;
import io.krait.protocol.lane.v1.Welcome;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SocketChannel;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The client's end of one connection for streams, of which it carries one after the other. */
final class StreamConnection implements LaneConnection.Receiver, Connector.Taker {

  private static final System.Logger LOG = System.getLogger(StreamConnection.class.getName());

  private static final Status CLOSED =
      Status.UNAVAILABLE.withDescription("the connection was closed");

  /** More makes no sense to be sent while so much waits for the kernel. */
  private static final int ENOUGH = 128 << 10;

  /** What a stream has to be told of. Called on the loop, or by whoever closes the connection. */
  interface Stream {
    void message(byte[] payload);

    void end(EndStatus status);

    void ready();
  }

  private final LaneChannel channel;
  private final LaneLoop loop;
  private final int frameLimit;

  private final Object lock = new Object();
  private @Nullable LaneConnection connection;
  private FrameBuffer early = new FrameBuffer();
  private boolean welcome;
  private @Nullable Status closed;
  private @Nullable Stream stream;

  /** Whether nobody wants what comes, as the stream was given up and the connection ends. */
  private boolean abandoned;

  private boolean sent;
  private boolean received;

  StreamConnection(LaneChannel channel, LaneLoop loop, int frameLimit) {
    this.channel = channel;
    this.loop = loop;
    this.frameLimit = frameLimit;
    Hello hello =
        Hello.newBuilder().setVersion(LaneProtocol.VERSION).setUse(Use.USE_STREAMS).build();
    early.add(Kind.KIND_HELLO_VALUE, hello);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it, and it does not fail.
  void connect(Connector connector, ScheduledExecutorService timer) {
    connector.connect(this);
    try {
      timer.schedule(
          this::checkBeginning, LaneProtocol.BEGINNING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      close(null);
    }
  }

  private void checkBeginning() {
    boolean silent;
    synchronized (lock) {
      silent = !welcome && closed == null;
    }
    if (silent) {
      close("has not said welcome within " + LaneProtocol.BEGINNING.toSeconds() + " s");
    }
  }

  @Override
  public void connected(SocketChannel socket) {
    LaneConnection opened;
    try {
      opened = LaneConnection.on(loop, socket, frameLimit, this);
    } catch (IOException e) {
      failed(e);
      return;
    }
    boolean late;
    synchronized (lock) {
      late = closed != null;
      connection = opened;
      if (!late) {
        opened.send(frames -> frames.addAll(early));
        early = null;
      }
    }
    if (late) {
      opened.close(null);
      return;
    }
    opened.uncork();
    Stream running = stream();
    if (running != null) {
      running.ready();
    }
  }

  @Override
  public void failed(IOException why) {
    end(Status.UNAVAILABLE.withDescription(why.getMessage()).withCause(why));
  }

  /** Begins a stream. */
  void open(Stream begun, Open open) {
    Status why;
    synchronized (lock) {
      why = closed;
      if (why == null) {
        stream = begun;
        sent = false;
        received = false;
        send(frames -> frames.add(Kind.KIND_OPEN_VALUE, open));
        return;
      }
    }
    begun.end(EndStatus.of(why));
  }

  /** Sends a message of a stream, if it is the one that runs. */
  void message(Stream from, MessageLite message) {
    synchronized (lock) {
      if (stream == from && !sent) {
        send(frames -> frames.add(Kind.KIND_MESSAGE_VALUE, message));
      }
    }
  }

  /** Ends the requests of a stream, if it is the one that runs. */
  void endRequests(Stream from) {
    synchronized (lock) {
      if (stream != from || sent || closed != null) {
        return;
      }
      sent = true;
      send(frames -> frames.add(Kind.KIND_END_VALUE, End.getDefaultInstance()));
    }
    giveBackIfFree();
  }

  private void send(Consumer<FrameBuffer> frames) {
    synchronized (lock) {
      if (connection != null) {
        connection.send(frames);
      } else if (early != null) {
        frames.accept(early);
      }
    }
  }

  boolean isReady() {
    LaneConnection open;
    synchronized (lock) {
      open = connection;
    }
    return open != null && open.hasRoom(ENOUGH);
  }

  void pause() {
    LaneConnection open = opened();
    if (open != null) {
      open.pause();
    }
  }

  void resume() {
    LaneConnection open = opened();
    if (open != null) {
      open.resume();
    }
  }

  private @Nullable LaneConnection opened() {
    synchronized (lock) {
      return connection;
    }
  }

  private @Nullable Stream stream() {
    synchronized (lock) {
      return stream;
    }
  }

  private void giveBackIfFree() {
    synchronized (lock) {
      if (!sent || !received || stream == null || abandoned) {
        return;
      }
      stream = null;
    }
    channel.giveBack(this);
  }

  @Override
  public void received(int kind, byte[] payload) throws BrokenLaneException {
    Stream running;
    synchronized (lock) {
      if (abandoned) {
        return;
      }
      running = stream;
    }
    switch (kind) {
      case Kind.KIND_WELCOME_VALUE -> welcome(Parsing.message(Welcome.parser(), payload));
      case Kind.KIND_MESSAGE_VALUE -> {
        if (running == null || received) {
          throw new BrokenLaneException("sends a message after the end of its stream");
        }
        running.message(payload);
      }
      case Kind.KIND_END_VALUE -> {
        End end = Parsing.message(End.parser(), payload);
        if (running == null || received) {
          throw new BrokenLaneException("ends a stream twice");
        }
        synchronized (lock) {
          received = true;
        }
        running.end(EndStatus.of(end));
        endRequests(running);
        giveBackIfFree();
      }
      default -> throw new BrokenLaneException("sends a frame of kind " + kind + " in a stream");
    }
  }

  private void welcome(Welcome said) throws BrokenLaneException {
    if (said.getVersion() != LaneProtocol.VERSION) {
      throw new BrokenLaneException(
          "speaks version %d of the lane, and this side version %d"
              .formatted(said.getVersion(), LaneProtocol.VERSION));
    }
    synchronized (lock) {
      if (welcome) {
        throw new BrokenLaneException("says welcome twice");
      }
      welcome = true;
    }
  }

  @Override
  public void drained() {
    Stream running = stream();
    if (running != null) {
      running.ready();
    }
  }

  /** Cancels a stream, if it is the one that runs, by closing the connection. */
  void abandon(Stream from) {
    synchronized (lock) {
      if (stream != from) {
        return;
      }
      abandoned = true;
    }
    close(null);
  }

  /**
   * Closes the connection, which cancels its stream.
   *
   * @param why what was wrong with the peer; null where nothing was
   */
  void close(@Nullable String why) {
    LaneConnection open = opened();
    if (open == null) {
      end(CLOSED);
    } else {
      open.close(why);
    }
  }

  @Override
  public void closed(@Nullable String why) {
    if (why != null) {
      LOG.log(Level.WARNING, "a connection for streams was closed: the peer {0}", why);
    }
    end(why == null ? CLOSED : Status.UNAVAILABLE.withDescription("the peer " + why));
  }

  private void end(Status status) {
    Stream running;
    synchronized (lock) {
      if (closed != null) {
        return;
      }
      closed = status;
      early = null;
      running = received ? null : stream;
      stream = null;
    }
    channel.forget(this);
    if (running != null) {
      running.end(EndStatus.of(status));
    }
  }
}
