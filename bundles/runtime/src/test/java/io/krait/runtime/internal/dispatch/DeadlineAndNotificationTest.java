package io.krait.runtime.internal.dispatch;

import static io.krait.runtime.internal.dispatch.Plugins.CONTEXT;
import static io.krait.runtime.internal.dispatch.Plugins.editing;
import static io.krait.runtime.internal.dispatch.Plugins.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.PluginHooks;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineAndNotificationTest {

  private final CountDownLatch release = new CountDownLatch(1);
  private HookDispatch dispatch = new HookDispatch(Plugins.settings(3));

  @AfterEach
  void close() {
    release.countDown();
    dispatch.close();
  }

  private void useDeadline(Duration deadline) {
    dispatch.close();
    dispatch = new HookDispatch(Plugins.settings(hook -> Optional.of(deadline), 3));
  }

  private void waitForRelease() {
    try {
      if (!release.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("never released");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PluginHooks hanging() {
    return new PluginHooks() {
      @Override
      public Optional<CommandResponse> executeCommand(PluginContext context, CommandArgs args) {
        waitForRelease();
        return Optional.empty();
      }

      @Override
      public io.krait.api.model.MessageWillBePostedResult messageWillBePosted(
          PluginContext context, Post post) {
        waitForRelease();
        return io.krait.api.model.MessageWillBePostedResult.builder()
            .rejectionReason("too late")
            .build();
      }
    };
  }

  @Test
  void latePluginIsPassedOverWhereTheHookFailsOpen() {
    // The next one has it too, and is to keep it on a machine that is busy.
    useDeadline(Duration.ofSeconds(2));
    dispatch.register("a", 0, hanging());
    dispatch.register("b", 0, editing(text -> text + "b"));

    assertThat(dispatch.blocking().messageWillBePosted(CONTEXT, post("x")).modifiedPost())
        .contains(post("xb"));
  }

  @Test
  void aPluginThatIsDebuggedIsWaitedFor() {
    useDeadline(Duration.ofMillis(20));
    dispatch.register(
        "a",
        0,
        Set.of(HookName.EXECUTE_COMMAND),
        Plugins.silent(),
        Optional.empty(),
        true,
        why -> {});
    dispatch.register("b", 0, hanging());
    var paused =
        dispatch
            .async("a")
            .orElseThrow()
            .executeCommand(CONTEXT, CommandArgs.builder().build())
            .toCompletableFuture();

    // The other one's time is over, and so would be that of this one.
    assertThatThrownBy(
            () ->
                dispatch
                    .blocking("b")
                    .orElseThrow()
                    .executeCommand(CONTEXT, CommandArgs.builder().build()))
        .isInstanceOf(AppError.class);
    assertThat(paused).isNotDone();
  }

  @Test
  void latePluginIsAnErrorWhereTheHookFailsClosed() {
    useDeadline(Duration.ofMillis(20));
    dispatch.register("a", 0, hanging());

    PluginHooks plugin = dispatch.blocking("a").orElseThrow();
    assertThatThrownBy(() -> plugin.executeCommand(CONTEXT, CommandArgs.builder().build()))
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo("plugin.hook.timeout");
              assertThat(error.message())
                  .isEqualTo("plugin a did not answer ExecuteCommand within 20 ms");
            });
  }

  @Test
  void closingEndsCallsThatHang() {
    dispatch.register("a", 0, hanging());
    CompletableFuture<?> call =
        dispatch
            .async("a")
            .orElseThrow()
            .executeCommand(CONTEXT, CommandArgs.builder().build())
            .toCompletableFuture();

    dispatch.close();

    assertThat(call).failsWithin(Duration.ofSeconds(30));
  }

  @Test
  void waitingThreadThatIsInterruptedGoesOn() {
    dispatch.register("a", 0, hanging());
    PluginHooks plugin = dispatch.blocking("a").orElseThrow();

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> plugin.executeCommand(CONTEXT, CommandArgs.builder().build()))
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.id()).isEqualTo("plugin.hook.interrupted"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void cancellingAPassCancelsTheCallThatIsMade() {
    CompletableFuture<io.krait.api.model.MessageWillBePostedResult> remote =
        new CompletableFuture<>();
    dispatch.register(
        "a",
        0,
        List.of(HookName.MESSAGE_WILL_BE_POSTED),
        (io.krait.api.AsyncPluginHooks)
            java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {io.krait.api.AsyncPluginHooks.class},
                (proxy, method, arguments) -> remote));

    dispatch.async().messageWillBePosted(CONTEXT, post("x")).toCompletableFuture().cancel(true);

    assertThat(remote).isCancelled();
  }

  private PluginHooks listening(List<String> heard) {
    return new PluginHooks() {
      @Override
      public void messageHasBeenPosted(PluginContext context, Post post) {
        waitForRelease();
        heard.add(post.message());
        if (post.message().equals("2")) {
          throw new IllegalStateException("broken");
        }
      }
    };
  }

  @Test
  void notificationsArriveInOrderWithoutHoldingUpTheHost() {
    List<String> heard = new CopyOnWriteArrayList<>();
    dispatch.register("a", 0, listening(heard));

    dispatch.blocking().messageHasBeenPosted(CONTEXT, post("1"));
    dispatch.blocking().messageHasBeenPosted(CONTEXT, post("2"));
    var last = dispatch.async().messageHasBeenPosted(CONTEXT, post("3")).toCompletableFuture();
    assertThat(heard).isEmpty();
    assertThat(last).isNotDone();

    release.countDown();

    assertThat(last).succeedsWithin(Duration.ofSeconds(30));
    assertThat(heard).containsExactly("1", "2", "3");
  }

  @Test
  void notificationsForWhichThereIsNoRoomAreDroppedAndCounted() {
    List<String> heard = new CopyOnWriteArrayList<>();
    dispatch.register("a", 0, listening(heard));

    var all =
        CompletableFuture.allOf(
            java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> dispatch.async().messageHasBeenPosted(CONTEXT, post("m" + i)))
                .map(stage -> stage.toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    release.countDown();

    assertThat(all).succeedsWithin(Duration.ofSeconds(30));
    HookStatistics statistics =
        dispatch.statistics().stream()
            .filter(one -> one.hook() == HookName.MESSAGE_HAS_BEEN_POSTED)
            .findFirst()
            .orElseThrow();
    assertThat(statistics.dropped()).isBetween(6L, 7L);
    assertThat(statistics.dropped() + statistics.calls()).isEqualTo(10);
    assertThat(heard).hasSize((int) statistics.calls());
  }

  @Test
  void slowListenerDoesNotHoldUpAnother() {
    List<String> slow = new CopyOnWriteArrayList<>();
    CompletableFuture<String> fast = new CompletableFuture<>();
    dispatch.register("a", 0, listening(slow));
    dispatch.register(
        "b",
        0,
        new PluginHooks() {
          @Override
          public void messageHasBeenPosted(PluginContext context, Post post) {
            fast.complete(post.message());
          }
        });

    dispatch.blocking().messageHasBeenPosted(CONTEXT, post("x"));

    assertThat(fast).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("x");
    assertThat(slow).isEmpty();
  }
}
