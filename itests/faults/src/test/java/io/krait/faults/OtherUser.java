package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Another user of the machine tries to read the server's data and to reach its sockets. */
final class OtherUser implements Trial {

  private static final String NOBODY = "65534";

  @Override
  public String title() {
    return "another user of the machine";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    if (!System.getProperty("user.name").equals("root")) {
      return Row.of("none", 0, 0, "not tried: only root can be another user");
    }
    String id = "com.example.keeper";
    try (InstalledPlugin plugin = stage.install(id, stage.plugin(id, "keeper.py"))) {
      List<String> targets = new ArrayList<>();
      targets.add(stage.data().toString());
      for (ProcessHandle process : plugin.processes()) {
        targets.addAll(sockets(process));
      }
      assertThat(targets).as("sockets of the plugin").hasSizeGreaterThan(1);
      // What is above the data folder here would keep everybody away.
      open(stage.data().getParent());
      List<String> done = asNobody(stage.newFolder(), targets);
      assertThat(done).as("what another user could do").isEmpty();
      return Row.of("none", targets.size(), 0, "%d folders and sockets refused", targets.size());
    }
  }

  /** The sockets that a plugin was told of, and the folder in which it makes its own. */
  private static List<String> sockets(ProcessHandle process) throws IOException {
    List<String> found = new ArrayList<>();
    byte[] environment = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/environ"));
    for (String variable : new String(environment, StandardCharsets.UTF_8).split("\0", -1)) {
      if (variable.matches("(?:KRAIT_API_LANE|PLUGIN_UNIX_SOCKET_DIR)=.+")) {
        found.add(variable.substring(variable.indexOf('=') + 1));
      } else if (variable.startsWith("MATTERMOST_PLUGIN_API_TARGET=unix:")) {
        found.add(variable.substring(variable.indexOf(':') + 1).replaceFirst("^/+", "/"));
      }
    }
    return found;
  }

  private static void open(Path folder) throws IOException {
    Path root = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path one = folder; one != null && !one.equals(root); one = one.getParent()) {
      Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(one));
      if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
        Files.setPosixFilePermissions(one, permissions);
      }
    }
  }

  private static List<String> asNobody(Path folder, List<String> targets)
      throws IOException, InterruptedException {
    Path script = folder.resolve("other_user.py");
    try (InputStream code = OtherUser.class.getResourceAsStream("/other_user.py")) {
      Files.copy(code, script);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "/usr/bin/python3",
                "-I",
                "-c",
                Files.readString(script)));
    command.addAll(targets);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines;
  }
}
