package io.krait.host.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalEventsTest {

  private final ClusterEvents events = new LocalEvents("a");
  private final List<String> heard = new ArrayList<>();

  @Test
  void aNodeByItselfKnowsItselfAndHearsNothing() {
    events.subscribe("t", event -> heard.add(event.name()));
    ClusterMessage message = ClusterMessage.reliable("t", "said", Bytes.EMPTY);
    assertThat(events.nodes()).containsExactly(events.nodeId());
    assertThat(events.publish(message)).isCompleted();
    assertThat(events.publish(message.to("a"))).isCompleted();
    assertThat(heard).isEmpty();
  }

  @Test
  void thereIsNoOtherNode() {
    assertThat(events.publish(ClusterMessage.bestEffort("t", "said", Bytes.EMPTY).to("b")))
        .failsWithin(java.time.Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(AppError.class);
  }
}
