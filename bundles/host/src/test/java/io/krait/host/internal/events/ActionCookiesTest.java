package io.krait.host.internal.events;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Post;
import io.krait.host.internal.json.PostProps;
import io.krait.host.internal.storage.Json;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionCookiesTest {

  private static final String KEY = "0123456789abcdef".repeat(4);

  private static final Post POST =
      Post.builder()
          .id("p1")
          .userId("bot")
          .channelId("deck")
          .rootId("r1")
          .createAt(42)
          .type("system_ephemeral")
          .props(
              Map.of(
                  "override_username",
                  "Poll",
                  "attachments",
                  List.of(
                      Map.of(
                          "actions",
                          List.of(
                              Map.of(
                                  "id",
                                  "vote",
                                  "type",
                                  "button",
                                  "cookie",
                                  "of before",
                                  "integration",
                                  Map.of("url", "/plugins/poll/vote", "context", Map.of("n", 7))),
                              Map.of("id", "nowhere"))))))
          .build();

  private final ActionCookies cookies = new ActionCookies(new Json(), KEY);

  @Test
  void aClientHasACookieThatAnyNodeOpensAndSeesNothingOfWhereItLeads() {
    Post shown = cookies.on("ann", POST);

    assertThat(shown.toString()).doesNotContain("plugins", "context", "of before");
    ActionCookies.Opened opened =
        new ActionCookies(new Json(), KEY).open("ann", "p1", "vote", cookie(shown));
    assertThat(opened.action())
        .isEqualTo(
            new PostProps.Action("vote", "button", "", "/plugins/poll/vote", Map.of("n", 7)));
    assertThat(opened.post())
        .isEqualTo(POST.toBuilder().props(Map.of("override_username", "Poll")).build());
  }

  @Test
  void aCookieIsOfUseForItsUserItsPostAndItsButtonAlone() {
    String cookie = cookie(cookies.on("ann", POST));

    assertFails(400, () -> cookies.open("ben", "p1", "vote", cookie));
    assertFails(400, () -> cookies.open("ann", "p2", "vote", cookie));
    assertFails(400, () -> cookies.open("ann", "p1", "nowhere", cookie));
  }

  @Test
  void nobodyMakesOrChangesACookieButTheServer() {
    byte[] bytes = Base64.getDecoder().decode(cookie(cookies.on("ann", POST)));
    bytes[bytes.length / 2] ^= 1;
    String changed = Base64.getEncoder().encodeToString(bytes);
    ActionCookies others = new ActionCookies(new Json(), "f".repeat(64));
    String foreign = cookie(others.on("ann", POST));

    for (String cookie : List.of(changed, foreign, "", "AAAA", "no cookie", "A".repeat(2 << 20))) {
      assertFails(400, () -> cookies.open("ann", "p1", "vote", cookie));
    }
  }

  @Test
  void noTwoCookiesAreAlike() {
    assertThat(cookie(cookies.on("ann", POST))).isNotEqualTo(cookie(cookies.on("ann", POST)));
  }

  private static String cookie(Post post) {
    Map<?, ?> attachment = (Map<?, ?>) ((List<?>) post.props().get("attachments")).get(0);
    List<?> actions = (List<?>) attachment.get("actions");
    assertThat(((Map<?, ?>) actions.get(1)).containsKey("cookie")).isFalse();
    return (String) ((Map<?, ?>) actions.get(0)).get("cookie");
  }
}
