package io.krait.host.internal.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks as much SMTP as it takes to be handed one mail after the other. */
final class FakeMailServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final StringBuffer received = new StringBuffer();
  private final boolean taking;
  private final Thread thread = new Thread(this::serve, "fake-mail-server");

  /** Takes mails, or refuses their recipients. */
  FakeMailServer(boolean taking) throws IOException {
    this.taking = taking;
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All that clients have said. */
  String received() {
    return received.toString();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException over) {
        // The client has gone, or we have.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = client.getOutputStream();
    say(out, "220 fake");
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      received.append(line).append('\n');
      if (data) {
        data = !line.equals(".");
        if (!data) {
          say(out, "250 taken");
        }
      } else if (line.startsWith("DATA")) {
        data = true;
        say(out, "354 go on");
      } else if (line.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, line.startsWith("RCPT") && !taking ? "550 nobody here" : "250 fine");
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
