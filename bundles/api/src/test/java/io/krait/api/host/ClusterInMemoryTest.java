package io.krait.api.host;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.testing.cluster.ClusterEventsContract;
import io.krait.api.testing.cluster.ClusterInMemory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterInMemoryTest extends ClusterEventsContract {

  private final ClusterInMemory cluster = new ClusterInMemory();
  private final Map<String, ClusterInMemory.Node> nodes = new HashMap<>();

  @Override
  protected ClusterEvents join(String id) {
    ClusterInMemory.Node node = cluster.join(id);
    nodes.put(id, node);
    return node.events();
  }

  @Override
  protected void leave(String id) {
    nodes.remove(id).close();
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void aNodeThatWasAwayIsToldThatItHasMissedSomething() {
    ClusterEvents a = join("a");
    Heard heard = heard(join("b"), "t");
    nodes.get("b").away();
    done(a, ClusterMessage.reliable("t", "lost", Bytes.EMPTY));
    nodes.get("b").back();
    done(a, ClusterMessage.reliable("t", "heard", Bytes.EMPTY));
    eventually(() -> assertThat(heard.names()).containsExactly("heard"));
    assertThat(heard.gaps).containsExactly("missed");
  }
}
