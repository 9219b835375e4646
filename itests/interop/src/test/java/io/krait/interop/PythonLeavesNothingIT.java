package io.krait.interop;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.PluginApi;
import io.krait.supervisor.SupervisedPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Children of a plugin, and theirs, that want to live on. */
@EnabledOnOs(OS.LINUX)
class PythonLeavesNothingIT {

  @TempDir Path folder;
  @TempDir Path cache;
  @AutoClose private LivePlugins plugins;
  private SupervisedPlugin plugin;
  private List<ProcessHandle> family = List.of();

  @BeforeEach
  void start() throws Exception {
    Files.writeString(
        folder.resolve("plugin.py"),
        """
        import os
        import signal
        import subprocess

        from mattermost_plugin import HookName, Plugin, hook


        def deaf():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)


        def hide():
            child = os.fork()
            if child:
                os.waitpid(child, 0)
                return
            os.setsid()
            if os.fork():
                os._exit(0)
            os.execve("/bin/sleep", ["sleep", "600"], {})


        class Family(Plugin):
            @hook(HookName.OnActivate)
            def activate(self):
                subprocess.Popen(["/bin/sleep", "600"])
                subprocess.Popen(["/bin/sleep", "600"], preexec_fn=deaf)
                hide()


        if __name__ == "__main__":
            from mattermost_plugin.server import run_plugin

            run_plugin(Family)
        """);
    plugins = new LivePlugins(cache, new PluginApi() {});
    plugin = plugins.supervise("com.example.family", folder, "plugin.py");
    plugin.start().get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);
    plugins.opened();
    eventually(() -> assertThat(sleepers()).hasSize(3));
    family = sleepers().toList();
  }

  @AfterEach
  void killAll() {
    family.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void nobodyOutlivesAStop() throws Exception {
    plugin.stop().get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);

    assertThat(family).noneMatch(ProcessHandle::isAlive);
    assertThat(ProcessHandle.current().children().filter(this::isOurs)).isEmpty();
  }

  @Test
  void nobodyOutlivesACrash() throws Exception {
    ProcessHandle.of(pid()).orElseThrow().destroyForcibly();

    plugins.opened();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void nobodyOfItsSessionOutlivesThePluginWhenItsGuardIsKilled() throws Exception {
    ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
    List<ProcessHandle> children = process.children().toList();
    assertThat(children).hasSize(2);

    process.parent().orElseThrow().destroyForcibly();

    plugins.opened();
    // They are not ours any more, and whose they are reaps them when it likes.
    eventually(
        () ->
            assertThat(children)
                .noneMatch(child -> child.isAlive() && child.info().command().isPresent()));
  }

  @Test
  void itsProcessIsThatOfThePluginAndNotOfItsGuard() {
    ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();

    assertThat(process.info().arguments().orElseThrow()[0]).endsWith("plugin.py");
    assertThat(process.parent().flatMap(ProcessHandle::parent)).contains(ProcessHandle.current());
  }

  private long pid() {
    return plugin.status().process().orElseThrow().pid().orElseThrow();
  }

  private Stream<ProcessHandle> sleepers() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("/sleep"));
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains(folder.toString());
  }
}
