package io.krait.api.testing.cluster;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What each implementation of {@link ClusterEvents} does that connects several nodes. */
public abstract class ClusterEventsContract {

  private static final int MANY = 300;

  /** Has a node join; it is there for those that joined before when this returns. */
  protected abstract ClusterEvents join(String id);

  /** Has a node leave. */
  protected abstract void leave(String id);

  /** Hears what one node is told. */
  protected static final class Heard implements ClusterListener {
    /** All events, in their order. */
    public final List<ClusterEvent> events = new CopyOnWriteArrayList<>();

    /** How often it was told that events are lost. */
    public final List<String> gaps = new CopyOnWriteArrayList<>();

    /** The nodes, each time that they changed. */
    public final List<Set<String>> nodes = new CopyOnWriteArrayList<>();

    @Override
    public void received(ClusterEvent event) {
      events.add(event);
    }

    @Override
    public void missed() {
      gaps.add("missed");
    }

    @Override
    public void nodesChanged(Set<String> all) {
      nodes.add(all);
    }

    /** The names of all events. */
    public List<String> names() {
      return events.stream().map(ClusterEvent::name).toList();
    }
  }

  @Test
  void anEventReachesAllOthersAndNotItsSender() {
    ClusterEvents a = join("a");
    ClusterEvents b = join("b");
    ClusterEvents c = join("c");
    Heard atA = heard(a, "t");
    Heard atB = heard(b, "t");
    Heard atC = heard(c, "t");
    done(a, ClusterMessage.reliable("t", "first", Bytes.utf8("content")));
    done(b, ClusterMessage.reliable("t", "second", Bytes.EMPTY));
    eventually(() -> assertThat(atA.names()).containsExactly("second"));
    eventually(() -> assertThat(atB.names()).containsExactly("first"));
    eventually(() -> assertThat(atC.names()).containsExactlyInAnyOrder("first", "second"));
    ClusterEvent first = atB.events.get(0);
    assertThat(first.sender()).isEqualTo("a");
    assertThat(first.topic()).isEqualTo("t");
    assertThat(first.data().toUtf8()).isEqualTo("content");
  }

  @Test
  void anEventForOneNodeReachesThatAlone() {
    ClusterEvents a = join("a");
    Heard atB = heard(join("b"), "t");
    Heard atC = heard(join("c"), "t");
    done(a, ClusterMessage.reliable("t", "for c", Bytes.EMPTY).to("c"));
    done(a, ClusterMessage.bestEffort("t", "quick for c", Bytes.EMPTY).to("c"));
    done(a, ClusterMessage.reliable("t", "for all", Bytes.EMPTY));
    eventually(
        () -> assertThat(atC.names()).containsExactlyInAnyOrder("for c", "quick for c", "for all"));
    eventually(() -> assertThat(atB.names()).containsExactly("for all"));
  }

  @Test
  void aNodeThatIsNotThereCannotBeToldAnything() {
    ClusterEvents a = join("a");
    assertThatThrownBy(
            () -> done(a, ClusterMessage.reliable("t", "lost", Bytes.EMPTY).to("nobody")))
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.statusCode()).isEqualTo(404));
  }

  @Test
  void eventsOfOneNodeArriveInTheirOrderEachWithAnIdentityOfItsOwn() {
    ClusterEvents a = join("a");
    ClusterEvents b = join("b");
    Heard atC = heard(join("c"), "t");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      names.add("a" + i);
      var unused = a.publish(ClusterMessage.reliable("t", "a" + i, Bytes.EMPTY));
      unused = b.publish(ClusterMessage.reliable("t", "b" + i, Bytes.EMPTY));
    }
    eventually(() -> assertThat(atC.events).hasSizeGreaterThanOrEqualTo(2 * MANY));
    assertThat(atC.names().stream().filter(name -> name.startsWith("a"))).isEqualTo(names);
    Set<String> ids = new HashSet<>();
    atC.events.forEach(event -> ids.add(event.id()));
    assertThat(ids).hasSize(2 * MANY);
  }

  @Test
  void whoListensToATopicHearsNothingOfOthers() {
    ClusterEvents a = join("a");
    ClusterEvents b = join("b");
    Heard one = heard(b, "plugin/one");
    Heard plugins = heard(b, "plugin/");
    Heard host = heard(b, "host");
    for (String topic : List.of("plugin/one", "plugin/one.more", "host", "hosting", "plugin")) {
      done(a, ClusterMessage.reliable(topic, topic, Bytes.EMPTY));
    }
    done(a, ClusterMessage.reliable("plugin/last", "last", Bytes.EMPTY));
    eventually(() -> assertThat(plugins.names()).contains("last"));
    assertThat(one.names()).containsExactly("plugin/one");
    assertThat(plugins.names()).containsExactly("plugin/one", "plugin/one.more", "last");
    assertThat(host.names()).containsExactly("host");
  }

  @Test
  void whoHasStoppedListeningHearsNothing() {
    ClusterEvents a = join("a");
    ClusterEvents b = join("b");
    Heard gone = new Heard();
    ClusterEvents.Subscription subscription = b.subscribe("t", gone);
    Heard there = heard(b, "t");
    subscription.close();
    done(a, ClusterMessage.reliable("t", "late", Bytes.EMPTY));
    eventually(() -> assertThat(there.names()).containsExactly("late"));
    assertThat(gone.events).isEmpty();
  }

  @Test
  void whatAListenerThrowsKeepsNothingFromTheOthers() {
    ClusterEvents a = join("a");
    ClusterEvents b = join("b");
    b.subscribe(
        "t",
        event -> {
          throw new IllegalStateException("a listener that fails");
        });
    Heard heard = heard(b, "t");
    done(a, ClusterMessage.reliable("t", "one", Bytes.EMPTY));
    done(a, ClusterMessage.reliable("t", "two", Bytes.EMPTY));
    eventually(() -> assertThat(heard.names()).containsExactly("one", "two"));
  }

  @Test
  void largeContentsArriveAsTheyAreInBothWays() {
    ClusterEvents a = join("a");
    Heard heard = heard(join("b"), "t");
    byte[] large = new byte[ClusterMessage.MOST_BYTES];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31);
    }
    Bytes content = Bytes.owning(large);
    done(a, ClusterMessage.reliable("t", "reliable", content));
    done(a, ClusterMessage.bestEffort("t", "quick", content));
    eventually(() -> assertThat(heard.names()).containsExactlyInAnyOrder("reliable", "quick"));
    assertThat(heard.events).allSatisfy(event -> assertThat(event.data()).isEqualTo(content));
  }

  @Test
  void nodesKnowWhoIsThere() {
    ClusterEvents a = join("a");
    Heard atA = heard(a, "t");
    assertThat(a.nodeId()).isEqualTo("a");
    assertThat(a.nodes()).containsExactly("a");
    ClusterEvents b = join("b");
    eventually(() -> assertThat(atA.nodes).contains(Set.of("a", "b")));
    assertThat(a.nodes()).containsExactlyInAnyOrder("a", "b");
    eventually(() -> assertThat(b.nodes()).containsExactlyInAnyOrder("a", "b"));
    leave("b");
    eventually(() -> assertThat(a.nodes()).containsExactly("a"));
    eventually(() -> assertThat(atA.nodes).endsWith(Set.of("a")));
  }

  @Test
  void aNodeThatJoinsHearsWhatIsPublishedFromThenOn() {
    ClusterEvents a = join("a");
    done(a, ClusterMessage.reliable("t", "before", Bytes.EMPTY));
    Heard heard = heard(join("b"), "t");
    done(a, ClusterMessage.reliable("t", "after", Bytes.EMPTY));
    eventually(() -> assertThat(heard.names()).containsExactly("after"));
    assertThat(heard.gaps).isEmpty();
  }

  /** Listens to a topic of a node. */
  protected static Heard heard(ClusterEvents events, String topic) {
    Heard heard = new Heard();
    events.subscribe(topic, heard);
    return heard;
  }

  /** Publishes, and waits until it is done. */
  protected static void done(ClusterEvents events, ClusterMessage message) {
    try {
      events.publish(message).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof AppError error ? error : failure;
    }
  }
}
