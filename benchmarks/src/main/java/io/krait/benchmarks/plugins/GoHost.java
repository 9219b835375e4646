package io.krait.benchmarks.plugins;

import io.krait.protocol.v1.MessageWillBePostedRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A host of hashicorp/go-plugin with one plugin, which makes calls when it is told. */
final class GoHost implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private final long plugin;

  /**
   * Starts it, and waits until the plugin is there.
   *
   * @param programs the folder that the host is in
   * @param variant for a plugin that is a {@code measured_plugin}: which
   * @param command what starts the plugin
   */
  GoHost(Path programs, MessageWillBePostedRequest request, String variant, String... command)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(programs.resolve("host").toString());
    words.add(Base64.getEncoder().encodeToString(request.toByteArray()));
    words.addAll(List.of(command));
    var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("KRAIT_BENCHMARK", variant);
    process = builder.start();
    out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    in = process.outputWriter(StandardCharsets.US_ASCII);
    String line = out.readLine();
    if (line == null || !line.startsWith("ready ")) {
      throw new IOException("the Go host does not start: " + line);
    }
    plugin = Long.parseLong(line.substring("ready ".length()));
  }

  /** What it and its libraries are. */
  static String versions(Path programs) throws IOException {
    return Machine.said(programs.resolve("host").toString());
  }

  Contestant contestant(String name) {
    return new Contestant(name, this::run, List.of(process.pid(), plugin));
  }

  private Measured run(int inFlight, Duration time) throws IOException {
    in.write("run %d %d%n".formatted(inFlight, time.toMillis()));
    in.flush();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the Go host has failed");
    }
    return Measured.parse(line);
  }

  @Override
  public void close() throws Exception {
    in.close();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
