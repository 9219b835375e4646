package io.krait.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.e2e.RestClient;
import io.krait.e2e.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  @TempDir private static Path folder;
  private static final List<Node> NODES = new ArrayList<>();
  private static Postgres postgres;
  private static RestClient admin;
  private static String channel;

  /** The next test may wait for long for what this one has left behind. */
  @RegisterExtension
  static final TestWatcher AT_ONCE =
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

    List<String> operations = new ArrayList<>();
    node(0).asked(Ring.ID, "operations").forEach(done -> operations.add(done.asText()));
    assertThat(operations).doesNotHaveDuplicates().containsAll(writers.operations());
    List<Long> fences = new ArrayList<>();
    node(0).asked(Ring.ID, "fences").forEach(fence -> fences.add(fence.asLong()));
    assertThat(fences).isSorted().doesNotHaveDuplicates().containsAll(writers.fences());
    assertThat(writers.fences()).isNotEmpty();
    checkTicks();
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

  /** The job is done by one node at a time, whichever that is. */
  private static void checkTicks() {
    List<Double> times = new ArrayList<>();
    node(0).asked(Ring.ID, "ticks").forEach(tick -> times.add(tick.path(1).asDouble()));
    assertThat(times.size()).isGreaterThan(3);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).as("seconds between jobs").isGreaterThan(1.8);
    }
  }

  @Test
  @Order(4)
  void nodesAreWholeAgainWhenTheDatabaseIsBack() throws Exception {
    postgres.stop();
    try {
      for (Node node : NODES) {
        assertThat(node.client(admin).say(channel, "lost").status()).isNotEqualTo(201);
      }
    } finally {
      postgres.start();
    }

    for (Node node : NODES) {
      Workspace.await(
          node.name() + " takes posts",
          () -> node.client(admin).say(channel, "back").status() == 201);
    }
    greet(1, "back");
    awaitEverywhere("greeting", "back");
  }

  @Test
  @Order(5)
  void noPostIsLostOrUnmoderatedWhileAllNodesTakeANewVersion() throws Exception {
    List<Integer> ports = NODES.stream().map(node -> node.server().port()).toList();
    try (Balancer balancer = Balancer.before(ports, folder)) {
      Posts posts = new Posts(balancer, admin.token(), channel);
      posts.begin();
      Workspace.await("posts come in", () -> posts.count() > 20 * EFFORT);

      install(0, "2.0.0");
      awaitEverywhere("version", "2.0.0");
      int updated = posts.count();
      Workspace.await("more posts come in", () -> posts.count() > updated + 20 * EFFORT);
      posts.end();

      assertThat(posts.failed()).isEmpty();
      assertThat(new HashSet<>(posts.acknowledged())).hasSize(posts.acknowledged().size());
      for (String id : posts.acknowledged()) {
        assertThat(at(0).get("/posts/" + id).expect(200).text("message"))
            .containsOnlyOnce(" moderated by ");
      }
    }
    assertThat(node(0).asked(Ring.ID, "state").path("installed").asInt()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void aNodeThatIsCutOffDoesNothingWrongAndFollowsWhenItIsBack() throws Exception {
    node(2).wire().cut();
    greet(0, "without you");
    await(node(0), "greeting", "without you");
    await(node(1), "greeting", "without you");
    assertThat(node(2).client(admin).say(channel, "from nowhere").status()).isNotEqualTo(201);

    node(2).wire().mend();

    await(node(2), "greeting", "without you");
    Workspace.await("all are seen by all again", () -> statuses(0).equals("one 2, three 2, two 2"));
    checkTicks();
  }
}
