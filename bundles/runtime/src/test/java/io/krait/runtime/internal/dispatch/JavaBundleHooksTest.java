package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaBundleHooksTest {

  private final HookDispatch dispatch = new HookDispatch(Plugins.settings(10));
  private final JavaBundleHooks bundles = new JavaBundleHooks(dispatch);

  @AfterEach
  void close() {
    bundles.deactivate();
    dispatch.close();
  }

  @Test
  void hooksOfABundleTakePartWhileTheyAreThere() {
    PluginHooks hooks = Plugins.editing(text -> text + "!");

    bundles.bindHooks(hooks, Map.of("plugin.id", "b"));
    bundles.bindHooks(Plugins.answering(""), Map.of("plugin.id", "c", "service.ranking", 1));
    assertThat(dispatch.handlersOf(HookName.MESSAGE_WILL_BE_POSTED)).containsExactly("c", "b");

    bundles.unbindHooks(hooks);
    assertThat(dispatch.handlersOf(HookName.MESSAGE_WILL_BE_POSTED)).containsExactly("c");
  }

  @Test
  void secondServiceOfAnIdDoesNotDisturbTheFirst() {
    PluginHooks second = Plugins.answering("no");
    bundles.bindHooks(Plugins.answering(""), Map.of("plugin.id", "b"));

    bundles.bindHooks(second, Map.of("plugin.id", "b"));
    bundles.unbindHooks(second);

    assertThat(dispatch.handlersOf(HookName.MESSAGE_WILL_BE_POSTED)).containsExactly("b");
  }

  @Test
  void nothingIsLeftAfterwards() {
    bundles.bindHooks(Plugins.answering(""), Map.of("plugin.id", "b"));

    bundles.deactivate();

    assertThat(dispatch.handlersOf(HookName.MESSAGE_WILL_BE_POSTED)).isEmpty();
  }
}
