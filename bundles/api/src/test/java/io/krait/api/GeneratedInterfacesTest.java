package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GeneratedInterfacesTest {

  @Test
  void everyMethodOfTheApiHasAJavaMethod() {
    assertThat(PluginApi.class.getMethods()).hasSize(236);
    assertThat(PluginHooks.class.getMethods()).hasSize(42 + 4);
    assertThat(AsyncPluginHooks.class.getMethods()).hasSize(42 + 4);
  }

  @Test
  void whatAHostLacksFailsWithItsName() {
    PluginApi host = new PluginApi() {};

    assertThatThrownBy(() -> host.getUser("id")).isEqualTo(AppError.notImplemented("GetUser"));
    assertThatThrownBy(() -> host.kvDeleteAll()).isEqualTo(AppError.notImplemented("KVDeleteAll"));
  }

  @Test
  void theHooksOfAJavaPluginAreTheMethodsItOverrides() {
    PluginHooks plugin =
        new PluginHooks() {
          @Override
          public void messageHasBeenPosted(PluginContext pluginContext, Post post) {}

          @Override
          public MessageWillBePostedResult messageWillBePosted(
              PluginContext pluginContext, Post post) {
            return MessageWillBePostedResult.builder().build();
          }
        };

    assertThat(plugin.implemented()).containsExactly("MessageWillBePosted", "MessageHasBeenPosted");
  }

  @Test
  void everyHookKnowsItsMethod() {
    Set<String> methods = new TreeSet<>();
    for (Method method : PluginHooks.class.getMethods()) {
      methods.add(method.getName());
    }

    assertThat(HookName.values())
        .extracting(HookName::methodName)
        .containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void hooksSayWhatTheContractSaysOfThem() {
    HookName hook = HookName.of("MessageWillBePosted").orElseThrow();

    assertThat(hook).isEqualTo(HookName.MESSAGE_WILL_BE_POSTED);
    assertThat(hook.kind()).isEqualTo(HookKind.CHAIN);
    assertThat(hook.onFailure()).isEqualTo(FailurePolicy.OPEN);
    assertThat(hook.deadline()).contains(Duration.ofSeconds(30));
    assertThat(hook.since()).isEqualTo("5.2");
    assertThat(HookName.SERVE_HTTP.deadline()).isEmpty();
    assertThat(HookName.CONFIGURATION_WILL_BE_SAVED.onFailure()).isEqualTo(FailurePolicy.CLOSED);
    assertThat(HookName.of("NoSuchHook")).isEmpty();
  }

  @Test
  void hooksByWhichAnOperationCanBeRefusedAreKnown() {
    assertThat(HookName.values())
        .filteredOn(HookName::canRefuse)
        .containsExactlyInAnyOrder(
            HookName.CONFIGURATION_WILL_BE_SAVED,
            HookName.MESSAGE_WILL_BE_POSTED,
            HookName.MESSAGE_WILL_BE_UPDATED,
            HookName.FILE_WILL_BE_UPLOADED,
            HookName.FILE_WILL_BE_UPLOADED_STREAM,
            HookName.NOTIFICATION_WILL_BE_PUSHED,
            HookName.EMAIL_NOTIFICATION_WILL_BE_SENT,
            HookName.USER_WILL_LOG_IN,
            HookName.ON_SAML_LOGIN);
  }
}
