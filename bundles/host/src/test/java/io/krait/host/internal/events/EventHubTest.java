package io.krait.host.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.api.model.Channel;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.json.ModelJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventHubTest {

  @AutoClose private TestHost host;
  @AutoClose private EventHub hub;
  private User ann;
  private User ben;
  private int connections;

  @BeforeEach
  void open(@TempDir Path data) {
    host = new TestHost(data, HostHooks.NONE);
    hub = new EventHub(host.surroundings(), ModelJson.mapper());
    ann = host.user("ann");
    ben = host.user("ben");
  }

  @Test
  void aClientIsGreetedAndItsEventsAreNumbered() {
    FakeWire wire = FakeWire.reading();
    connect(ann, wire);

    publish("one", Broadcast.ALL);
    publish("two", Broadcast.ALL);

    assertThat(wire.names()).containsExactly("hello", "one", "two");
    assertThat(wire.received())
        .extracting(event -> event.path("seq").asLong())
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void onlyMembersAreToldOfAChannelAndOfATeam() {
    Team team = host.team("home");
    host.teamMembers().add(team.id(), ann.id(), "");
    host.teamMembers().add(team.id(), ben.id(), "");
    Channel channel = host.channel(team, "quiet");
    host.channelMembers().add(channel.id(), ann.id(), "");
    User outsider = host.user("cat");
    FakeWire anns = FakeWire.reading();
    FakeWire bens = FakeWire.reading();
    FakeWire cats = FakeWire.reading();
    connect(ann, anns);
    connect(ben, bens);
    connect(outsider, cats);

    publish("in_channel", Broadcast.toChannel(channel.id()));
    publish("in_team", Broadcast.toTeam(team.id()));

    assertThat(anns.names()).containsExactly("hello", "in_channel", "in_team");
    assertThat(bens.names()).containsExactly("hello", "in_team");
    assertThat(cats.names()).containsExactly("hello");
  }

  @Test
  void usersAndConnectionsCanBeLeftOut() {
    FakeWire anns = FakeWire.reading();
    FakeWire other = FakeWire.reading();
    FakeWire bens = FakeWire.reading();
    connect(ann, anns);
    Client second = connect(ann, other);
    connect(ben, bens);

    publish("but_ben", Broadcast.ALL.but(ben.id()));
    publish("but_one", new Broadcast(Set.of(), "", "", "", "", second.id(), false));
    publish("one_alone", new Broadcast(Set.of(), "", "", "", second.id(), "", false));

    assertThat(anns.names()).containsExactly("hello", "but_ben", "but_one");
    assertThat(other.names()).containsExactly("hello", "but_ben", "one_alone");
    assertThat(bens.names()).containsExactly("hello", "but_one");
  }

  @Test
  void someEventsAreForAdministratorsAlone() {
    User administrator = host.user("root");
    host.users().setRoles(administrator.id(), "system_user system_admin");
    FakeWire roots = FakeWire.reading();
    FakeWire anns = FakeWire.reading();
    connect(administrator, roots);
    connect(ann, anns);

    publish("secret", Broadcast.ADMINISTRATORS);

    assertThat(roots.names()).containsExactly("hello", "secret");
    assertThat(anns.names()).containsExactly("hello");
  }

  @Test
  void aClientThatDoesNotReadIsCutAndHoldsUpNobody() {
    FakeWire slow = FakeWire.notReading();
    FakeWire fast = FakeWire.reading();
    Client cut = connect(ann, slow);
    connect(ben, fast);

    for (int i = 0; i < Client.MOST_UNSENT + 10; i++) {
      publish("many", Broadcast.ALL);
    }

    assertThat(fast.events("many")).hasSize(Client.MOST_UNSENT + 10);
    assertThat(slow.closeCode()).isEqualTo(1013);
    assertThat(slow.aborted()).isTrue();
    hub.disconnected(cut, slow);
    assertThat(hub.clients()).doesNotContain(cut);
  }

  @Test
  void aClientGoesOnWhereItWasAndGetsWhatItHasMissed() {
    FakeWire first = FakeWire.reading();
    Client client = connect(ann, first);
    publish("seen", Broadcast.ALL);
    publish("lost_on_the_way", Broadcast.ALL);
    hub.disconnected(client, first);
    publish("meanwhile", Broadcast.ALL);

    FakeWire second = FakeWire.reading();
    assertThat(hub.resume(client.id(), ann.id(), "session", 2, second)).contains(client);
    publish("later", Broadcast.ALL);

    assertThat(second.received())
        .extracting(event -> event.path("event").asText() + event.path("seq").asLong())
        .containsExactly("lost_on_the_way2", "meanwhile3", "later4");
  }

  @Test
  void aClientThatIsAwayTooLongOrMissesTooMuchBeginsAnew() {
    FakeWire wire = FakeWire.reading();
    Client late = connect(ann, wire);
    hub.disconnected(late, wire);
    host.later(EventHub.KEPT.plusSeconds(1));
    hub.sweep();
    assertThat(hub.resume(late.id(), ann.id(), "session", 1, FakeWire.reading())).isEmpty();

    Client busy = connect(ann, wire);
    hub.disconnected(busy, wire);
    for (int i = 0; i <= Client.MOST_UNSENT; i++) {
      publish("many", Broadcast.ALL);
    }
    assertThat(hub.resume(busy.id(), ann.id(), "session", 1, FakeWire.reading())).isEmpty();
    assertThat(hub.clients()).isEmpty();
  }

  @Test
  void nobodyGoesOnWithAConnectionOfSomebodyElse() {
    FakeWire wire = FakeWire.reading();
    Client client = connect(ann, wire);
    hub.disconnected(client, wire);

    assertThat(hub.resume(client.id(), ben.id(), "session", 1, FakeWire.reading())).isEmpty();
    assertThat(hub.resume(client.id(), ann.id(), "another", 1, FakeWire.reading())).isEmpty();
  }

  @Test
  void aConnectionThatDoesNotSayWhoseItIsIsClosed() {
    FakeWire silent = FakeWire.reading();
    assertThat(hub.await(silent)).isTrue();

    host.later(Duration.ofSeconds(31));
    hub.sweep();

    assertThat(silent.closeCode()).isEqualTo(1008);
  }

  @Test
  void theConnectionsOfAUserEndWithTheSession() {
    FakeWire wire = FakeWire.reading();
    connect(ann, wire);

    hub.end(ann.id(), "another", 1008, "over");
    assertThat(wire.closeCode()).isZero();
    hub.end(ann.id(), "session", 1008, "over");
    assertThat(wire.closeCode()).isEqualTo(1008);
  }

  @Test
  void whatIsForOneUserIsToldThatUserAlone() {
    FakeWire anns = FakeWire.reading();
    FakeWire bens = FakeWire.reading();
    connect(ann, anns);
    connect(ben, bens);

    hub.publish(
        new Event("posted", Map.of("a", 1), Broadcast.ALL, Map.of(ben.id(), Map.of("b", 2))));
    hub.settle();

    JsonNode plain = anns.events("posted").get(0).path("data");
    JsonNode personal = bens.events("posted").get(0).path("data");
    assertThat(plain.toString()).isEqualTo("{\"a\":1}");
    assertThat(personal.toString()).isEqualTo("{\"a\":1,\"b\":2}");
  }

  @Test
  void whatPluginsTellWaitsForItsTurnOnlyAsFarAsThereIsRoom() {
    FakeWire wire = FakeWire.reading();
    connect(ann, wire);
    CompletableFuture<Void> turn = new CompletableFuture<>();
    hub.publish(
        () -> {
          turn.join();
          return Optional.empty();
        });
    Event event = Event.of("large", Map.of(), Broadcast.ALL);

    assertThat(hub.offer(event, EventHub.MOST_OFFERED)).isTrue();
    assertThat(hub.offer(event, 1)).isFalse();
    turn.complete(null);
    hub.settle();
    assertThat(hub.offer(event, EventHub.MOST_OFFERED)).isTrue();
    hub.settle();

    assertThat(wire.events("large")).hasSize(2);
  }

  @Test
  void whatNobodyIsToldTakesNoRoom() {
    Event event = Event.of("large", Map.of(), Broadcast.ALL);

    assertThat(hub.offer(event, EventHub.MOST_OFFERED)).isTrue();
    assertThat(hub.offer(event, EventHub.MOST_OFFERED)).isTrue();
  }

  private Client connect(User user, FakeWire wire) {
    return hub.connect("connection" + connections++, user.id(), "session", wire, Map.of());
  }

  private void publish(String name, Broadcast broadcast) {
    hub.publish(Event.of(name, Map.of(), broadcast));
    hub.settle();
  }
}
