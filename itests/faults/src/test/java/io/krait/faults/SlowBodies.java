package io.krait.faults;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Many who have not logged in send the body of a login byte by byte. */
final class SlowBodies implements Trial {

  private static final int CLIENTS = 250;
  private static final int LENGTH = 4000;

  @Override
  public String title() {
    return "bodies byte by byte";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    List<Socket> clients = new ArrayList<>();
    ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), stage.server().port());
        clients.add(socket);
        write(
            socket,
            "POST /api/v4/users/login HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + LENGTH
                + "\r\n\r\n{\"login_id\":\"");
      }
      long began = System.nanoTime();
      drip.scheduleWithFixedDelay(
          () -> clients.forEach(socket -> write(socket, "a")), 0, 200, TimeUnit.MILLISECONDS);
      try (Pings pings = Pings.to(stage.server())) {
        Workspace.await("bodies drip", () -> System.nanoTime() - began > stage.effort().toNanos());
        stage.admin().get("/users/me").expect(200);
        String ping = pings.end();
        return Row.of("pings", CLIENTS, 0, "%s", ping);
      }
    } finally {
      drip.shutdownNow();
      for (Socket socket : clients) {
        socket.close();
      }
    }
  }

  private static void write(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException givenUp) {
      // The server does not wait for ever, which is what is wanted.
    }
  }
}
