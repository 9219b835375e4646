package io.krait.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.e2e.RestClient;
import io.krait.e2e.Server;
import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One of several servers, with the same data folder whenever it is started. */
final class Node implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String name;
  private final Path data;
  private final Wire wire;
  private Server server;

  /** A server of this name whose way to the database is this one; it is not started. */
  Node(String name, Path folder, Wire wire) throws IOException {
    this.name = name;
    this.wire = wire;
    data = folder.resolve(name);
    Server.configure(
        data,
        "io.krait.host",
        Map.of(
            "jdbc.url",
                "jdbc:postgresql://127.0.0.1:%d/chat?sslmode=disable&socketTimeout=5"
                    .formatted(wire.port()),
            "jdbc.user", "krait",
            "file.store", "database",
            "cluster.enabled", "true",
            "cluster.node", name,
            "open.sign.up", "true"));
    Server.configure(data, "io.krait.runtime", Map.of("cluster.poll.seconds", "2"));
    Server.configure(data, "io.krait.jetty", Map.of("leave.seconds", "5"));
  }

  /** A server of this name that has its data for itself, in this folder; it is not started. */
  Node(String name, Path data) throws IOException {
    this.name = name;
    this.data = data;
    wire = new Wire(0);
  }

  String name() {
    return name;
  }

  Wire wire() {
    return wire;
  }

  /** Begins to start, with these plugins if it has none; {@link #awaitRunning} waits. */
  void start(Path... plugins) throws IOException {
    server = Server.starting(data, plugins);
  }

  void awaitRunning() throws InterruptedException {
    server.awaitRunning();
  }

  Server server() {
    return server;
  }

  /** What it has logged so far. */
  String log() throws IOException {
    return Files.readString(server.log(data));
  }

  /** Somebody who has a session, at this server. */
  RestClient client(RestClient who) {
    return who.at(server);
  }

  /** Has somebody who has a session hear of events here. */
  Socket connect(RestClient who) {
    return connect(who, "");
  }

  /** As {@link #connect(RestClient)}, from where a connection to whatever node has ended. */
  Socket goOn(RestClient who, Socket before) {
    return connect(
        who,
        "?connection_id=%s&sequence_number=%d"
            .formatted(before.connectionId(), before.nextNumber()));
  }

  private Socket connect(RestClient who, String query) {
    Socket socket = new Socket();
    HTTP.newWebSocketBuilder()
        .header("Authorization", "Bearer " + who.token())
        .buildAsync(
            URI.create("ws://127.0.0.1:%d/api/v4/websocket%s".formatted(server.port(), query)),
            socket)
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
    return socket;
  }

  /** What a plugin answers here; empty where nothing comes, or an error. */
  Optional<JsonNode> ask(String plugin, String path, Duration patience) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/plugins/%s/%s".formatted(server.port(), plugin, path)))
            .timeout(patience)
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.of(JSON.readTree(response.body()))
          : Optional.empty();
    } catch (IOException broken) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What a plugin answers here. */
  JsonNode asked(String plugin, String path) {
    Optional<JsonNode> answer = ask(plugin, path, Duration.ofSeconds(30));
    assertThat(answer).as("what %s answers to %s on %s", plugin, path, name).isPresent();
    return answer.get();
  }

  private List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>(server.plugins());
    all.add(ProcessHandle.of(server.pid()).orElseThrow());
    return all;
  }

  /** Has the server and its plugins stand still until {@link #goOn}. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes().forEach(process -> command.add(Long.toString(process.pid())));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /** The same as kill -9, for its plugins as well. */
  void kill() throws InterruptedException {
    List<ProcessHandle> plugins = server.plugins();
    server.kill();
    plugins.forEach(ProcessHandle::destroyForcibly);
    Workspace.await(
        "plugins of " + name + " have ended",
        () -> plugins.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    wire.close();
  }
}
