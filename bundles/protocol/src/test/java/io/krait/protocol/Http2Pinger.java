package io.krait.protocol;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Speaks just enough HTTP/2 to send pings at a pace that no client library allows itself. */
final class Http2Pinger implements Closeable {

  enum Reply {
    ANSWERED,
    GO_AWAY
  }

  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GO_AWAY = 7;
  private static final int ACK = 1;

  private final SocketChannel socket;
  private final DataInputStream in;

  Http2Pinger(Endpoint endpoint) throws IOException {
    socket = SocketChannel.open(StandardProtocolFamily.UNIX);
    socket.connect(endpoint.socketAddress());
    in = new DataInputStream(Channels.newInputStream(socket));
    write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    frame(SETTINGS, 0, new byte[0]);
  }

  Reply ping() throws IOException {
    try {
      frame(PING, 0, new byte[8]);
    } catch (IOException e) {
      // The server has hung up; what it said before can still be read.
    }
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.readInt();
      in.readNBytes(length);
      if (type == GO_AWAY) {
        return Reply.GO_AWAY;
      }
      if (type == PING && flags == ACK) {
        return Reply.ANSWERED;
      }
    }
  }

  private void frame(int type, int flags, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) 0).putShort((short) payload.length).put((byte) type).put((byte) flags);
    frame.putInt(0).put(payload);
    write(frame.array());
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      socket.write(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
