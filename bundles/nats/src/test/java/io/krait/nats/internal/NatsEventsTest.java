package io.krait.nats.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterMessage;
import io.krait.api.testing.cluster.ClusterEventsContract;
import io.nats.client.Connection;
import io.nats.client.Nats;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NatsEventsTest extends ClusterEventsContract {

  private static NatsServer server;

  private final Names names = new Names("test-" + UUID.randomUUID());
  private final Map<String, NatsNode> nodes = new ConcurrentHashMap<>();

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = new NatsServer(folder);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected ClusterEvents join(String id) {
    try {
      nodes.put(id, new NatsNode(server.options(), names, id, 1));
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
    eventually(
        () ->
            assertThat(nodes.values())
                .allSatisfy(node -> assertThat(node.events().nodes()).isEqualTo(nodes.keySet())));
    return nodes.get(id).events();
  }

  @Override
  protected void leave(String id) {
    nodes.remove(id).close();
  }

  @AfterEach
  void close() {
    nodes.values().forEach(NatsNode::close);
  }

  @Test
  void whatIsPublishedWhileNatsIsAwayArrivesWhenItIsBack() {
    ClusterEvents a = join("a");
    Heard heard = heard(join("b"), "t");
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
    eventually(() -> assertThat(heard.names()).containsExactly("before", "meanwhile", "after"));
    assertThat(heard.gaps).isEmpty();
  }

  @Test
  void whoeverMissesWhatNatsHasForgottenIsTold() throws Exception {
    ClusterEvents a = join("a");
    Heard heard = heard(join("b"), "t");
    done(a, ClusterMessage.reliable("t", "before", Bytes.EMPTY));
    eventually(() -> assertThat(heard.names()).containsExactly("before"));
    try (Connection administrator = Nats.connect(server.options().build())) {
      administrator.jetStreamManagement().deleteStream(names.events());
      administrator
          .jetStreamManagement()
          .addStream(
              io.nats.client.api.StreamConfiguration.builder()
                  .name(names.events())
                  .subjects(names.kept())
                  .build());
    }
    eventually(() -> assertThat(heard.gaps).containsExactly("missed"));
    done(a, ClusterMessage.reliable("t", "after", Bytes.EMPTY));
    eventually(
        () ->
            assertThat(heard.events.stream().map(ClusterEvent::name).toList())
                .isEqualTo(List.of("before", "after")));
  }
}
