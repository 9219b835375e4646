package io.krait.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.e2e.RestClient;
import io.krait.e2e.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one PostgreSQL, and what is done to them, one thing after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

  /** How many times as long things go on. */
  private static final int EFFORT =
      Integer.parseInt(System.getenv().getOrDefault("KRAIT_CLUSTER_EFFORT", "1"));

  /** Longer than the lease of the plugin's lock, and than that of a node. */
  private static final Duration PAUSE = Duration.ofSeconds(5L * EFFORT);

  /** How long a node may take until it is whole again when the database is back. */
  private static final Duration WHOLE = Duration.ofSeconds(10);

  /** How long what is seen by one node may be hidden from another. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @TempDir private static Path folder;
  private static final List<Node> NODES = new ArrayList<>();
  private static final List<String> CHANNELS = new ArrayList<>();
  private static Postgres postgres;
  private static RestClient admin;
  private static String channel;

  /** The next test may wait for long for what this one has left behind. */
  @RegisterExtension
  static final TestWatcher TELLING =
      new TestWatcher() {
        @Override
        public void testFailed(ExtensionContext test, Throwable failure) {
          System.out.println(test.getDisplayName() + ": " + failure);
        }
      };

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Postgres.isInstalled(),
        "PostgreSQL is not installed (on Debian or Ubuntu: apt-get install postgresql)");
    postgres = Postgres.started();
    for (String name : List.of("one", "two", "three")) {
      NODES.add(new Node(name, folder, new Wire(postgres.port())));
    }
    for (Node node : NODES) {
      node.start();
    }
    for (Node node : NODES) {
      node.awaitRunning();
    }
    admin = node(0).server().client().signUp("admin");
    channel = admin.newTeam("team");
    String team = admin.get("/teams/name/team").expect(200).text("id");
    for (int i = 0; i < 10; i++) {
      CHANNELS.add(
          admin
              .post(
                  "/channels",
                  Map.of("team_id", team, "name", "room-" + i, "display_name", "Room", "type", "O"))
              .expect(201)
              .text("id"));
    }
  }

  @AfterAll
  static void end() throws Exception {
    for (Node node : NODES) {
      node.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private static Node node(int number) {
    return NODES.get(number);
  }

  private static Node nodeCalled(String name) {
    return NODES.stream().filter(node -> node.name().equals(name)).findAny().orElseThrow();
  }

  private static RestClient at(int number) {
    return node(number).client(admin);
  }

  private static void install(int number, String version) throws Exception {
    Path archive = Ring.archive(version, folder);
    at(number)
        .form(
            "/plugins",
            Map.of("force", "true"),
            "plugin",
            "ring.tar.gz",
            Files.readAllBytes(archive))
        .expect(201);
  }

  private static void greet(int number, String greeting) {
    at(number)
        .put(
            "/config/patch",
            Map.of(
                "PluginSettings", Map.of("Plugins", Map.of(Ring.ID, Map.of("greeting", greeting)))))
        .expect(200);
  }

  /** Waits until the plugin answers so on a node. */
  private static void await(Node node, String field, String value) throws InterruptedException {
    Workspace.await(
        "%s is %s on %s".formatted(field, value, node.name()),
        () ->
            node.ask(Ring.ID, "state", Duration.ofSeconds(10))
                .filter(state -> state.path(field).asText().equals(value))
                .isPresent());
  }

  private static void awaitEverywhere(String field, String value) throws InterruptedException {
    for (Node node : NODES) {
      await(node, field, value);
    }
  }

  @Test
  @Order(1)
  void whatIsInstalledOnOneNodeRunsOnAllAndIsSetAlike() throws Exception {
    install(0, "1.0.0");
    at(1).post("/plugins/" + Ring.ID + "/enable", Map.of()).expect(200);
    awaitEverywhere("version", "1.0.0");
    int[] told =
        NODES.stream()
            .mapToInt(node -> node.asked(Ring.ID, "state").path("told").asInt())
            .toArray();

    greet(2, "hi");

    awaitEverywhere("greeting", "hi");
    for (int i = 0; i < NODES.size(); i++) {
      JsonNode state = node(i).asked(Ring.ID, "state");
      assertThat(state.path("told").asInt()).isEqualTo(told[i] + 1);
      assertThat(state.path("installed").asInt()).isEqualTo(1);
    }
    Workspace.await(
        "each node knows how the plugin is on all",
        () -> statuses(2).equals("one 2, three 2, two 2"));
  }

  /** Which nodes have the plugin in which state, as one of them tells. */
  private static String statuses(int number) {
    return StreamSupport.stream(
            at(number).get("/plugins/statuses").expect(200).body().spliterator(), false)
        .filter(status -> status.path("plugin_id").asText().equals(Ring.ID))
        .map(status -> status.path("cluster_id").asText() + " " + status.path("state").asInt())
        .sorted()
        .reduce((some, more) -> some + ", " + more)
        .orElse("");
  }

  @Test
  @Order(2)
  void aNodeThatWasAwayHasWhatTheOthersHaveWhenItIsBack() throws Exception {
    node(2).server().close();
    install(1, "1.1.0");
    greet(0, "ho");
    await(node(0), "version", "1.1.0");

    node(2).start();
    node(2).awaitRunning();

    awaitEverywhere("version", "1.1.0");
    awaitEverywhere("greeting", "ho");
  }

  @Test
  @Order(3)
  void nothingIsCountedTwiceOrLostAndNoTwoHoldALockWhileNodesAreKilledAndStopped()
      throws Exception {
    Writers writers = new Writers(NODES);
    writers.begin();
    try {
      disturb(writers);
    } finally {
      writers.end();
    }

    check(writers);
    assertThat(writers.fences()).isNotEmpty();
    checkTicks(Duration.ofSeconds(60));
  }

  private static void check(Writers writers) {
    List<String> operations = new ArrayList<>();
    node(0).asked(Ring.ID, "operations").forEach(done -> operations.add(done.asText()));
    assertThat(operations).doesNotHaveDuplicates().containsAll(writers.operations());
    List<Long> fences = new ArrayList<>();
    node(0).asked(Ring.ID, "fences").forEach(fence -> fences.add(fence.asLong()));
    assertThat(fences).isSorted().doesNotHaveDuplicates().containsAll(writers.fences());
  }

  private static void disturb(Writers writers) throws Exception {
    awaitCount(writers, 40);
    node(2).pause();
    try {
      long paused = System.nanoTime();
      node(1).kill();
      node(1).start();
      awaitCount(writers, 40);
      while (System.nanoTime() - paused < PAUSE.toNanos()) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } finally {
      node(2).goOn();
    }
    node(1).awaitRunning();
    awaitEverywhere("version", "1.1.0");
    awaitCount(writers, 40);
  }

  private static void awaitCount(Writers writers, int more) throws InterruptedException {
    int before = writers.counted();
    Workspace.await("more is counted", () -> writers.counted() >= before + more * EFFORT);
  }

  /** The job is done by one node at a time, whichever that is, and with no longer gap than that. */
  private static void checkTicks(Duration longest) {
    List<Double> times = new ArrayList<>();
    node(0).asked(Ring.ID, "ticks").forEach(tick -> times.add(tick.path(1).asDouble()));
    assertThat(times.size()).isGreaterThan(3);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1))
          .as("seconds between jobs")
          .isBetween(1.8, (double) longest.toSeconds());
    }
  }

  @Test
  @Order(4)
  void nodesAreWholeAgainWhenTheDatabaseIsBack() throws Exception {
    postgres.stop();
    try {
      // Who tells waits until that is kept, and what is told as well.
      CompletableFuture.runAsync(
          () -> node(0).ask(Ring.ID, "tell?what=meanwhile", Duration.ofSeconds(60)));
      for (Node node : NODES) {
        assertThat(node.client(admin).say(channel, "lost").status()).isNotEqualTo(201);
      }
    } finally {
      postgres.start();
    }
    long back = System.nanoTime();

    for (Node node : NODES) {
      Workspace.await(
          node.name() + " takes posts",
          left(back),
          () -> node.client(admin).say(channel, "back").status() == 201);
    }
    for (Node node : NODES.subList(1, NODES.size())) {
      Workspace.await(
          node.name() + " hears what was told meanwhile",
          left(back),
          () -> heard(node, "meanwhile"));
    }
    greet(1, "back");
    awaitEverywhere("greeting", "back");
    System.out.printf(
        "whole again %.1f s after the database was back%n", (System.nanoTime() - back) / 1e9);
  }

  private static Duration left(long since) {
    return WHOLE.minusNanos(System.nanoTime() - since);
  }

  private static boolean heard(Node node, String what) {
    return node.ask(Ring.ID, "heard", Duration.ofSeconds(10))
        .filter(all -> all.toString().contains('"' + what + '"'))
        .isPresent();
  }

  @Test
  @Order(5)
  void nothingIsLostOrDoneTwiceWhileTheConnectionsToTheDatabaseAreCutOneByOne() throws Exception {
    try (Balancer balancer = balancer()) {
      Posts posts =
          new Posts("cut connections", 20, balancer, admin.token(), CHANNELS).thatMayBreak();
      Writers writers = new Writers(NODES);
      posts.begin();
      writers.begin();
      try {
        int cut = 0;
        for (int round = 0; round < 2 * EFFORT; round++) {
          awaitCount(writers, 1);
          awaitPosts(posts, 20);
          cut += postgres.cutConnections();
        }
        awaitCount(writers, 1);
        awaitPosts(posts, 20);
        assertThat(cut).isGreaterThan(NODES.size());
        greet(0, "cut");
        awaitEverywhere("greeting", "cut");
      } finally {
        writers.end();
        posts.end();
      }

      check(writers);
      check(posts);
    }
  }

  private static Balancer balancer() throws Exception {
    return Balancer.before(NODES.stream().map(node -> node.server().port()).toList(), folder);
  }

  /** Each post that was taken is there once and moderated, and no other is. */
  private static void check(Posts posts) throws Exception {
    assertThat(posts.failed()).isEmpty();
    List<String> kept = postgres.ask("select id from posts where " + posts.condition());
    assertThat(kept).containsExactlyInAnyOrderElementsOf(posts.acknowledged());
    assertThat(
            postgres.ask(
                "select message from posts where "
                    + posts.condition()
                    + " and message !~ '^[a-z ]+ [0-9]+ moderated by [0-9.]+$'"))
        .isEmpty();
  }

  @Test
  @Order(6)
  void noPostIsLostOrUnmoderatedWhileAllNodesTakeANewVersion() throws Exception {
    try (Balancer balancer = balancer()) {
      Posts posts = new Posts("update", 200, balancer, admin.token(), CHANNELS);
      posts.begin();
      try {
        awaitPosts(posts, 200);
        install(0, "2.0.0");
        awaitEverywhere("version", "2.0.0");
        awaitPosts(posts, 200);
      } finally {
        posts.end();
      }

      check(posts);
    }
    assertThat(node(0).asked(Ring.ID, "state").path("installed").asInt()).isEqualTo(1);
  }

  private static void awaitPosts(Posts posts, int more) throws InterruptedException {
    int before = posts.count();
    Workspace.await("more posts come in", () -> posts.count() > before + more * EFFORT);
  }

  @Test
  @Order(7)
  void noPostIsLostOrUnmoderatedWhileANodeEnds() throws Exception {
    try (Balancer balancer = balancer()) {
      Posts posts = new Posts("end", 200, balancer, admin.token(), CHANNELS);
      posts.begin();
      try {
        awaitPosts(posts, 200);
        node(1).server().close();
        awaitPosts(posts, 200);
      } finally {
        posts.end();
      }

      check(posts);
    }
    node(1).start();
    node(1).awaitRunning();
    awaitEverywhere("version", "2.0.0");
  }

  @Test
  @Order(8)
  void aNodeThatIsCutOffDoesNothingWrongAndFollowsWhenItIsBack() throws Exception {
    List<String> before = leader();
    Node cut = nodeCalled(before.get(0));
    Node other = NODES.get((NODES.indexOf(cut) + 1) % NODES.size());
    cut.wire().cut();
    greet(NODES.indexOf(other), "without you");
    for (Node node : NODES) {
      if (node != cut) {
        await(node, "greeting", "without you");
      }
    }
    assertThat(cut.client(admin).say(channel, "from nowhere").status()).isNotEqualTo(201);
    awaitLog(cut, "this server does the jobs no longer");
    Workspace.await(
        "another one leads",
        () -> NODES.stream().anyMatch(node -> node != cut && leader().get(0).equals(node.name())));

    cut.wire().mend();

    await(cut, "greeting", "without you");
    Workspace.await("all are seen by all again", () -> statuses(0).equals("one 2, three 2, two 2"));
    List<String> after = leader();
    assertThat(after.get(0)).isNotEqualTo(cut.name());
    assertThat(Long.parseLong(after.get(1))).isGreaterThan(Long.parseLong(before.get(1)));
    assertThat(nodeCalled(after.get(0)).log()).contains("this server does the jobs from now on");
    checkTicks(Workspace.PATIENCE);
  }

  private static List<String> leader() {
    return postgres.holder("host/leader");
  }

  private static void awaitLog(Node node, String line) throws InterruptedException {
    Workspace.await(
        node.name() + " logs: " + line,
        () -> {
          try {
            return node.log().contains(line);
          } catch (IOException notYet) {
            return false;
          }
        });
  }

  @Test
  @Order(9)
  void whoIsLoggedOutAndWhoMayDoWhatIsTheSameOnAllAtOnce() throws Exception {
    RestClient ada = node(1).server().client().signUp("ada");
    String id = ada.get("/users/me").expect(200).text("id");
    RestClient elsewhere = node(2).client(ada);
    elsewhere.get("/config").expect(403);
    Socket socket = node(2).connect(ada);

    at(0).put("/users/" + id + "/roles", Map.of("roles", "system_user system_admin")).expect(200);
    Workspace.await(
        "she may on another node", AT_ONCE, () -> elsewhere.get("/config").status() == 200);
    at(0).put("/users/" + id + "/roles", Map.of("roles", "system_user")).expect(200);
    Workspace.await(
        "she may not on another node", AT_ONCE, () -> elsewhere.get("/config").status() == 403);

    at(0).post("/users/" + id + "/sessions/revoke/all", Map.of()).expect(200);
    Workspace.await(
        "she is logged out on another node",
        AT_ONCE,
        () -> elsewhere.get("/users/me").status() == 401);
    assertThat(socket.closed()).succeedsWithin(WHOLE);
  }

  @Test
  @Order(10)
  void aClientThatConnectsAgainToAnotherNodeLosesNothingAndHearsNothingTwice() throws Exception {
    Socket before = node(0).connect(admin);
    say(1, "seen");
    Workspace.await("a post is heard of", () -> before.posts().size() == 1);
    before.lose();
    say(0, "missed at its own node");
    say(1, "missed at another");

    Socket after = node(2).goOn(admin, before);

    say(2, "heard");
    Workspace.await("the last post is heard of", () -> after.posts().size() >= 3);
    say(0, "and one more");
    Workspace.await("one more post is heard of", () -> after.posts().size() >= 4);
    assertThat(after.names()).doesNotContain("hello");
    assertThat(after.posts())
        .containsExactlyInAnyOrder(
            "missed at its own node moderated by 2.0.0",
            "missed at another moderated by 2.0.0",
            "heard moderated by 2.0.0",
            "and one more moderated by 2.0.0");
  }

  private static void say(int number, String message) {
    assertThat(at(number).say(channel, message).status()).isEqualTo(201);
  }
}
