package io.krait.runtime.internal.dispatch;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.runtime.internal.dispatch.Plugins.CONTEXT;
import static io.krait.runtime.internal.dispatch.Plugins.editing;
import static io.krait.runtime.internal.dispatch.Plugins.post;
import static io.krait.runtime.internal.dispatch.Plugins.silent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.PluginCalls;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A plugin that says nothing, as one that was stopped with SIGSTOP, and those who ask it. */
class SilentPluginTest {

  private static final int BOUND = 10;
  private static final Set<HookName> POSTS =
      Set.of(HookName.MESSAGE_WILL_BE_POSTED, HookName.MESSAGES_WILL_BE_CONSUMED);

  private final GuardRules rules = GuardRules.usual();
  private final List<String> notAsked = new ArrayList<>();
  @AutoClose private HookDispatch dispatch;

  private void silentPlugin(Duration deadline) {
    Guards guards = new Guards(rules, System::nanoTime);
    guards.allKnown();
    dispatch =
        new HookDispatch(
            new DispatchSettings(
                hook -> Optional.of(deadline),
                100,
                4,
                100,
                BOUND,
                new Breaker.Rules(3, Duration.ofHours(1), Duration.ofHours(1))),
            guards);
    dispatch.register(
        "silent",
        0,
        POSTS,
        silent(),
        Optional.empty(),
        false,
        why -> {
          synchronized (notAsked) {
            notAsked.add(why);
          }
        });
  }

  private CompletableFuture<MessageWillBePostedResult> aPost() {
    return dispatch.async().messageWillBePosted(CONTEXT, post("x")).toCompletableFuture();
  }

  private static AppError error(CompletableFuture<?> failed) throws Exception {
    try {
      throw new AssertionError("it came to " + failed.get(30, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return (AppError) FailureCause.of(e);
    }
  }

  @Test
  void callsBeyondTheBoundFailAtOnceAndOpenNothing() throws Exception {
    silentPlugin(Duration.ofHours(1));
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    for (int i = 0; i < BOUND; i++) {
      waiting.add(aPost());
    }

    AppError refused = error(aPost());

    assertThat(refused.id()).isEqualTo(HookDispatcher.BUSY);
    assertThat(refused.message()).contains("plugin silent has 10 calls waiting");
    assertThat(refused.retryAfter()).isPresent();
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    assertThat(dispatch.calls()).containsExactly(new PluginCalls("silent", BOUND, false, 1));
    assertThat(dispatch.blocking().messagesWillBeConsumed(List.of(post("y"))))
        .as("what cannot be refused goes on")
        .hasSize(1);

    waiting.get(0).cancel(true);
    assertThat(aPost()).isNotDone();
  }

  @Test
  void otherPluginsAreAskedWhileOneIsSilent() {
    silentPlugin(Duration.ofHours(1));
    List<CompletableFuture<?>> waiting = new ArrayList<>();
    for (int i = 0; i < BOUND; i++) {
      waiting.add(aPost());
    }
    dispatch.register("other", 0, editing(text -> text + "!"));

    assertThat(
            dispatch
                .blocking("other")
                .orElseThrow()
                .messageWillBePosted(CONTEXT, post("x"))
                .modifiedPost())
        .map(Post::message)
        .contains("x!");
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void aPluginThatIsLateSeveralTimesIsNotAskedAnyMore() throws Exception {
    silentPlugin(Duration.ofMillis(20));
    for (int i = 0; i < 3; i++) {
      assertThat(aPost().get(30, TimeUnit.SECONDS)).isNotNull();
    }

    assertThat(aPost()).as("passed over without a call").isCompleted();
    assertThat(dispatch.calls()).containsExactly(new PluginCalls("silent", 0, true, 1));
    eventually(() -> assertThat(notAsked).hasSize(1));
    assertThat(notAsked.get(0)).contains("did not answer 3 calls in a row");

    rules.set("closed", 30, "declared", "silent=closed");
    AppError refused = error(aPost());
    assertThat(refused.id()).isEqualTo(HookDispatcher.SUSPENDED);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.message()).contains("plugin silent does not answer");
    assertThat(refused.retryAfter()).isPresent();
  }

  @Test
  void anAdministratorMayHaveALatePluginRefuseWhatItGuards() {
    silentPlugin(Duration.ofMillis(20));
    rules.set("closed", 30, "closed");

    assertThatThrownBy(() -> dispatch.blocking().messageWillBePosted(CONTEXT, post("x")))
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.statusCode()).isEqualTo(504));
  }
}
