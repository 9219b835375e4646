package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.krait.protocol.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The Python process at the other end; {@code python-sdk/tests/peer.py} says how it is spoken to.
 */
final class PythonPeer implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 30;

  private final Process process;
  private final Writer in;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Path errors;

  /**
   * Starts the peer and waits until it is ready.
   *
   * @param transport what it is to be called by, and to call by
   * @param arguments what it is, and the target
   */
  PythonPeer(Transport transport, Path folder, String... arguments) throws IOException {
    Path root = root();
    errors = folder.resolve("peer.log");
    List<String> command = new ArrayList<>();
    command.add(interpreter().toString());
    command.add(root.resolve("python-sdk/tests/peer.py").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("PYTHONPATH", root.resolve("python-sdk/tests").toString());
    builder.environment().put("KRAIT_TEST_WIRE", transport.name().toLowerCase(Locale.ROOT));
    if (transport == Transport.LANE) {
      // As a host tells a plugin where its API is.
      String target = arguments[1];
      builder.environment().put("MATTERMOST_PLUGIN_API_TARGET", target);
      builder.environment().put("KRAIT_API_LANE", target.substring("unix:".length()));
    }
    process = builder.start();
    in = process.outputWriter(StandardCharsets.US_ASCII);
    Thread reader = new Thread(this::read, "peer-output");
    reader.setDaemon(true);
    reader.start();
    assertThat(line()).isEqualTo("ready");
  }

  /** The folder of the repository. */
  static Path root() {
    return Path.of(System.getProperty("krait.root"));
  }

  /** A real interpreter that has the SDK. */
  static Path interpreter() {
    String named = System.getenv("KRAIT_PYTHON");
    Path root = root();
    Path python = named == null ? root.resolve(".venv/bin/python") : Path.of(named);
    assertThat(python)
        .as("a Python with the SDK; ./test prepares one, or KRAIT_PYTHON names it")
        .isExecutable();
    return python;
  }

  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("problem: " + e);
    }
  }

  void tell(String line) {
    try {
      in.write(line + "\n");
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the peer is gone: " + log(), e);
    }
  }

  /** The next line that the peer says. */
  String line() {
    try {
      String line = lines.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      assertThat(line).as("what the peer says; its log: %s", log()).isNotNull();
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String log() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The next line, which must begin with {@code word}: what follows it. */
  String line(String word) {
    String line = line();
    assertThat(line).as("what the peer says; its log: %s", log()).startsWith(word + " ");
    return line.substring(word.length() + 1);
  }

  static String encode(Message message) {
    String text = Base64.getEncoder().encodeToString(message.toByteArray());
    return text.isEmpty() ? "-" : text;
  }

  static ByteString decode(String text) {
    return text.equals("-")
        ? ByteString.EMPTY
        : ByteString.copyFrom(Base64.getDecoder().decode(text));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
