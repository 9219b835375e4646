package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On plain files in the place of the kernel's. */
class ControlGroupsTest {

  private static final long SERVER = 100;
  private static final ProcessLimits LIMITS = new ProcessLimits(512L << 20, 0.5, 64, 0);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Path mount;
  private Path own;
  private Path processes;

  @BeforeEach
  void delegate() throws Exception {
    mount = Files.createDirectory(folder.resolve("cgroup"));
    processes = Files.createDirectory(folder.resolve("proc"));
    own = Files.createDirectories(mount.resolve("system.slice/krait.service"));
    Files.writeString(mount.resolve("cgroup.controllers"), "cpuset cpu io memory pids\n");
    Files.writeString(own.resolve("cgroup.controllers"), "cpu memory pids\n");
    Files.writeString(own.resolve("cgroup.subtree_control"), "");
    Files.writeString(own.resolve("cgroup.procs"), SERVER + "\n");
    isIn("/system.slice/krait.service");
  }

  @Test
  void aPluginGetsAGroupWithItsLimitsBelowThatOfTheServer() throws Exception {
    ControlGroup group = groups().create("com.example.a", LIMITS).orElseThrow();

    Path there = own.resolve("krait-plugin-1-com.example.a");
    assertThat(group.members()).isEqualTo(there.resolve("cgroup.procs"));
    assertThat(there.resolve("memory.max")).hasContent(Long.toString(512L << 20));
    assertThat(there.resolve("memory.oom.group")).hasContent("1");
    assertThat(there.resolve("pids.max")).hasContent("64");
    assertThat(there.resolve("cpu.max")).hasContent("50000 100000");
  }

  @Test
  void theServerItselfMovesAsideAsTheKernelWantsIt() throws Exception {
    groups().create("com.example.a", LIMITS);

    assertThat(own.resolve("krait-server/cgroup.procs")).hasContent(Long.toString(SERVER));
    assertThat(own.resolve("cgroup.subtree_control")).hasContent("+pids");
  }

  @Test
  void whatIsDividedUpAlreadyIsUsedAgain() throws Exception {
    Files.createDirectories(own.resolve("krait-server"));
    isIn("/system.slice/krait.service/krait-server");

    assertThat(groups().create("com.example.a", LIMITS).orElseThrow().members())
        .isEqualTo(own.resolve("krait-plugin-1-com.example.a/cgroup.procs"));
  }

  @Test
  void whatAKilledServerHasLeftIsRemoved() throws Exception {
    Path old = Files.createDirectories(own.resolve("krait-plugin-7-com.example.old"));

    groups().create("com.example.a", LIMITS);

    assertThat(old).doesNotExist();
  }

  @Test
  void aControllerThatTheGroupHasNotIsDoneWithout() throws Exception {
    Files.writeString(own.resolve("cgroup.controllers"), "pids\n");

    ControlGroup group = groups().create("com.example.a", LIMITS).orElseThrow();

    assertThat(group.limitsProcessors()).isFalse();
    assertThat(group.members().resolveSibling("memory.max")).doesNotExist();
    assertThat(group.members().resolveSibling("pids.max")).hasContent("64");
  }

  @Test
  void withoutVersion2ThereAreNone() throws Exception {
    Files.delete(mount.resolve("cgroup.controllers"));

    assertThat(groups().create("com.example.a", LIMITS)).isEmpty();
  }

  @Test
  void aProcessOfVersion1AloneHasNone() throws Exception {
    Files.writeString(
        processes.resolve(SERVER + "/cgroup"), "3:memory:/user.slice\n2:pids:/user.slice\n");

    assertThat(groups().create("com.example.a", LIMITS)).isEmpty();
  }

  @Test
  void aGroupWithProcessesOfOthersIsLeftAlone() throws Exception {
    Files.writeString(own.resolve("cgroup.procs"), "1\n" + SERVER + "\n");

    assertThat(groups().create("com.example.a", LIMITS)).isEmpty();
    assertThat(own.resolve("krait-server")).doesNotExist();
  }

  @Test
  void aGroupThatWasNotLeftToTheServerIsLeftAlone() throws Exception {
    Files.delete(own.resolve("cgroup.subtree_control"));

    assertThat(groups().create("com.example.a", LIMITS)).isEmpty();
  }

  @Test
  void whatTheKernelSaysOfMemoryIsTheCause() throws Exception {
    ControlGroup group = groups().create("com.example.a", LIMITS).orElseThrow();
    assertThat(group.killedBecause()).isEmpty();

    Files.writeString(
        group.members().resolveSibling("memory.events"),
        "low 0\nhigh 0\nmax 31\noom 1\noom_kill 2\n");

    assertThat(group.killedBecause())
        .contains(
            "it has used all 512 MiB of memory that it may use; allow it more by"
                + " limit.memory.megabytes of io.krait.supervisor and its manifest, or see why");
  }

  @Test
  void refusedTasksAreCounted() throws Exception {
    ControlGroup group = groups().create("com.example.a", LIMITS).orElseThrow();
    assertThat(group.refusedTasks()).isZero();

    Files.writeString(group.members().resolveSibling("pids.events"), "max 3\n");

    assertThat(group.refusedTasks()).isEqualTo(3);
  }

  @Test
  void allThatIsInAGroupIsKilledAtOnceWhereTheKernelCan() throws Exception {
    ControlGroup group = groups().create("com.example.a", LIMITS).orElseThrow();
    Path kill = group.members().resolveSibling("cgroup.kill");
    group.kill();
    assertThat(kill).doesNotExist();

    Files.writeString(kill, "");
    group.kill();

    assertThat(kill).hasContent("1");
  }

  @Test
  void thePluginJoinsTheGroupBeforeItRunsAndItsEndSaysWhy() throws Exception {
    ManualTimers timers = new ManualTimers();
    ProcessGuard guard =
        new ProcessGuard(
            new BundledGuard(folder.resolve("guard")),
            ProcessFolder.ofThisMachine(),
            groups(),
            timers,
            Runnable::run);
    Path there = own.resolve("krait-plugin-1-com.example.a");

    PluginProcess process =
        new LocalPluginRunner(ProcessBuilder::start, Optional.of(guard))
            .start(
                new ProcessRequest(
                    "com.example.a",
                    List.of(
                        "/bin/sh",
                        "-c",
                        "cat '%1$s/cgroup.procs'; echo 'oom_kill 1' > '%1$s/memory.events'"
                            .formatted(there)),
                    folder,
                    Map.of("PATH", "/usr/bin:/bin"),
                    Optional.of(Path.of("/usr/bin/python3")),
                    LIMITS));

    assertThat(new String(process.output().readAllBytes())).isEqualTo("0");
    assertThat(process.onExit()).succeedsWithin(LONG).isEqualTo(0);
    assertThat(process.cause().orElseThrow()).startsWith("it has used all 512 MiB of memory");
    // A folder of the kernel's is removed with its files in it.
    empty(there);
    eventually(
        () -> {
          timers.advance(Duration.ofSeconds(1));
          assertThat(there).doesNotExist();
        });
  }

  private static void empty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private ControlGroups groups() {
    return new ControlGroups(mount, new ProcessFolder(processes), SERVER);
  }

  private void isIn(String group) throws IOException {
    Path server = Files.createDirectories(processes.resolve(Long.toString(SERVER)));
    Files.writeString(server.resolve("cgroup"), "1:name=systemd:/x\n0::" + group + "\n");
  }
}
