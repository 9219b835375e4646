package io.krait.shell.internal;

import static io.krait.shell.internal.FakeManager.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.management.PluginState;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class CompletionTest {
  private final FakeManager manager =
      new FakeManager().with(plugin("com.example.hello", PluginState.RUNNING, ""));
  @AutoClose private final Shell shell = new Shell(manager, new FakeLogs(), List.of());
  private final Completion completion = new Completion(new Present<>(manager));

  @Test
  void aSessionIsToldOnceHowEachCommandIsCompleted() throws Exception {
    List<List<String>> told = shell.completing(completion);

    shell.show("echo first");
    shell.show("echo second");

    assertThat(told)
        .doesNotHaveDuplicates()
        .contains(
            List.of(
                "-c",
                "plugin:env",
                "-d",
                "shows how a plugin's process was started: program, folder, environment"),
            List.of(
                "-c", "plugin:logs", "-s", "f", "-l", "follow", "-d", "go on showing what comes"),
            List.of("-c", "plugin:install", "-a", "__files"));
    assertThat(shell.result("__plugin_arguments ['plugin:info', ''] %(1)"))
        .isEqualTo(List.of("com.example.hello"));
  }

  @Test
  void aShellThatCompletesInItsOwnWayIsLeftAloneAfterOneTry() throws Exception {
    List<String> tried = new ArrayList<>();
    CommandSessionListener trying =
        new CommandSessionListener() {
          @Override
          public void beforeExecute(CommandSession session, CharSequence command) {
            completion.beforeExecute(session, command);
            if (command.toString().startsWith("gogo:complete")) {
              tried.add(command.toString());
            }
          }

          @Override
          public void afterExecute(CommandSession session, CharSequence command, Exception e) {}

          @Override
          public void afterExecute(CommandSession session, CharSequence command, Object result) {}
        };
    shell.completingItsOwnWay(trying);

    assertThat(shell.show("echo first")).contains("first");
    shell.show("echo second");

    assertThat(tried).hasSize(1);
    assertThatThrownBy(() -> shell.result("__plugin_arguments ['plugin:info', ''] %(1)"))
        .hasMessageContaining("Command not found");
  }

  @Test
  void nothingOfTheBundleStaysInTheSession() throws Exception {
    shell.completing(completion);
    shell.show("echo first");

    completion.forget();

    assertThatThrownBy(() -> shell.result("__plugin_arguments ['plugin:info', ''] %(1)"))
        .hasMessageContaining("Command not found");
  }
}
