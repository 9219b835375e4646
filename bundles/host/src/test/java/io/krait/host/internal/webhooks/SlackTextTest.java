package io.krait.host.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlackTextTest {

  @Test
  void linksAndMentionsAreReadAsMarkdown() {
    assertThat(SlackText.read("<!here> <!channel|x> <!everyone> <@ada> see <#C1|deck>"))
        .isEqualTo("@here @channel @all @ada see ~deck");
    assertThat(SlackText.read("<https://a.example/b?c=$1|the plan> or <mailto:a@b.example>"))
        .isEqualTo("[the plan](https://a.example/b?c=$1) or mailto:a@b.example");
    assertThat(SlackText.read("a < b and c > d, <javascript:x|y>"))
        .isEqualTo("a < b and c > d, <javascript:x|y>");
  }

  @Test
  void attachmentsHaveTheirTextsRead() {
    assertThat(
            SlackText.attachments(
                List.of(
                    Map.of(
                        "pretext", "<!here>",
                        "color", "<!here>",
                        "fields", List.of(Map.of("value", "<@ada>", "title", "<@ada>"), "none")),
                    "none")))
        .containsExactly(
            Map.of(
                "pretext",
                "@here",
                "color",
                "<!here>",
                "fields",
                List.of(Map.of("value", "@ada", "title", "<@ada>"))));
    assertThat(SlackText.attachments("none")).isEmpty();
  }
}
