package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.RestClient;
import io.krait.e2e.Server;
import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The server itself is killed while messages are posted and a plugin stores values. */
final class ServerKilled implements Trial {

  private static final String KEEPER = "com.example.keeper";
  private static final int CLIENTS = 4;
  private static final int EARLY = 8;
  private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> stored = new ConcurrentHashMap<>();

  @Override
  public String title() {
    return "kill -9 of the server under posts and values";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Path data = stage.newFolder().resolve("data");
    Path keeper = stage.plugin(KEEPER, "keeper.py");
    Path moderator = Workspace.example("moderator", stage.newFolder());
    long kills = Math.max(2, stage.effort().toSeconds() / 10);
    List<Messages> rounds = new ArrayList<>();
    Duration gone = Duration.ZERO;
    long lost = 0;
    long passed = 0;
    // Machines that build are busy: the bound is not what is tested.
    Server.configure(data, "io.krait.runtime.guards", Map.of("start.seconds", "300"));
    RestClient before = null;
    for (int kill = 0; kill <= kills; kill++) {
      try (Server server = Server.starting(data, keeper, moderator)) {
        if (kill > 0) {
          rounds.add(early(before.at(server), rounds.get(0).channel()));
        }
        server.awaitRunning();
        RestClient ann = kill == 0 ? server.client().signUp("ann") : server.client().logIn("ann");
        before = ann;
        lost += lostValues(server.port());
        for (Messages round : rounds) {
          lost += round.lost(ann);
          passed += round.having(ann, "heck");
        }
        if (kill < kills) {
          Messages messages = new Messages(ann, ann.newTeam("team" + kill));
          rounds.add(messages);
          gone = max(gone, killUnderLoad(server, messages, stage.effort().dividedBy(kills)));
        }
      }
    }
    assertThat(passed).as("messages that have passed the moderator").isZero();
    return Row.of(
        "%d authors, %d writers of values".formatted(CLIENTS, CLIENTS),
        kills,
        lost,
        "%d posts and %d values acknowledged, from the first moment of each start on, and none has"
            + " passed the moderator; processes of plugins gone within %d ms",
        rounds.stream().mapToInt(Messages::acknowledged).sum(),
        stored.size(),
        gone.toMillis());
  }

  /** Posts from the first moment of a start on, until some are taken. */
  private static Messages early(RestClient author, String channel) throws Exception {
    Messages messages = new Messages(author, channel);
    try (Crowd authors = Crowd.of(CLIENTS, number -> messages.postWhenThere("heck " + number))) {
      Workspace.await("some are taken", () -> messages.acknowledged() > EARLY);
      authors.join();
    }
    return messages;
  }

  /** Gives how long the processes of plugins have lived on. */
  private Duration killUnderLoad(Server server, Messages messages, Duration load) throws Exception {
    List<ProcessHandle> plugins = server.plugins();
    assertThat(plugins).hasSizeGreaterThanOrEqualTo(2);
    long enough = System.nanoTime() + load.toNanos();
    int before = stored.size();
    try (Crowd authors = Crowd.of(CLIENTS, n -> messages.postOrBreak("heck " + n));
        Crowd writers =
            Crowd.of(CLIENTS, n -> store(server.port(), before + "-" + n, "value " + n))) {
      Workspace.await(
          "there is what can be lost",
          () ->
              messages.acknowledged() > 20
                  && stored.size() > before + 20
                  && System.nanoTime() > enough);
      server.kill();
      Duration gone = untilGone(plugins);
      authors.join();
      writers.join();
      return gone;
    }
  }

  private static Duration untilGone(List<ProcessHandle> plugins) throws InterruptedException {
    long began = System.nanoTime();
    Workspace.await(
        "no plugin outlives the server",
        GONE_WITHIN,
        () -> plugins.stream().noneMatch(ProcessHandle::isAlive));
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void store(int port, String key, String value) throws InterruptedException {
    try {
      if (ask(port, "POST", key, value).statusCode() == 200) {
        stored.put(key, value);
      }
    } catch (IOException broken) {
      // Nobody has been told that this one is stored.
    }
  }

  private long lostValues(int port) throws Exception {
    long lost = 0;
    for (Map.Entry<String, String> value : stored.entrySet()) {
      if (!ask(port, "GET", value.getKey(), "").body().equals(value.getValue())) {
        lost++;
      }
    }
    return lost;
  }

  private HttpResponse<String> ask(int port, String method, String key, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/plugins/%s/%s".formatted(port, KEEPER, key)))
            .timeout(Duration.ofMinutes(2))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
