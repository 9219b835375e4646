package io.krait.host.internal.cluster;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterMessage;
import io.krait.api.testing.cluster.ClusterEventsContract;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.PostgresServer;
import io.krait.host.internal.storage.TestSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEventsTest extends ClusterEventsContract {

  private static final int MANY = 400;

  @TempDir Path folder;
  private final PostgresServer server = PostgresServer.shared();
  private final Map<String, PostgresEvents> nodes = new ConcurrentHashMap<>();
  private HostDatabase database;

  @BeforeEach
  void open() {
    database = new HostDatabase(TestSettings.ofNode(folder, server.databaseOf(folder), "a"));
  }

  @AfterEach
  void close() {
    nodes.values().forEach(PostgresEvents::close);
    database.close();
  }

  @Override
  protected ClusterEvents join(String id) {
    PostgresEvents joined = new PostgresEvents(id, id.hashCode(), database::connectAlone);
    nodes.put(id, joined);
    eventually(
        () ->
            assertThat(nodes.values())
                .allSatisfy(node -> assertThat(node.nodes()).isEqualTo(nodes.keySet()))
                .allSatisfy(node -> assertThat(node.takesPart()).isTrue()));
    return joined;
  }

  @Override
  protected void leave(String id) {
    nodes.remove(id).close();
  }

  @Test
  void whatIsPublishedWhileConnectionsAreCutArrivesInItsOrderAllTheSame() {
    ClusterEvents a = join("a");
    ClusterEvents b = join("b");
    Heard atB = heard(b, "t");
    Heard atA = heard(a, "t");
    List<CompletableFuture<Void>> kept = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      names.add("e" + i);
      kept.add(a.publish(ClusterMessage.reliable("t", "e" + i, Bytes.EMPTY)).toCompletableFuture());
      kept.add(b.publish(ClusterMessage.reliable("t", "e" + i, Bytes.EMPTY)).toCompletableFuture());
      if (i % 80 == 40) {
        server.cut(folder);
      }
    }
    CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
    eventually(() -> assertThat(once(atB)).isEqualTo(names));
    eventually(() -> assertThat(once(atA)).isEqualTo(names));
    assertThat(atB.gaps).isEmpty();
  }

  @Test
  void whatIsPublishedWhileTheDatabaseIsAwayArrivesWhenItIsBack() {
    ClusterEvents a = join("a");
    ClusterEvents b = join("b");
    Heard heard = heard(b, "t");
    done(a, ClusterMessage.reliable("t", "before", Bytes.EMPTY));
    server.stop();
    CompletableFuture<Void> meanwhile;
    try {
      meanwhile =
          a.publish(ClusterMessage.reliable("t", "meanwhile", Bytes.EMPTY)).toCompletableFuture();
      assertThat(meanwhile).isNotDone();
    } finally {
      server.start();
    }
    done(a, ClusterMessage.reliable("t", "after", Bytes.EMPTY));
    assertThat(meanwhile).isCompleted();
    eventually(() -> assertThat(once(heard)).containsExactly("before", "meanwhile", "after"));
    assertThat(heard.gaps).isEmpty();
  }

  @Test
  void aNameThatAnotherServerHasIsTakenWhenThatOneHasLeft() {
    join("a");
    PostgresEvents second = new PostgresEvents("a", 2, database::connectAlone);
    try {
      CompletableFuture<Void> waiting =
          second.publish(ClusterMessage.reliable("t", "late", Bytes.EMPTY)).toCompletableFuture();
      PostgresEvents witness = (PostgresEvents) join("b");
      Heard heard = heard(witness, "t");
      done(witness, ClusterMessage.reliable("t", "own", Bytes.EMPTY));
      assertThat(second.takesPart()).isFalse();
      assertThat(second.problem()).isPresent();
      assertThat(waiting).isNotDone();
      leave("a");
      eventually(() -> assertThat(second.takesPart()).isTrue());
      assertThat(second.problem()).isEmpty();
      eventually(() -> assertThat(once(heard)).containsExactly("late"));
      eventually(() -> assertThat(waiting).isCompleted());
    } finally {
      second.close();
    }
  }

  @Test
  void whatWaitsWhenANodeStopsHasFailedWhereItCouldNotBeKept() {
    PostgresEvents alone =
        new PostgresEvents(
            "a",
            1,
            () -> {
              throw new java.sql.SQLException("it is away");
            });
    CompletableFuture<Void> waiting =
        alone.publish(ClusterMessage.reliable("t", "lost", Bytes.EMPTY)).toCompletableFuture();
    alone.close();
    assertThat(waiting).isCompletedExceptionally();
    assertThat(alone.publish(ClusterMessage.reliable("t", "late", Bytes.EMPTY)))
        .isCompletedExceptionally();
  }

  /** The names of the events, each once. */
  private static List<String> once(Heard heard) {
    Map<String, String> byId = new ConcurrentHashMap<>();
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    for (ClusterEvent event : heard.events) {
      ids.add(event.id());
      byId.put(event.id(), event.name());
    }
    return ids.stream().map(byId::get).toList();
  }
}
