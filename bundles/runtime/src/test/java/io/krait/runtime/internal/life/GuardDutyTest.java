package io.krait.runtime.internal.life;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.runtime.internal.life.LifeRig.ID;
import static io.krait.runtime.internal.life.LifeRig.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import io.krait.api.model.ConfigJson;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin guards while it does not run. */
class GuardDutyTest {

  @TempDir Path folder;
  @AutoClose private LifeRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new LifeRig(folder);
    rig.supervisor.hooks = Set.of(HookName.MESSAGE_WILL_BE_POSTED, HookName.SERVE_HTTP);
  }

  /** What becomes of a post: {@code passed}, or the kind of error that refuses it. */
  private String aPost() throws Exception {
    CompletableFuture<MessageWillBePostedResult> asked =
        rig.dispatch
            .async()
            .messageWillBePosted(PluginContext.builder().build(), Post.builder().build())
            .toCompletableFuture();
    try {
      asked.get(30, TimeUnit.SECONDS);
      return "passed";
    } catch (ExecutionException e) {
      return ((AppError) FailureCause.of(e)).id();
    }
  }

  private void run() throws Exception {
    rig.plugins.begin();
    rig.surroundings(rig.complete());
    rig.installAndEnable(ID, "1.0.0");
  }

  @Test
  void theHooksOfTheLastRunAreKeptAndGuardedUntilThePluginIsUpAgain() throws Exception {
    rig.putInPlace(ID, LifeRig.MANIFEST.formatted(ID, "1.0.0"));
    rig.choices.change(
        ID, choice -> choice.withEnabled(true).withHooks(Set.of(HookName.MESSAGE_WILL_BE_POSTED)));
    CompletableFuture<Void> gate = new CompletableFuture<>();
    rig.supervisor.gate = gate;
    rig.plugins.begin();

    assertThat(aPost()).isEqualTo(HookDispatcher.NOT_READY);
    CompletableFuture<Void> settled = rig.plugins.surroundings(rig.complete());
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.STARTING));
    assertThat(aPost()).isEqualTo(HookDispatcher.NOT_READY);

    gate.complete(null);
    get(settled);
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));
    assertThat(aPost()).isEqualTo("passed");
  }

  @Test
  void aPluginOfWhichNothingIsKnownMayGuardAnythingAtTheStart() throws Exception {
    rig.putInPlace(ID, LifeRig.MANIFEST.formatted(ID, "1.0.0"));
    rig.choices.change(ID, choice -> choice.withEnabled(true));
    rig.supervisor.hooks = Set.of(HookName.SERVE_HTTP);
    rig.plugins.begin();
    assertThat(aPost()).isEqualTo(HookDispatcher.NOT_READY);

    rig.surroundings(rig.complete());
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.RUNNING));

    assertThat(rig.choices.of(ID).hooks()).contains(Set.of());
    get(rig.plugins.disable(ID));
    assertThat(aPost()).isEqualTo("passed");
  }

  @Test
  void aPluginThatIsEnabledForTheFirstTimeHoldsUpNobody() throws Exception {
    rig.plugins.begin();
    rig.surroundings(rig.complete());
    rig.install(ID, "1.0.0");
    CompletableFuture<Void> gate = new CompletableFuture<>();
    rig.supervisor.gate = gate;
    CompletableFuture<ManagedPlugin> enabled = rig.plugins.enable(ID);
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.STARTING));

    assertThat(aPost()).isEqualTo("passed");

    gate.complete(null);
    get(enabled);
    assertThat(rig.choices.of(ID).hooks())
        .isEqualTo(Optional.of(Set.of(HookName.MESSAGE_WILL_BE_POSTED)));
  }

  @Test
  void nothingPassesByAPluginWhileItIsRestarted() throws Exception {
    run();
    CompletableFuture<Void> gate = new CompletableFuture<>();
    rig.supervisor.gate = gate;
    CompletableFuture<ManagedPlugin> restarted = rig.plugins.restart(ID);
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.STARTING));

    assertThat(aPost()).isEqualTo(HookDispatcher.NOT_READY);

    gate.complete(null);
    get(restarted);
    assertThat(aPost()).isEqualTo("passed");
  }

  @Test
  void aCrashIsAFailureUntilThePluginIsBack() throws Exception {
    rig.supervisor.hooks =
        Set.of(HookName.MESSAGE_WILL_BE_POSTED, HookName.CONFIGURATION_WILL_BE_SAVED);
    run();

    rig.supervisor.plugin(ID).crash();
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.BACKING_OFF));

    assertThat(aPost()).as("the hook fails open").isEqualTo("passed");
    assertThat(
            rig.dispatch
                .async()
                .configurationWillBeSaved(ConfigJson.builder().build())
                .toCompletableFuture())
        .as("the hook fails closed")
        .isCompletedExceptionally();

    CompletableFuture<Void> gate = new CompletableFuture<>();
    rig.supervisor.gate = gate;
    rig.supervisor.plugin(ID).comeBack();
    eventually(() -> assertThat(rig.plugin(ID).state()).isEqualTo(PluginState.STARTING));
    assertThat(aPost()).isEqualTo("passed");
    gate.complete(null);
  }

  @Test
  void aPluginThatIsDisabledOrRemovedGuardsNothing() throws Exception {
    run();

    get(rig.plugins.disable(ID));
    assertThat(aPost()).isEqualTo("passed");

    get(rig.plugins.enable(ID));
    get(rig.plugins.remove(ID));
    assertThat(aPost()).isEqualTo("passed");
  }

  @Test
  void whenTheRuntimeEndsNothingPassesByWhatHasRun() throws Exception {
    run();

    get(rig.plugins.close("the runtime stops"));

    assertThat(aPost()).isEqualTo(HookDispatcher.NOT_READY);
  }
}
