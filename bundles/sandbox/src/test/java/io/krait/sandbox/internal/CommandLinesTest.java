package io.krait.sandbox.internal;

import static io.krait.sandbox.internal.SandboxSettingsOf.configuration;
import static io.krait.sandbox.internal.SandboxSettingsOf.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessNeeds;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run to isolate a plugin. */
class CommandLinesTest {

  @TempDir Path folder;
  private final UnitNames names = new UnitNames(() -> 35);
  private Tools tools;
  private ProcessRequest request;

  @BeforeEach
  void prepare() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String name : List.of("bwrap", "setpriv", "systemd-run", "systemctl", "docker")) {
      Files.createFile(
          bin.resolve(name),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    tools = new Tools("/nowhere:" + bin);
    Path venv = Files.createDirectories(folder.resolve("venv/bin")).getParent();
    Files.createFile(venv.resolve("pyvenv.cfg"));
    Path plugin = Files.createDirectory(folder.resolve("plugin"));
    request =
        new ProcessRequest(
            "com.example.Hello",
            List.of(venv.resolve("bin/python").toString(), plugin.resolve("plugin.py").toString()),
            plugin,
            Map.of("PATH", "/bin", "HOME", "/root", "SECRET", "of the plugin"),
            Optional.of(venv.resolve("bin/python")),
            new ProcessLimits(1 << 20, 0.5, 20, 30),
            new ProcessNeeds(
                "", List.of(Path.of("/sdk")), List.of(Path.of("/tmp/own"), Path.of("/tmp/api"))));
  }

  @Test
  void bubblewrapHasNothingButWhatThePluginNeeds() throws IOException {
    IsolatedProcess isolated =
        new Bubblewrap(tools)
            .confine(request, settings(Map.of("readable", new String[] {"/srv/models"})));

    assertThat(isolated.description()).isEqualTo("bubblewrap, without network");
    assertThat(isolated.cleanup()).isEmpty();
    String command = String.join(" ", isolated.request().command());
    assertThat(command)
        .startsWith(folder + "/bin/bwrap --unshare-all --die-with-parent --new-session ")
        .contains(" --tmpfs /tmp ")
        .contains(" --ro-bind %1$s/venv %1$s/venv ".formatted(folder))
        .contains(" --ro-bind /sdk /sdk ", " --ro-bind /srv/models /srv/models ")
        .contains(" --ro-bind %1$s/plugin %1$s/plugin ".formatted(folder))
        .contains(" --bind /tmp/own /tmp/own --bind /tmp/api /tmp/api ")
        .contains(" --setenv HOME /tmp ")
        .endsWith(
            " --chdir %1$s/plugin -- %1$s/venv/bin/python %1$s/plugin/plugin.py".formatted(folder))
        .doesNotContain("--share-net", "SECRET", " / / ");
    assertThat(command.indexOf("--tmpfs /tmp")).isLessThan(command.indexOf("--bind /tmp/own"));
    assertThat(isolated.request().environment()).isEqualTo(request.environment());
  }

  @Test
  void bubblewrapSharesTheNetworkWhereThatIsConfigured() throws IOException {
    IsolatedProcess isolated =
        new Bubblewrap(tools)
            .confine(
                request, settings(Map.of("network", true, "writable", new String[] {"/srv/out"})));

    assertThat(isolated.request().command()).contains("--share-net");
    assertThat(String.join(" ", isolated.request().command()))
        .contains(" --bind /srv/out /srv/out ");
    assertThat(isolated.description()).isEqualTo("bubblewrap, with network");
  }

  @Test
  void whatAPluginDoesWithoutItDoesNotGet() throws IOException {
    SandboxComponent component =
        new SandboxComponent(configuration(Map.of("mode", "bubblewrap", "network", true)), tools);
    ProcessRequest modest =
        new ProcessRequest(
            request.pluginId(),
            request.command(),
            request.folder(),
            request.environment(),
            request.interpreter(),
            request.limits(),
            new ProcessNeeds("", List.of(), List.of(), false));

    assertThat(component.isolate(request).description()).isEqualTo("bubblewrap, with network");
    assertThat(component.isolate(modest).description()).isEqualTo("bubblewrap, without network");
  }

  @Test
  void anotherUserGetsTheSocketsAndNoPrivileges() throws IOException {
    Path passwd =
        Files.writeString(folder.resolve("passwd"), "root:x:0:0::/:\nplug:x:990:991::/:\n");
    List<String> given = new ArrayList<>();
    OtherUser mode =
        new OtherUser(
            tools, new Accounts(passwd), (path, account) -> given.add(path + " " + account.user()));

    IsolatedProcess isolated = mode.confine(request, settings(Map.of("user", "plug")));

    assertThat(isolated.description()).isEqualTo("user plug");
    assertThat(given).containsExactly("/tmp/own 990", "/tmp/api 990");
    assertThat(isolated.request().command())
        .startsWith(folder + "/bin/setpriv", "--reuid=990", "--regid=991", "--clear-groups")
        .contains("--no-new-privs", "--bounding-set=-all")
        .endsWith(request.command().toArray(String[]::new));
    assertThatThrownBy(() -> mode.confine(request, settings(Map.of("user", "other"))))
        .hasMessageContaining("no user \"other\"");
    assertThatThrownBy(() -> mode.confine(request, settings(Map.of("user", "0:0"))))
        .hasMessageContaining("root");
  }

  @Test
  void systemdIsToldWhatToKeepAwayAndHowMuchThereIs() throws IOException {
    IsolatedProcess isolated =
        new Systemd(tools, names, folder).confine(request, settings(Map.of()));

    assertThat(isolated.request().command())
        .contains(
            "--pipe",
            "--unit=krait-com.example.hello-z-1",
            "--property=NoNewPrivileges=yes",
            "--property=ProtectSystem=strict",
            "--property=PrivateTmp=yes",
            "--property=PrivateNetwork=yes",
            "--property=MemoryMax=1048576",
            "--property=CPUQuota=50%",
            "--property=TasksMax=20",
            "--property=LimitNOFILE=30",
            "--property=BindPaths=/tmp/api",
            "--property=BindReadOnlyPaths=/sdk",
            "--setenv=SECRET")
        .noneMatch(word -> word.contains("of the plugin"))
        .endsWith(request.command().toArray(String[]::new));
    assertThat(isolated.cleanup())
        .containsExactly(
            folder + "/bin/systemctl", "--quiet", "stop", "krait-com.example.hello-z-1.service");
    assertThatThrownBy(
            () ->
                new Systemd(tools, names, Path.of("/nowhere")).confine(request, settings(Map.of())))
        .hasMessageContaining("systemd does not run this machine")
        .hasMessageContaining("another mode");
  }

  @Test
  void aContainerHasTheSocketsAtTheSamePathsAndThePythonOfItsImage() throws IOException {
    IsolatedProcess isolated =
        new Container(tools, names).confine(request, settings(Map.of("image", "plugins:1")));

    String command = String.join(" ", isolated.request().command());
    assertThat(command)
        .startsWith(
            folder
                + "/bin/docker run --rm --interactive --init --name krait-com.example.hello-z-1 ")
        .contains(" --network none ", " --read-only ", " --cap-drop ALL ", " no-new-privileges ")
        .contains(" --memory 1048576 ", " --cpus 0.50 ", " --pids-limit 20 ", " nofile=30 ")
        .contains(" --volume /tmp/own:/tmp/own ", " --volume /tmp/api:/tmp/api ")
        .contains(" --volume /sdk:/sdk:ro ", " --env SECRET ")
        .doesNotContain("of the plugin", "--env PATH", "--env HOME")
        .endsWith(" plugins:1 python3 " + folder + "/plugin/plugin.py");
    assertThat(isolated.cleanup())
        .containsExactly(folder + "/bin/docker", "rm", "--force", "krait-com.example.hello-z-1");
  }

  @Test
  void eachPluginCanBeIsolatedInAWayOfItsOwn() throws IOException {
    SandboxComponent component =
        new SandboxComponent(
            configuration(
                Map.of(
                    "plugins",
                    new String[] {"a.b mode=none, com.example.Hello mode=container network=true"})),
            tools);

    assertThat(component.isolate(request).description())
        .startsWith("container krait-com.example.hello")
        .endsWith("with network");
    ProcessRequest other =
        new ProcessRequest("com.example.other", request.command(), request.folder(), Map.of());
    assertThat(component.isolate(other).description()).isEqualTo("bubblewrap, without network");
  }

  @Test
  void aToolThatIsNotThereIsNamedWithTheWayToGetIt() {
    SandboxComponent component =
        new SandboxComponent(configuration(Map.of()), new Tools("/nowhere"));

    assertThatThrownBy(() -> component.isolate(request))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mode bubblewrap")
        .hasMessageContaining("bwrap is not on PATH")
        .hasMessageContaining("install the package bubblewrap");
  }

  @Test
  void whatIsMistypedLeavesNoPluginWithoutItsSandbox() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("mode", "bublewrap"),
            Map.of("readable", new String[] {"relative"}),
            Map.of("plugins", new String[] {"com.example.Hello network"}),
            Map.of("plugins", new String[] {"com.example.Hello network=maybe"}),
            Map.of("plugins", new String[] {"com.example.Hello netwrok=true"}))) {
      SandboxComponent component = new SandboxComponent(configuration(wrong), tools);

      assertThatThrownBy(() -> component.isolate(request))
          .as("%s", wrong)
          .hasMessageContaining("cannot be isolated")
          .hasMessageContaining("io.krait.sandbox");
    }
  }

  @Test
  void anInstallationOfPythonIsNoReasonToShowWhatLiesBesideIt() throws IOException {
    Path opt =
        Files.createDirectories(folder.resolve("opt/lib/python3.11")).getParent().getParent();
    Files.createDirectories(opt.resolve("bin"));
    Files.createFile(opt.resolve("bin/python3"));
    Files.createDirectories(opt.resolve("secrets"));
    Path link = folder.resolve("venv/bin/python");
    Files.createSymbolicLink(link, opt.resolve("bin/python3"));

    assertThat(PythonHome.folders(link))
        .containsExactly(folder.resolve("venv"), opt.resolve("bin"), opt.resolve("lib"));
  }
}
