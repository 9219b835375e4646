package io.krait.host.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginState;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginStatusesTest {

  private static final String WHY = "version 2.0.0 cannot be had on this node";

  private static NodePlugin on(String node, String id, String version, String reason) {
    return new NodePlugin(node, id, id, "", version, PluginState.RUNNING, reason, id, false);
  }

  private static List<Object> errors(NodePlugin... plugins) {
    return PluginStatusEvents.statuses(List.of(plugins)).stream()
        .map(status -> status.get("error"))
        .toList();
  }

  @Test
  void aNodeThatGoesOnWithAnotherVersionThanTheOthersSaysWhy() {
    assertThat(errors(on("one", "a", "2.0.0", ""), on("two", "a", "1.0.0", WHY)))
        .containsExactly("", WHY);
  }

  @Test
  void whatIsToBeKnownOfOneThatRunsLikeTheOthersIsNoError() {
    assertThat(
            errors(
                on("one", "a", "1.0.0", "version 1.0.1 starts beside it"),
                on("two", "a", "1.0.0", ""),
                on("two", "b", "2.0.0", "")))
        .containsExactly("", "", "");
  }
}
