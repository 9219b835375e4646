package io.krait.protocol;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Call;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Use;
import io.krait.protocol.lane.v1.Welcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** One end of a lane's connection in a test's own hands, for what Krait itself would never send. */
final class LanePeer implements AutoCloseable {

  /** A frame that has come. */
  record Frame(int kind, byte[] payload) {

    <M> M as(Kind expected, Parser<M> parser) {
      if (kind != expected.getNumber()) {
        throw new AssertionError("expected " + expected + " and got kind " + kind);
      }
      try {
        return parser.parseFrom(payload);
      } catch (InvalidProtocolBufferException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Listens where Krait is told to connect. */
  static final class Host implements AutoCloseable {
    private final ServerSocketChannel listening;
    private final Endpoint.Unix endpoint;

    Host(Path socket) {
      endpoint = Endpoint.unix(socket);
      try {
        listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(socket));
        listening.configureBlocking(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Endpoint.Unix endpoint() {
      return endpoint;
    }

    /** The next connection. */
    LanePeer accept() throws IOException {
      try (Selector selector = Selector.open()) {
        SelectionKey key = listening.register(selector, SelectionKey.OP_ACCEPT);
        if (selector.select(Wire.LONG.toMillis()) == 0) {
          throw new AssertionError("nobody has connected");
        }
        key.cancel();
        selector.selectNow();
      }
      return new LanePeer(listening.accept());
    }

    /** The next connection for calls, which has been welcomed. */
    LanePeer acceptCalls() throws IOException {
      LanePeer peer = accept();
      peer.next().as(Kind.KIND_HELLO, Hello.parser());
      peer.send(Kind.KIND_WELCOME, Welcome.newBuilder().setVersion(1).build());
      return peer;
    }

    @Override
    public void close() throws IOException {
      listening.close();
      java.nio.file.Files.deleteIfExists(endpoint.path());
    }
  }

  private final SocketChannel channel;
  private final Selector selector;
  private final ByteBuffer input = ByteBuffer.allocate(64 << 10).flip();

  private LanePeer(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    selector = Selector.open();
    channel.register(selector, SelectionKey.OP_READ);
  }

  static LanePeer connect(BoundServer server) throws IOException {
    Path socket = ((Endpoint.Unix) server.endpoint()).path();
    return new LanePeer(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  /** A connection that is welcome. */
  static LanePeer connect(BoundServer server, Use use) throws IOException {
    LanePeer peer = connect(server);
    peer.hello(use);
    peer.next().as(Kind.KIND_WELCOME, Welcome.parser());
    return peer;
  }

  void hello(Use use) throws IOException {
    send(Kind.KIND_HELLO, Hello.newBuilder().setVersion(1).setUse(use).build());
  }

  static byte[] frame(int kind, byte[] payload) {
    return ByteBuffer.allocate(5 + payload.length)
        .putInt(payload.length + 1)
        .put((byte) kind)
        .put(payload)
        .array();
  }

  static byte[] frame(Kind kind, MessageLite message) {
    return frame(kind.getNumber(), message.toByteArray());
  }

  static byte[] call(long id, String method, MessageLite request) {
    return frame(
        Kind.KIND_CALL,
        Call.newBuilder().setId(id).setMethod(method).setRequest(request.toByteString()).build());
  }

  static byte[] answer(long id, MessageLite response) {
    return frame(
        Kind.KIND_ANSWER,
        Answer.newBuilder().setId(id).setResponse(response.toByteString()).build());
  }

  void send(Kind kind, MessageLite message) throws IOException {
    send(frame(kind, message));
  }

  /** Sends all of it. */
  void send(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    long end = System.nanoTime() + Wire.LONG.toNanos();
    while (out.hasRemaining()) {
      if (channel.write(out) == 0) {
        if (System.nanoTime() - end > 0) {
          throw new AssertionError("the other side does not read");
        }
        Thread.yield();
      }
    }
  }

  /** Sends as much as there is room for. */
  void offer(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
  }

  /** The next frame that is not empty talk; null where the connection has ended. */
  Frame next() throws IOException {
    Frame frame;
    do {
      byte[] length = take(4);
      byte[] rest = length == null ? null : take(ByteBuffer.wrap(length).getInt());
      if (rest == null) {
        return null;
      }
      frame = new Frame(rest[0], java.util.Arrays.copyOfRange(rest, 1, rest.length));
    } while (frame.kind() == Kind.KIND_STILL_THERE_VALUE);
    return frame;
  }

  Call nextCall() throws IOException {
    return next().as(Kind.KIND_CALL, Call.parser());
  }

  Answer nextAnswer() throws IOException {
    return next().as(Kind.KIND_ANSWER, Answer.parser());
  }

  /** Whether the other side hangs up, whatever it sends before. */
  boolean isHungUpOn() throws IOException {
    while (next() != null) {
      continue;
    }
    return true;
  }

  private byte[] take(int count) throws IOException {
    byte[] bytes = new byte[count];
    int filled = 0;
    while (filled < count) {
      if (!input.hasRemaining() && !read()) {
        return null;
      }
      int some = Math.min(count - filled, input.remaining());
      input.get(bytes, filled, some);
      filled += some;
    }
    return bytes;
  }

  private boolean read() throws IOException {
    input.clear();
    try {
      long end = System.nanoTime() + Wire.LONG.toNanos();
      int read;
      while ((read = channel.read(input)) == 0) {
        if (System.nanoTime() - end > 0) {
          throw new AssertionError("nothing has come, and the connection has not ended");
        }
        selector.select(1000);
        selector.selectedKeys().clear();
      }
      return read > 0;
    } catch (IOException e) {
      // Reset, as the other side has left something unread.
      return false;
    } finally {
      input.flip();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    selector.close();
  }
}
