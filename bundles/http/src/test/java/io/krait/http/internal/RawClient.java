package io.krait.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A client that sends what it is told, byte for byte, and reads answers as they are. */
public final class RawClient implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private boolean inChunks;

  public RawClient(int port) throws IOException {
    this(port, 0);
  }

  /** A client that sends and takes little at a time, if told so. */
  public RawClient(int port, int buffer) throws IOException {
    if (buffer > 0) {
      socket.setReceiveBufferSize(buffer);
      socket.setSendBufferSize(buffer);
    }
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
    in = socket.getInputStream();
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** A request with lines ended as they must be, and a host. */
  public RawClient request(String line, String... headers) throws IOException {
    StringBuilder text = new StringBuilder(line + " HTTP/1.1\r\nHost: test\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return send(text + "\r\n");
  }

  /**
   * Sends a request and reads its answer at the same time, as neither may wait for the other's end.
   */
  public Answer post(String path, byte[] body, boolean chunked) throws Exception {
    request(
        "POST " + path, chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length);
    FutureTask<Void> sent =
        new FutureTask<>(
            () -> {
              if (!chunked) {
                send(body);
              } else if (body.length == 0) {
                send("0\r\n\r\n");
              } else {
                send(Integer.toHexString(body.length) + "\r\n").send(body).send("\r\n0\r\n\r\n");
              }
              return null;
            });
    Thread sender = new Thread(sent, "sender");
    sender.setDaemon(true);
    sender.start();
    Head head = head();
    byte[] answer = body(head);
    sent.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    return new Answer(head, answer);
  }

  /** A whole answer. */
  public record Answer(Head head, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** The answer to a request without a body. */
  public Answer get(String path) throws IOException {
    Head head = request("GET " + path).head();
    return new Answer(head, body(head));
  }

  /** Status line and headers of an answer. */
  public record Head(int status, List<String> headers) {
    public List<String> values(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(header -> header.substring(prefix.length()).strip())
          .toList();
    }

    public String value(String name) {
      List<String> values = values(name);
      if (values.size() != 1) {
        throw new AssertionError(name + " in " + headers);
      }
      return values.get(0);
    }
  }

  public Head head() throws IOException {
    String status = line();
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    return new Head(Integer.parseInt(status.split(" ")[1]), headers);
  }

  /** The body of an answer; throws where it ends too early. */
  public byte[] body(Head head) throws IOException {
    if (head.status() == 204 || head.status() == 304) {
      return new byte[0];
    }
    if (!head.values("content-length").isEmpty()) {
      return bytes(Integer.parseInt(head.value("content-length")));
    }
    if (head.values("transfer-encoding").isEmpty()) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
      body.write(chunk);
    }
    return body.toByteArray();
  }

  public String text(Head head) throws IOException {
    return new String(body(head), StandardCharsets.UTF_8);
  }

  /**
   * One chunk as the server has sent it; an empty one is the end. The end of its line is read with
   * the next one, as servers send it then.
   */
  public byte[] chunk() throws IOException {
    String size = line();
    if (inChunks) {
      size = size.isEmpty() ? line() : "no end of line: " + size;
    }
    byte[] chunk = bytes(Integer.parseInt(size.split(";")[0], 16));
    inChunks = chunk.length > 0;
    if (!inChunks && !line().isEmpty()) {
      throw new IOException("the last chunk has trailers");
    }
    return chunk;
  }

  public byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("the connection was closed after " + bytes.length + " of " + count);
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection was closed after '" + line + "'");
      }
      line.append((char) c);
    }
    return line.substring(0, Math.max(0, line.length() - 1));
  }

  /** Whether the server has closed the connection; waits for it. */
  public boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (java.net.SocketException reset) {
      return true;
    }
  }

  public Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
