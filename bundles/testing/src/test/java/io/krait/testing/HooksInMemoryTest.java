package io.krait.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.RemoteCluster;
import org.junit.jupiter.api.Test;

class HooksInMemoryTest {

  @Test
  void thePluginThatHandlesAHookAnswersAndThatIsWrittenDown() {
    HooksInMemory hooks =
        new HooksInMemory()
            .with(
                "com.example.strict",
                new PluginHooks() {
                  @Override
                  public MessageWillBePostedResult messageWillBePosted(
                      PluginContext context, Post post) {
                    return MessageWillBePostedResult.builder().rejectionReason("no").build();
                  }
                });

    MessageWillBePostedResult result =
        hooks
            .blocking()
            .messageWillBePosted(PluginContext.builder().build(), Post.builder().build());

    assertThat(result.rejectionReason()).isEqualTo("no");
    assertThat(hooks.called()).containsExactly("com.example.strict MessageWillBePosted");
    assertThat(hooks.handlersOf(HookName.MESSAGE_WILL_BE_POSTED))
        .containsExactly("com.example.strict");
    assertThat(hooks.handlersOf(HookName.MESSAGE_HAS_BEEN_POSTED)).isEmpty();
  }

  @Test
  void allAreToldOfWhatHasHappened() {
    HooksInMemory hooks = new HooksInMemory("b", new Told()).with("a", new Told());

    hooks
        .async()
        .messageHasBeenPosted(PluginContext.builder().build(), Post.builder().build())
        .toCompletableFuture()
        .join();

    assertThat(hooks.called()).containsExactly("a MessageHasBeenPosted", "b MessageHasBeenPosted");
  }

  @Test
  void aHookThatNobodyHandlesIsPassedOverOrFailsWhereNoResultSaysSo() {
    HooksInMemory hooks = new HooksInMemory("a", new PluginHooks() {});

    assertThat(
            hooks
                .blocking()
                .messageWillBePosted(PluginContext.builder().build(), Post.builder().build()))
        .isEqualTo(MessageWillBePostedResult.builder().build());
    PluginHooks one = hooks.blocking("a").orElseThrow();
    assertThatThrownBy(() -> one.onSharedChannelsPing(RemoteCluster.builder().build()))
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.statusCode()).isEqualTo(501));
    assertThat(hooks.called()).isEmpty();
  }

  private static final class Told implements PluginHooks {
    @Override
    public void messageHasBeenPosted(PluginContext context, Post post) {}
  }
}
