package io.krait.host.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookName;
import io.krait.api.HookWitness;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PostTouchesTest {

  private static final HookName HOOK = HookName.MESSAGE_WILL_BE_POSTED;
  private static final Duration TOOK = Duration.ofMillis(3);

  private final PostTouches touches =
      new PostTouches(Clock.fixed(Instant.ofEpochMilli(17), ZoneOffset.UTC), 3);

  private static Post post(String id, String message) {
    return Post.builder().id(id).message(message).build();
  }

  private static MessageWillBePostedResult saying(String message) {
    return MessageWillBePostedResult.builder().modifiedPost(post("a", message)).build();
  }

  @Test
  void whatEachPluginHasMadeOfAPostIsKnownWithItsTime() {
    HookWitness witness = touches.seeing(post("a", "one"));

    witness.answered("nothing", HOOK, TOOK, MessageWillBePostedResult.builder().build());
    witness.answered("change", HOOK, TOOK, saying("two"));
    witness.answered("same", HOOK, TOOK, saying("two"));
    witness.failed("broken", HOOK, TOOK);
    witness.answered(
        "strict",
        HOOK,
        TOOK,
        MessageWillBePostedResult.builder().rejectionReason("too short").build());

    assertThat(touches.of("a"))
        .extracting(touch -> touch.pluginId() + " " + touch.outcome().text())
        .containsExactly(
            "nothing unchanged",
            "change changed",
            "same unchanged",
            "broken failed",
            "strict refused");
    assertThat(touches.of("a").get(1))
        .isEqualTo(new PostTouches.Touch("change", HOOK, PostTouches.Outcome.CHANGED, TOOK, 17));
  }

  @Test
  void postsThatWereTouchedLongestAgoAreForgotten() {
    for (String id : new String[] {"a", "b", "c", "a", "d"}) {
      touches.seeing(post(id, "")).failed("plugin", HOOK, TOOK);
    }

    assertThat(touches.of("b")).isEmpty();
    assertThat(touches.of("a")).hasSize(2);
    assertThat(touches.of("d")).hasSize(1);
  }

  @Test
  void ofOnePostTheLatestAreKept() {
    HookWitness witness = touches.seeing(post("a", ""));
    for (int i = 0; i < 50; i++) {
      witness.failed("plugin" + i, HOOK, TOOK);
    }

    assertThat(touches.of("a")).hasSize(20);
    assertThat(touches.of("a").get(19).pluginId()).isEqualTo("plugin49");
  }
}
