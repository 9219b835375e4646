package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An author's shell, with the command {@code mattermost-plugin} of these sources. */
final class Bench {

  private final Path home;

  /** A shell with a home folder of its own, which keeps the login. */
  Bench(Path home) throws IOException {
    this.home = home;
    Path command = Files.createDirectories(home.resolve("bin")).resolve("mattermost-plugin");
    Files.writeString(
        command, "#!/bin/sh\nexec %s -m mattermost_plugin \"$@\"\n".formatted(Workspace.python()));
    assertThat(command.toFile().setExecutable(true)).isTrue();
  }

  /** Does what the lines say, and fails where one of them does; gives what was printed. */
  String run(Path folder, String commands) throws IOException, InterruptedException {
    Path output = Files.createTempFile(home, "output", ".txt");
    Process process = begin(folder, commands, output);
    assertThat(process.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  /** Begins what goes on until it is ended; what it prints goes to a file. */
  Process begin(Path folder, String commands, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euc", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    String path = System.getenv("PATH");
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("XDG_CONFIG_HOME");
    builder.environment().put("PATH", home.resolve("bin") + File.pathSeparator + path);
    Path sdk = Workspace.root().resolve("python-sdk/src");
    builder.environment().put("PYTHONPATH", sdk.toString());
    builder.environment().put("PYTHONUNBUFFERED", "1");
    return builder.start();
  }

  /** Changes a file as an author does who saves it. */
  static void save(Path file, String old, String changed) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, changed));
  }
}
