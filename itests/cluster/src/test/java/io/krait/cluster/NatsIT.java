package io.krait.cluster;

import io.krait.e2e.RestClient;
import io.krait.e2e.Server;
import io.krait.e2e.Workspace;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, each with a database of its own, that speak by NATS as the documents say. */
class NatsIT {

  @TempDir private Path folder;
  private final List<Node> nodes = new ArrayList<>();
  private Process nats;

  @AfterEach
  void end() {
    nodes.forEach(Node::close);
    if (nats != null) {
      nats.destroy();
    }
  }

  @Test
  void whatAPluginTellsOnOneServerIsHeardOnTheOther() throws Exception {
    int port = startNats();
    for (String name : List.of("desk-1", "desk-2")) {
      Path data = folder.resolve(name);
      Files.copy(
          bundle(), Files.createDirectories(data.resolve("deploy")).resolve("io.krait.nats.jar"));
      Server.configure(
          data, "io.krait.nats", Map.of("servers", "nats://127.0.0.1:" + port, "node", name));
      Node node = new Node(name, data);
      nodes.add(node);
      node.start(Ring.archive("1.0.0", folder));
    }
    for (Node node : nodes) {
      node.awaitRunning();
      RestClient admin = node.server().client().signUp("admin");
      Workspace.await("the plugin runs", () -> admin.runs(Ring.ID));
    }

    Workspace.await(
        "what is told is heard",
        () ->
            nodes.get(0).ask(Ring.ID, "tell?what=hello", Duration.ofSeconds(30)).isPresent()
                && nodes
                    .get(1)
                    .ask(Ring.ID, "heard", Duration.ofSeconds(30))
                    .filter(all -> all.toString().contains("\"hello\""))
                    .isPresent());
  }

  private int startNats() throws IOException, InterruptedException {
    Path program =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(path -> Path.of(path, "nats-server"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(
        program != null,
        "NATS is not installed (on Debian or Ubuntu: apt-get install nats-server)");
    int port = Workspace.freePort();
    nats =
        new ProcessBuilder(
                program.toString(),
                "-js",
                "-sd",
                folder.resolve("nats").toString(),
                "-a",
                "127.0.0.1",
                "-p",
                "" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nats.log").toFile())
            .start();
    Workspace.await(
        "NATS listens",
        () -> {
          try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
          } catch (IOException notYet) {
            return false;
          }
        });
    return port;
  }

  /** As it was built. */
  private static Path bundle() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.getFileName().toString().startsWith("io.krait.nats"))
        .findFirst()
        .orElseThrow();
  }
}
