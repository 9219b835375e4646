package io.krait.faults;

import io.krait.e2e.RestClient;
import io.krait.e2e.Server;
import io.krait.e2e.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where trials take place: a server that they share, and what they need to start others.
 *
 * <p>A trial leaves the shared server as it has found it, but for users, teams and messages.
 */
final class Stage implements AutoCloseable {

  private final Path folder;
  private final Path data;
  private final Duration effort;
  private final Server server;
  private final RestClient admin;
  private final AtomicInteger names = new AtomicInteger();

  private Stage(Path folder, Path data, Duration effort, Server server, RestClient admin) {
    this.folder = folder;
    this.data = data;
    this.effort = effort;
    this.server = server;
    this.admin = admin;
  }

  /**
   * Starts the server that trials share.
   *
   * @param folder for all that trials write
   * @param effort how long trials go on that could go on for ever
   */
  static Stage open(Path folder, Duration effort) throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Server.configure(data, "io.krait.host", Map.of("open.sign.up", "true"));
    Server.configure(
        data,
        "io.krait.supervisor.limits-greedy",
        Map.of("plugin", GreedyPlugin.ID, "limit.memory.megabytes", "200", "limit.tasks", "60"));
    Server server = Server.start(data);
    return new Stage(folder, data, effort, server, server.client().signUp("admin"));
  }

  Server server() {
    return server;
  }

  /** The data folder of the shared server. */
  Path data() {
    return data;
  }

  /** The administrator of the shared server. */
  RestClient admin() {
    return admin;
  }

  Duration effort() {
    return effort;
  }

  /** A folder for one trial alone. */
  Path newFolder() throws IOException {
    return Files.createDirectories(folder.resolve(newName("folder")));
  }

  /** A name that nobody else has. */
  String newName(String kind) {
    return kind + names.incrementAndGet();
  }

  /** The archive of a plugin whose code is among the resources. */
  Path plugin(String id, String resource) throws IOException, InterruptedException {
    try (InputStream code = Stage.class.getResourceAsStream("/plugins/" + resource)) {
      return Workspace.plugin(
          id, new String(code.readAllBytes(), StandardCharsets.UTF_8), newFolder());
    }
  }

  /** Has the shared server run a plugin until it is removed. */
  InstalledPlugin install(String id, Path archive) throws InterruptedException {
    admin.upload(archive).expect(201);
    InstalledPlugin installed = new InstalledPlugin(this, id);
    try {
      installed.enable();
      return installed;
    } catch (AssertionError | InterruptedException | RuntimeException failed) {
      installed.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
