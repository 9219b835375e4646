package io.krait.host.internal.outside;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterMessage;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.api.testing.cluster.ClusterInMemory;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.events.Broadcast;
import io.krait.host.internal.events.Client;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.events.FakeWire;
import io.krait.host.internal.events.Handover;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts on one database, each with its own services, as nodes of a cluster. */
class NodesTest {

  private static final int TRY_AGAIN_LATER = 1013;

  private final ClusterInMemory cluster = new ClusterInMemory();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private TestHost host;
  private ClusterInMemory.Node nodeA;
  private ClusterInMemory.Node nodeB;
  private HostServices a;
  private HostServices b;
  private User ann;
  private User ben;
  private Channel channel;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, HostHooks.NONE);
    nodeA = cluster.join("a");
    nodeB = cluster.join("b");
    a = services(nodeA, "a");
    b = services(nodeB, "b");
    ann = host.user("ann");
    ben = host.user("ben");
    Team team = host.team("home");
    channel = host.channel(team, "talk");
    for (User user : List.of(ann, ben)) {
      host.teamMembers().add(team.id(), user.id(), "");
      host.channelMembers().add(channel.id(), user.id(), "");
    }
  }

  private HostServices services(ClusterInMemory.Node node, String name) {
    Outside outside = new Outside();
    outside.bindCluster(node.events());
    outside.bindLock(node.lock());
    HostHooks hooks =
        new HostHooks() {
          @Override
          public void configurationHasChanged(Document before, Document after) {
            told.add(name);
          }
        };
    return HostServices.in(
        new Surroundings(
            host.surroundings().database(),
            host.surroundings().files(),
            InstantSource.system(),
            new Ids(),
            new Json(),
            hooks),
        new Passwords(8, 1),
        outside);
  }

  @AfterEach
  void close() {
    a.system().nodes().close();
    b.system().nodes().close();
    a.events().close();
    b.events().close();
    cluster.close();
    host.close();
  }

  @Test
  void clientsOfAllNodesAreToldOnceOfWhatHappensOnOne() {
    FakeWire atA = connect(a, ann, "one");
    FakeWire atB = connect(b, ben, "two");

    a.posts().create(Post.builder().userId(ann.id()).channelId(channel.id()).message("hi").build());
    b.events().publish(Event.of("typing", Map.of("user_id", ben.id()), Broadcast.toUser(ann.id())));

    eventually(() -> assertThat(atB.names()).contains("posted"));
    eventually(() -> assertThat(atA.names()).contains("posted", "typing"));
    assertThat(atB.events("posted")).hasSize(1);
    assertThat(atA.events("posted")).hasSize(1);
    assertThat(atB.events("posted").get(0).path("data"))
        .isEqualTo(atA.events("posted").get(0).path("data"));
    assertThat(atB.names()).doesNotContain("typing");
  }

  @Test
  void aSessionThatEndsOnOneNodeEndsItsConnectionsOnAll() {
    FakeWire atB = connect(b, ben, "two");
    a.events().end(ben.id(), "", 1008, "the session is over");
    eventually(() -> assertThat(atB.closeCode()).isEqualTo(1008));
  }

  @Test
  void aClientThatHasMissedEventsOfOthersBeginsAnew() {
    FakeWire atB = connect(b, ben, "two");
    nodeB.away();
    a.events().publish(Event.of("lost", Map.of(), Broadcast.ALL));
    a.events().settle();
    nodeB.back();
    eventually(() -> assertThat(atB.closeCode()).isEqualTo(TRY_AGAIN_LATER));
    assertThat(b.events().resume("two", ben.id(), "session", 1, FakeWire.reading())).isEmpty();
  }

  @Test
  void anEventThatIsTooLargeForTheWayHasClientsOfOtherNodesBeginAnew() {
    FakeWire atA = connect(a, ann, "one");
    FakeWire atB = connect(b, ben, "two");
    String large = "x".repeat(ClusterMessage.MOST_BYTES);
    a.events().publish(Event.of("large", Map.of("text", large), Broadcast.ALL));
    eventually(() -> assertThat(atA.names()).contains("large"));
    eventually(() -> assertThat(atB.closeCode()).isEqualTo(TRY_AGAIN_LATER));
    assertThat(atA.closeCode()).isZero();
  }

  @Test
  void aClientThatComesToAnotherNodeIsSentWhatItHasMissedThereOnceAndInOrder() {
    FakeWire atA = connect(a, ann, "one");
    publish(a, "first");
    eventually(() -> assertThat(atA.names()).containsExactly("hello", "first"));
    // It sees no more of these.
    publish(b, "second");
    publish(a, "third");
    eventually(() -> assertThat(atA.names()).contains("second", "third"));

    FakeWire atB = FakeWire.reading();
    Client there = fetched(b, new Handover.Wanted("one", ann.id(), "session", 2), atB);

    assertThat(there.id()).isEqualTo("one");
    assertThat(atA.closeCode()).isEqualTo(4000);
    publish(a, "fourth");
    publish(b, "fifth");
    eventually(() -> assertThat(atB.names()).contains("fourth", "fifth"));
    settle();
    assertThat(atB.names())
        .containsExactlyInAnyOrder("second", "third", "fourth", "fifth")
        .startsWith(atA.names().get(2), atA.names().get(3));
    assertThat(atB.received())
        .extracting(message -> message.path("seq").asInt())
        .containsExactly(2, 3, 4, 5);
    assertThat(b.events().resume("one", ann.id(), "session", 6, FakeWire.reading())).isPresent();
  }

  @Test
  void whatOnlyTheNodeOfBeforeHasHeardLateIsBroughtAfterTheClientOnce() {
    FakeWire atA = connect(a, ann, "one");
    FakeWire atB = FakeWire.reading();
    fetched(b, new Handover.Wanted("one", ann.id(), "session", 1), atB);
    // The one of before tells it to its own clients, and so to this one.
    a.events().tellHere("late", Event.of("late", Map.of(), Broadcast.ALL));
    eventually(() -> assertThat(atB.names()).containsExactly("late"));

    b.events().tellHere("late", Event.of("late", Map.of(), Broadcast.ALL));
    settle();

    assertThat(atB.names()).containsExactly("late");
    assertThat(atA.names()).containsExactly("hello");
  }

  @Test
  void aClientBeginsAnewWhereNoNodeHasItOrItIsSomebodyElses() {
    connect(a, ann, "one");
    assertThat(fetch(b, new Handover.Wanted("two", ann.id(), "session", 1))).isEmpty();
    assertThat(fetch(b, new Handover.Wanted("one", ben.id(), "session", 1))).isEmpty();
    assertThat(fetch(b, new Handover.Wanted("one", ann.id(), "another", 1))).isEmpty();
    assertThat(fetch(b, new Handover.Wanted("one", ann.id(), "session", 9))).isEmpty();
    assertThat(b.events().clients()).isEmpty();
    assertThat(a.events().clients()).hasSize(1);
  }

  @Test
  void aClientBeginsAnewWhereTheNodeThatHasItDoesNotAnswer() {
    connect(a, ann, "one");
    nodeA.away();
    assertThat(fetch(b, new Handover.Wanted("one", ann.id(), "session", 1))).isEmpty();
    assertThat(b.events().clients()).isEmpty();
    nodeA.back();
  }

  @Test
  void aClientGoesFromNodeToNodeAndBack() {
    connect(a, ann, "one");
    FakeWire atB = FakeWire.reading();
    fetched(b, new Handover.Wanted("one", ann.id(), "session", 1), atB);
    publish(a, "meanwhile");
    eventually(() -> assertThat(atB.names()).containsExactly("meanwhile"));

    FakeWire back = FakeWire.reading();
    fetched(a, new Handover.Wanted("one", ann.id(), "session", 1), back);

    publish(b, "last");
    eventually(() -> assertThat(back.names()).containsExactly("meanwhile", "last"));
    assertThat(atB.closeCode()).isEqualTo(4000);
    assertThat(a.events().isConnected(ann.id())).isTrue();
  }

  private void publish(HostServices node, String name) {
    node.events().publish(Event.of(name, Map.of(), Broadcast.ALL));
    node.events().settle();
  }

  private static Optional<Client> fetch(HostServices node, Handover.Wanted wanted) {
    return node.events().fetch(wanted, FakeWire.reading()).toCompletableFuture().join();
  }

  private static Client fetched(HostServices node, Handover.Wanted wanted, FakeWire wire) {
    return node.events().fetch(wanted, wire).toCompletableFuture().join().orElseThrow();
  }

  /** Waits until all that was told before has come to both. */
  private void settle() {
    List<String> marks = new CopyOnWriteArrayList<>();
    ClusterEvents.Subscription atA = nodeA.events().subscribe("mark", event -> marks.add("a"));
    ClusterEvents.Subscription atB = nodeB.events().subscribe("mark", event -> marks.add("b"));
    for (HostServices node : List.of(a, b)) {
      node.events().settle();
    }
    nodeA.events().publish(ClusterMessage.reliable("mark", "mark", Bytes.EMPTY));
    nodeB.events().publish(ClusterMessage.reliable("mark", "mark", Bytes.EMPTY));
    eventually(() -> assertThat(marks).containsExactlyInAnyOrder("a", "b"));
    atA.close();
    atB.close();
    for (HostServices node : List.of(a, b)) {
      node.events().settle();
    }
  }

  @Test
  void theConfigurationIsTheSameOnAllNodesAndEachIsToldOnce() {
    FakeWire atB = connect(b, ben, "two");
    a.configuration().patch(Map.of("TeamSettings", Map.of("SiteName", "Elsewhere")));
    eventually(
        () ->
            assertThat(b.configuration().text("TeamSettings", "SiteName")).isEqualTo("Elsewhere"));
    // What was told before is over when this has come.
    ClusterEvents.Subscription mark = nodeA.events().subscribe("mark", event -> told.add("mark"));
    nodeB.events().publish(ClusterMessage.reliable("mark", "mark", Bytes.EMPTY));
    eventually(() -> assertThat(told).contains("mark"));
    mark.close();
    assertThat(told).containsExactlyInAnyOrder("a", "b", "mark");
    eventually(() -> assertThat(atB.events("config_changed")).hasSize(1));
  }

  @Test
  void aConfigurationThatWasChangedWithoutAWordIsFoundByLooking() {
    nodeB.away();
    a.configuration().patch(Map.of("TeamSettings", Map.of("SiteName", "Elsewhere")));
    b.system().nodes().configuration().look();
    assertThat(b.configuration().text("TeamSettings", "SiteName")).isEqualTo("Elsewhere");
  }

  @Test
  void nodesKnowWhoIsConnectedToOthers() {
    Presence atA = a.system().nodes().presence();
    Presence atB = b.system().nodes().presence();
    FakeWire wire = connect(b, ben, "two");
    assertThat(atA.isConnected(ben.id())).isFalse();
    atB.tell();
    eventually(() -> assertThat(atA.isConnected(ben.id())).isTrue());

    b.events().disconnected(b.events().clients().iterator().next(), wire);
    atB.tell();
    eventually(() -> assertThat(atA.isConnected(ben.id())).isFalse());

    connect(b, ann, "three");
    atB.tell();
    eventually(() -> assertThat(atA.isConnected(ann.id())).isTrue());
    nodeB.close();
    eventually(() -> assertThat(atA.isConnected(ann.id())).isFalse());
  }

  @Test
  void oneNodeDoesTheJobsAndAnotherOneWhenItIsGone() {
    Leading first = a.system().nodes().leading();
    Leading second = b.system().nodes().leading();
    assertThat(first.leads()).isTrue();
    assertThat(second.leads()).isFalse();
    assertThat(first.leads()).isTrue();

    cluster.pass(Duration.ofMinutes(1));
    assertThat(second.leads()).isTrue();
    assertThat(first.leads()).isFalse();

    second.close();
    assertThat(first.leads()).isTrue();
    assertThat(second.leads()).isFalse();
  }

  @Test
  void aKeyForADialogIsOfUseOnEachNode() {
    assertThat(b.triggers().use(a.triggers().make(ann.id()))).isEqualTo(ann.id());
  }

  @Test
  void aUserWhoIsThereOnOneNodeIsNotOfflineForAnother() {
    a.statuses().active(ann.id());
    b.statuses().sweep(user -> false, true);
    assertThat(b.statuses().get(ann.id()).status()).isEqualTo("online");
  }

  private static FakeWire connect(HostServices services, User user, String id) {
    FakeWire wire = FakeWire.reading();
    services.events().connect(id, user.id(), "session", wire, Map.of());
    return wire;
  }
}
