package io.krait.interop;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.PluginApi;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.SupervisionStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins that take more of the machine than they may. */
@EnabledOnOs(OS.LINUX)
class PythonLimitsIT {

  @TempDir Path folder;
  @TempDir Path cache;

  @ParameterizedTest
  @CsvSource({
    "memory, MiB of memory",
    "threads, processes and threads",
    "descriptors, files and sockets open"
  })
  void whoTakesTooMuchIsEndedAndTheReasonSaysOfWhat(String what, String said) throws Exception {
    Files.writeString(
        folder.resolve("plugin.py"),
        """
        import os
        import threading
        import time

        from mattermost_plugin import HookName, Plugin, hook

        taken = []


        def memory():
            for _ in range(60):
                taken.append(b"x" * (10 << 20))


        def threads():
            for _ in range(400):
                threading.Thread(target=time.sleep, args=(600,), daemon=True).start()


        def descriptors():
            while True:
                try:
                    taken.append(os.open("/dev/null", os.O_RDONLY))
                except OSError:
                    time.sleep(600)


        class Greedy(Plugin):
            @hook(HookName.OnActivate)
            def activate(self):
                threading.Thread(target=%s, daemon=True).start()


        if __name__ == "__main__":
            from mattermost_plugin.server import run_plugin

            run_plugin(Greedy)
        """
            .formatted(what));
    try (LivePlugins plugins =
        new LivePlugins(
            cache,
            new PluginApi() {},
            Map.of("limit_memory_megabytes", 256, "limit_tasks", 200, "limit_descriptors", 512))) {
      SupervisedPlugin plugin = plugins.supervise("com.example.greedy", folder, "plugin.py");
      // It may be ended before it has been started.
      plugin
          .start()
          .handle((done, failure) -> done)
          .get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);

      eventually(
          () -> {
            SupervisionStatus status = plugin.status();
            assertThat(status.state())
                .isIn(SupervisionStatus.State.BACKING_OFF, SupervisionStatus.State.FAILED);
            assertThat(status.reason()).contains(said);
          });
      plugin.stop().get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
