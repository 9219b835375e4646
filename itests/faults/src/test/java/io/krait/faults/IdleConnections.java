package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Workspace;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections on which nothing comes, or half of a request. */
final class IdleConnections implements Trial {

  private static final int CONNECTIONS = 1000;
  private static final int AUTHORS = 4;

  @Override
  public String title() {
    return "idle connections";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Messages messages = new Messages(stage.admin(), stage.admin().newTeam(stage.newName("team")));
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), stage.server().port());
        idle.add(socket);
        if (i % 2 == 0) {
          socket
              .getOutputStream()
              .write("GET /api/v4/system/ping HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.UTF_8));
        }
      }
      try (Pings pings = Pings.to(stage.server());
          Crowd authors = Crowd.of(AUTHORS, number -> messages.post("quiet " + number))) {
        stage.server().client().get("/system/ping").expect(200);
        Workspace.await("messages are posted", () -> messages.acknowledged() >= 100);
        double rate = authors.rate();
        authors.join();
        String ping = pings.end();
        assertThat(messages.refused()).isZero();
        return Row.of(
            "%d authors, %.0f posts/s".formatted(AUTHORS, rate),
            CONNECTIONS,
            messages.lost(stage.admin()),
            "%s",
            ping);
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }
}
