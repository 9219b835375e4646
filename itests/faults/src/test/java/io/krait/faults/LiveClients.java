package io.krait.faults;

import io.krait.e2e.RestClient;
import io.krait.e2e.Workspace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many clients see each post of a channel live, once and in order, while a plugin moderates. */
final class LiveClients implements Trial {

  private static final String ID = "com.example.moderator";
  private static final int FEW = 200;
  private static final int MANY = 1000;
  private static final int CLIENTS_OF_A_USER = 100;
  private static final int POSTS_PER_SECOND = 50;
  private static final int LONG_EFFORT_SECONDS = 10;
  private static final Pattern POSTED = Pattern.compile("live (\\d+) (\\d+) \\*{4}");

  @Override
  public String title() {
    return "WebSocket clients of a channel";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    RestClient admin = stage.admin();
    String channel = admin.newTeam(stage.newName("team"));
    int count = stage.effort().toSeconds() < LONG_EFFORT_SECONDS ? FEW : MANY;
    int posts = (int) (stage.effort().toSeconds() * POSTS_PER_SECOND);
    List<Client> clients = new ArrayList<>();
    try (InstalledPlugin plugin =
            stage.install(ID, Workspace.example("moderator", stage.newFolder()));
        Pings pings = Pings.to(stage.server())) {
      HttpClient http = HttpClient.newHttpClient();
      URI address =
          URI.create("ws://127.0.0.1:%d/api/v4/websocket".formatted(stage.server().port()));
      List<CompletableFuture<WebSocket>> opened = new ArrayList<>();
      RestClient user = admin;
      for (int i = 0; i < count; i++) {
        if (i % CLIENTS_OF_A_USER == 0) {
          user = member(stage, channel);
        }
        Client client = new Client(posts);
        clients.add(client);
        opened.add(
            http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + user.token())
                .buildAsync(address, client));
      }
      for (CompletableFuture<WebSocket> socket : opened) {
        socket.get(1, TimeUnit.MINUTES);
      }
      for (Client client : clients) {
        client.greeted.get(1, TimeUnit.MINUTES);
      }
      post(admin, channel, posts);
      long lost = 0;
      List<Long> delays = new ArrayList<>();
      for (Client client : clients) {
        client.complete.completeOnTimeout(null, 1, TimeUnit.MINUTES).get();
        lost += posts - client.inOrder();
        delays.addAll(client.delays());
      }
      String ping = pings.end();
      opened.forEach(socket -> socket.join().abort());
      delays.sort(null);
      return Row.of(
          "%d clients, %d posts, a moderating plugin".formatted(count, posts),
          0,
          lost,
          "an event arrives after %.1f ms (median), %.0f ms (p99); %s",
          delays.get(delays.size() / 2) / 1000.0,
          delays.get(delays.size() * 99 / 100) / 1000.0,
          ping);
    }
  }

  /** A user who sees the channel. */
  private static RestClient member(Stage stage, String channel) {
    RestClient user = stage.server().client().signUp(stage.newName("listener"));
    String id = user.get("/users/me").expect(200).text("id");
    String team = stage.admin().get("/channels/" + channel).expect(200).text("team_id");
    stage
        .admin()
        .post("/teams/" + team + "/members", Map.of("team_id", team, "user_id", id))
        .expect(201);
    return user;
  }

  /** One post after the other, at a rate. */
  private static void post(RestClient author, String channel, int posts) throws Exception {
    AtomicInteger number = new AtomicInteger();
    CompletableFuture<Void> all = new CompletableFuture<>();
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    try {
      clock.scheduleAtFixedRate(
          () -> {
            try {
              int next = number.getAndIncrement();
              author.say(channel, "live %d %d heck".formatted(next, micros())).expect(201);
              if (next + 1 == posts) {
                all.complete(null);
                clock.shutdown();
              }
            } catch (RuntimeException | AssertionError failed) {
              all.completeExceptionally(failed);
            }
          },
          0,
          TimeUnit.SECONDS.toMicros(1) / POSTS_PER_SECOND,
          TimeUnit.MICROSECONDS);
      all.get(5, TimeUnit.MINUTES);
    } finally {
      clock.shutdownNow();
    }
  }

  private static long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** Sees what comes, and whether it is what comes next. */
  private static final class Client implements WebSocket.Listener {
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private final StringBuilder message = new StringBuilder();
    private final List<Long> delays = new ArrayList<>();
    private final int expected;
    private boolean disordered;

    Client(int expected) {
      this.expected = expected;
    }

    /** How many posts came, if each came once and in order; else none. */
    synchronized int inOrder() {
      return disordered ? 0 : delays.size();
    }

    synchronized List<Long> delays() {
      return List.copyOf(delays);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        seen(message);
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private synchronized void seen(CharSequence event) {
      greeted.complete(null);
      Matcher posted = POSTED.matcher(event);
      if (posted.find()) {
        disordered |= Integer.parseInt(posted.group(1)) != delays.size();
        delays.add(micros() - Long.parseLong(posted.group(2)));
        if (delays.size() == expected) {
          complete.complete(null);
        }
      }
    }
  }
}
