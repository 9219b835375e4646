package io.krait.runtime.internal.dispatch;

import static io.krait.runtime.internal.dispatch.Plugins.CONTEXT;
import static io.krait.runtime.internal.dispatch.Plugins.answering;
import static io.krait.runtime.internal.dispatch.Plugins.editing;
import static io.krait.runtime.internal.dispatch.Plugins.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.PluginApi;
import io.krait.api.Readiness;
import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.runtime.internal.dispatch.Guards.Presence;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to operations whose guards are not there, by a clock of the test's. */
class GuardsTest {

  private static final String MODERATOR = "com.example.moderator";
  private static final Set<HookName> POSTS = Set.of(HookName.MESSAGE_WILL_BE_POSTED);
  private static final Set<HookName> SAML = Set.of(HookName.ON_SAML_LOGIN);

  private long now;
  private final GuardRules rules = GuardRules.usual();
  private final Guards guards = new Guards(rules, () -> now);

  @AutoClose private final HookDispatch dispatch = new HookDispatch(Plugins.settings(100), guards);

  private void later(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private void aPost() {
    dispatch.blocking().messageWillBePosted(CONTEXT, post("x"));
  }

  private void aLogin() {
    dispatch.blocking().userWillLogIn(CONTEXT, User.builder().build());
  }

  private void aSamlLogin() {
    dispatch.blocking().onSamlLogin(CONTEXT, User.builder().build(), samlAssertion());
  }

  private static io.krait.api.model.SamlAssertionInfoJson samlAssertion() {
    return io.krait.api.model.SamlAssertionInfoJson.builder().build();
  }

  private static void assertRefused(Runnable operation, String text) {
    assertThatThrownBy(operation::run)
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo(HookDispatcher.NOT_READY);
              assertThat(error.statusCode()).isEqualTo(503);
              assertThat(error.retryAfter()).isPresent();
              assertThat(error.message()).contains(text);
            });
  }

  private static void assertPasses(Runnable operation) {
    assertThatCode(operation::run).doesNotThrowAnyException();
  }

  private void moderatorRuns() {
    guards.expect(MODERATOR, Optional.of(POSTS), Presence.RUNNING, "");
  }

  @Test
  void nothingThatCanBeRefusedPassesBeforeItIsKnownWhichPluginsThereAre() {
    assertRefused(this::aPost, "plugins are not up yet");
    assertRefused(this::aLogin, "plugins are not up yet");
    assertPasses(() -> dispatch.blocking().messagesWillBeConsumed(List.of()));
    assertPasses(() -> dispatch.blocking().messageHasBeenPosted(CONTEXT, post("x")));
    assertThat(dispatch.readiness().ready()).isFalse();

    guards.allKnown();

    assertPasses(this::aPost);
    assertThat(dispatch.readiness().ready()).isTrue();
  }

  @Test
  void aRuntimeThatNeverGetsToKnowItHoldsUpNobodyForEver() {
    later(30);

    assertPasses(this::aPost);
    assertThat(dispatch.readiness().ready()).isTrue();
  }

  @Test
  void whatAPluginGuardedWhenItLastRanIsRefusedUntilItIsUp() {
    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "its process starts");
    guards.allKnown();

    assertRefused(this::aPost, "plugin com.example.moderator, which looks at this, is not up yet");
    assertPasses(this::aLogin);
    Readiness.Report report = dispatch.readiness();
    assertThat(report.ready()).isFalse();
    assertThat(report.awaited()).containsExactly(MODERATOR);
    assertThat(report.reason()).contains(MODERATOR);
    assertThat(report.refusals())
        .containsExactly(new Readiness.Refusal(MODERATOR, POSTS, "its process starts"));

    dispatch.register(MODERATOR, 0, editing(text -> "moderated"));
    moderatorRuns();

    assertThat(dispatch.blocking().messageWillBePosted(CONTEXT, post("x")).modifiedPost())
        .map(Post::message)
        .contains("moderated");
    assertThat(dispatch.readiness()).isEqualTo(new Readiness.Report(true, "", Set.of(), List.of()));
  }

  @Test
  void aPluginOfWhichNothingIsKnownMayGuardAnything() {
    guards.expect(MODERATOR, Optional.empty(), Presence.COMING, "");
    guards.allKnown();

    assertRefused(this::aPost, MODERATOR);
    assertRefused(this::aLogin, MODERATOR);

    guards.expect(MODERATOR, Optional.empty(), Presence.FAILED, "broken");
    assertPasses(this::aPost);
    assertThat(dispatch.readiness().ready()).isTrue();
  }

  @Test
  void aStartThatTakesTooLongCountsAsAFailure() {
    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "");
    guards.allKnown();
    later(29);
    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "installs");
    assertRefused(this::aPost, MODERATOR);

    later(1);

    assertPasses(this::aPost);
    assertThat(dispatch.readiness().ready()).isTrue();
  }

  @Test
  void theTimeOfAStartCountsFromWhenAllIsThereThatThePluginNeeds() {
    guards.expect(MODERATOR, Optional.of(POSTS), Presence.WAITING, "waits for a host");
    guards.allKnown();
    later(29);
    assertRefused(this::aPost, MODERATOR);

    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "");
    later(29);
    assertRefused(this::aPost, MODERATOR);
    later(1);
    assertPasses(this::aPost);
  }

  @Test
  void whileAPluginHasFailedTheContractOrTheAdministratorSaysWhatPasses() {
    guards.expect(
        MODERATOR,
        Optional.of(Set.of(HookName.MESSAGE_WILL_BE_POSTED, HookName.ON_SAML_LOGIN)),
        Presence.FAILED,
        "broken");
    guards.allKnown();

    assertPasses(this::aPost);
    assertRefused(this::aSamlLogin, "plugin com.example.moderator, which looks at this, does not");
    assertThat(dispatch.readiness().refusals())
        .containsExactly(new Readiness.Refusal(MODERATOR, SAML, "broken"));

    rules.set("closed", 30, "declared", MODERATOR + "=closed");
    assertRefused(this::aPost, MODERATOR);

    rules.set("closed", 30, "open");
    assertPasses(this::aSamlLogin);
  }

  @Test
  void aPluginThatNobodyWantsToRunGuardsNothing() {
    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "");
    guards.allKnown();

    guards.release(MODERATOR);

    assertPasses(this::aPost);
  }

  @Test
  void whileAPluginIsUpdatedNothingPassesByIt() {
    guards.allKnown();
    Registration old = dispatch.register(MODERATOR, 0, answering(""));
    moderatorRuns();
    assertPasses(this::aPost);

    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "");
    assertPasses(this::aPost);
    old.giveWay();
    assertRefused(this::aPost, "not up yet");

    dispatch.register(MODERATOR, 0, answering(""));
    assertPasses(this::aPost);
  }

  @Test
  void anOperationWhosePluginIsStoppedForAnUpdateDoesNotPassByIt() {
    guards.allKnown();
    Registration old = dispatch.register(MODERATOR, 0, POSTS, Plugins.silent());
    moderatorRuns();
    var asked = dispatch.async().messageWillBePosted(CONTEXT, post("x")).toCompletableFuture();

    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "");
    old.close();
    old.giveUp();

    assertThat(asked)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo(HookDispatcher.STOPPED);
              assertThat(error.retryAfter()).isPresent();
            });
  }

  @Test
  void anOperationWhosePluginIsDisabledGoesOn() {
    guards.allKnown();
    Registration part = dispatch.register(MODERATOR, 0, POSTS, Plugins.silent());
    moderatorRuns();
    var asked = dispatch.async().messageWillBePosted(CONTEXT, post("x")).toCompletableFuture();

    guards.release(MODERATOR);
    part.close();
    part.giveUp();

    assertThat(asked).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void whatAPluginDoesWhileItIsStartedDoesNotWaitForItself() {
    guards.expect(MODERATOR, Optional.of(POSTS), Presence.COMING, "");
    guards.expect("com.example.other", Optional.of(POSTS), Presence.COMING, "");
    guards.allKnown();
    PluginApi api =
        new PluginApi() {
          @Override
          public Post createPost(Post post) {
            aPost();
            return post;
          }
        };

    assertPasses(() -> dispatch.callers().known(MODERATOR, api).createPost(post("hello")));
    assertRefused(this::aPost, "not up yet");

    dispatch.register(MODERATOR, 0, answering(""));
    assertRefused(
        () -> dispatch.callers().known(MODERATOR, api).createPost(post("hello")),
        "com.example.other");
  }

  @Test
  void theApiOfAPluginFailsAsItsHostDoes() {
    PluginApi api = dispatch.callers().known(MODERATOR, new PluginApi() {});

    assertThatThrownBy(() -> api.getUser("x")).isEqualTo(AppError.notImplemented("GetUser"));
  }

  @Test
  void filesAreGuardedInWhicheverForm(@TempDir Path folder) {
    guards.expect(
        MODERATOR, Optional.of(Set.of(HookName.FILE_WILL_BE_UPLOADED_STREAM)), Presence.COMING, "");
    guards.allKnown();
    try (UploadDispatch uploads = new UploadDispatch(dispatch, 1000, 1000, folder)) {
      assertRefused(
          () -> {
            try {
              uploads.fileWillBeUploaded(
                  CONTEXT, FileInfo.builder().build(), new ByteArrayInputStream(new byte[3]));
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          },
          "not up yet");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDispatchThatHasEndedLetsNothingPass() {
    guards.allKnown();

    dispatch.close();

    assertRefused(this::aPost, "plugins are being stopped");
  }
}
