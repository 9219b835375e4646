package io.krait.protocol.internal.lane;

import io.krait.api.Nullable;
import io.krait.protocol.lane.v1.Kind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * One connection of a lane: frames in both directions. Safe for use by any thread, none of which it
 * blocks. Whoever sends writes at once what fits into the kernel's buffer; the loop writes the
 * rest.
 */
final class LaneConnection implements LaneLoop.Ready {

  private static final System.Logger LOG = System.getLogger(LaneConnection.class.getName());

  /** So much is read at a time, so that no connection holds up the others of its loop. */
  private static final int READS_IN_A_TURN = 4;

  /**
   * So much is written at a time: Java copies what it is to write into memory that the thread
   * keeps, all of it and again each time.
   */
  private static final int WRITTEN_AT_A_TIME = 256 << 10;

  /** Takes what comes. Called by the leader of the loop, which it must not block. */
  interface Receiver {

    void received(int kind, byte[] payload) throws BrokenLaneException;

    /** What was waiting to be sent has gone to the kernel. */
    default void drained() {}

    /**
     * The connection is closed; nothing follows.
     *
     * @param why what was wrong with the peer; null where one of the two sides has just closed it
     */
    void closed(@Nullable String why);
  }

  private final LaneLoop loop;
  private final SocketChannel channel;
  private final FrameDecoder decoder;
  private volatile Receiver receiver;

  private final Object lock = new Object();
  private FrameBuffer filling = new FrameBuffer();
  private FrameBuffer spare = new FrameBuffer();
  private @Nullable ByteBuffer leaving;
  private boolean writing;
  private boolean corked;
  private boolean finishing;
  private boolean closed;
  private boolean paused;
  private boolean roomWanted;
  private @Nullable SelectionKey key;

  private LaneConnection(LaneLoop loop, SocketChannel channel, int limit, Receiver receiver) {
    this.loop = loop;
    this.channel = channel;
    this.decoder = new FrameDecoder(limit);
    this.receiver = receiver;
  }

  /**
   * A connection on {@code channel}, which becomes its own.
   *
   * @param limit how many bytes the payload of a frame may have
   */
  static LaneConnection on(LaneLoop loop, SocketChannel channel, int limit, Receiver receiver)
      throws IOException {
    LaneConnection connection = new LaneConnection(loop, channel, limit, receiver);
    try {
      channel.configureBlocking(false);
      synchronized (connection.lock) {
        connection.key = loop.register(channel, SelectionKey.OP_READ, connection);
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    return connection;
  }

  LaneLoop loop() {
    return loop;
  }

  /** Has another one take what comes from now on; to be called by the receiver of before. */
  void receiver(Receiver other) {
    receiver = other;
  }

  /**
   * Sends the frames that {@code frames} adds. Where these cannot be made, as there is no memory
   * for them, the connection is closed, as the other side would wait for them.
   *
   * @return false where the connection is closed, and nothing is added
   */
  boolean send(Consumer<FrameBuffer> frames) {
    Throwable failure = null;
    synchronized (lock) {
      if (closed || finishing) {
        return false;
      }
      try {
        frames.accept(filling);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      if (failure == null) {
        if (writing) {
          return true;
        }
        if (corked ? loop.isLed() : loop.cork(this)) {
          corked = true;
          return true;
        }
        writing = true;
      }
    }
    if (failure != null) {
      failed(failure);
      return false;
    }
    write();
    return true;
  }

  @Override
  public void failed(Throwable failure) {
    LOG.log(Level.ERROR, "a connection of the lane is closed, as something has failed", failure);
    close(null);
  }

  /** Whether more than {@code bytes} wait to be sent. */
  boolean hasWaiting(int bytes) {
    synchronized (lock) {
      return waiting() > bytes;
    }
  }

  private int waiting() {
    return filling.length() + (leaving == null ? 0 : leaving.remaining());
  }

  /** Writes what came while it was corked: for the leader, and for whoever is about to wait. */
  void uncork() {
    synchronized (lock) {
      corked = false;
      if (closed || writing || filling.length() == 0) {
        return;
      }
      writing = true;
    }
    write();
  }

  /**
   * Whether no more than {@code bytes} wait to be sent. Where more do, the receiver is told when
   * they are gone.
   */
  boolean hasRoom(int bytes) {
    synchronized (lock) {
      boolean room = waiting() <= bytes;
      roomWanted |= !room;
      return room && !closed;
    }
  }

  // Whoever has set `writing` is the only one here.
  private void write() {
    boolean drained;
    try {
      while (true) {
        ByteBuffer out;
        synchronized (lock) {
          if (closed) {
            return;
          }
          out = leaving;
          if (out == null || !out.hasRemaining()) {
            spare.clear();
            if (filling.length() == 0) {
              leaving = null;
              writing = false;
              drained = roomWanted;
              roomWanted = false;
              if (finishing) {
                channel.shutdownOutput();
              }
              break;
            }
            FrameBuffer full = filling;
            filling = spare;
            spare = full;
            out = full.content();
            leaving = out;
          }
        }
        if (!writePiece(out)) {
          interest(SelectionKey.OP_WRITE, true);
          return;
        }
      }
    } catch (IOException e) {
      close(null);
      return;
    }
    if (drained) {
      receiver.drained();
    }
  }

  private boolean writePiece(ByteBuffer out) throws IOException {
    if (out.remaining() <= WRITTEN_AT_A_TIME) {
      channel.write(out);
      return !out.hasRemaining();
    }
    ByteBuffer piece = out.duplicate().limit(out.position() + WRITTEN_AT_A_TIME);
    channel.write(piece);
    out.position(piece.position());
    return !piece.hasRemaining();
  }

  /** Reads no more until {@link #resume}; what comes stays with the kernel. */
  void pause() {
    setPaused(true);
  }

  /** Reads on. */
  void resume() {
    setPaused(false);
  }

  private void setPaused(boolean pause) {
    synchronized (lock) {
      if (paused == pause || closed) {
        return;
      }
      paused = pause;
      if (pause) {
        loop.watch(this);
      } else {
        loop.unwatch(this);
      }
      // Within the lock, so that of a pause and a resumption the later one holds.
      interest(SelectionKey.OP_READ, !pause);
    }
  }

  /** Finds out whether the peer is still there, while it is not read from. */
  void look() {
    if (hasRoom(0)) {
      send(FrameBuffer::addStillThere);
    }
  }

  private void interest(int operation, boolean wanted) {
    SelectionKey registered;
    synchronized (lock) {
      registered = key;
    }
    if (registered == null) {
      return;
    }
    try {
      if (wanted) {
        registered.interestOpsOr(operation);
        loop.wakeUp();
      } else {
        registered.interestOpsAnd(~operation);
      }
    } catch (CancelledKeyException e) {
      // Closed meanwhile: there is nothing to wait for.
    }
  }

  @Override
  public void ready(SelectionKey ready, ByteBuffer input) {
    try {
      if (ready.isWritable()) {
        interest(SelectionKey.OP_WRITE, false);
        write();
      }
      if (ready.isReadable()) {
        read(input);
      }
    } catch (CancelledKeyException e) {
      close(null);
    }
  }

  private void read(ByteBuffer input) {
    try {
      for (int i = 0; i < READS_IN_A_TURN; i++) {
        input.clear();
        int count = channel.read(input);
        if (count < 0) {
          close(null);
          return;
        }
        input.flip();
        decoder.feed(input, this::received);
        if (count < input.capacity() || isPaused()) {
          return;
        }
      }
    } catch (BrokenLaneException e) {
      close(e.getMessage());
    } catch (IOException e) {
      close(null);
    }
  }

  private void received(int kind, byte[] payload) throws BrokenLaneException {
    if (kind != Kind.KIND_STILL_THERE_VALUE) {
      receiver.received(kind, payload);
    } else if (payload.length > 0) {
      throw new BrokenLaneException("sends something in a frame that has nothing");
    }
  }

  private boolean isPaused() {
    synchronized (lock) {
      return paused;
    }
  }

  /** Sends what is there, and closes when the other side has. */
  void finish() {
    synchronized (lock) {
      if (closed || finishing) {
        return;
      }
      finishing = true;
      if (writing) {
        return;
      }
      writing = true;
    }
    write();
  }

  /** Whether it was closed, or will be when all is sent. */
  boolean isClosed() {
    synchronized (lock) {
      return closed || finishing;
    }
  }

  /**
   * Closes at once.
   *
   * @param why what was wrong with the peer; null where nothing was
   */
  void close(@Nullable String why) {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      loop.unwatch(this);
    }
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
    loop.wakeUp();
    receiver.closed(why);
  }
}
