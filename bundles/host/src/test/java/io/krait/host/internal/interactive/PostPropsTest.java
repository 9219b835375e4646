package io.krait.host.internal.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.json.PostProps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostPropsTest {

  private static final Map<String, Object> BUTTON =
      Map.of(
          "name",
          "Vote",
          "type",
          "button",
          "integration",
          Map.of("url", "/plugins/com.example.poll/vote", "context", Map.of("secret", "42")));

  private static final Map<String, Object> PROPS =
      Map.of("a", 1, "attachments", List.of(Map.of("text", "hi", "actions", List.of(BUTTON))));

  @Test
  void clientsSeeAnIdentifierAndNotWhereAButtonLeads() {
    Map<String, Object> shown = PostProps.forClients(PROPS);

    assertThat(shown.toString()).contains("Vote", "hi").doesNotContain("secret", "plugins");
    assertThat(shown).containsEntry("a", 1);
    PostProps.Action action = PostProps.find(PROPS, id(shown)).orElseThrow();
    assertThat(action.url()).isEqualTo("/plugins/com.example.poll/vote");
    assertThat(action.context()).isEqualTo(Map.of("secret", "42"));
  }

  @Test
  void whatAClientSendsBackLeadsWhereItLedBefore() {
    Map<String, Object> shown = PostProps.forClients(PROPS);

    Map<String, Object> restored = PostProps.restored(shown, PROPS);

    assertThat(PostProps.find(restored, id(shown)).orElseThrow().url())
        .isEqualTo("/plugins/com.example.poll/vote");
  }

  @Test
  void anythingElseIsLeftAsItIs() {
    Map<String, Object> odd = Map.of("attachments", List.of("text", Map.of("actions", "none")));

    assertThat(PostProps.forClients(odd)).isEqualTo(odd);
    assertThat(PostProps.find(odd, "any")).isEmpty();
    assertThat(PostProps.forClients(Map.of())).isEmpty();
  }

  private static String id(Map<String, Object> props) {
    Map<?, ?> attachment = (Map<?, ?>) ((List<?>) props.get("attachments")).get(0);
    return (String) ((Map<?, ?>) ((List<?>) attachment.get("actions")).get(0)).get("id");
  }
}
