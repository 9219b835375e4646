package io.krait.nats.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.nats.client.Options;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A NATS of the tests' own; where there is none to start, tests are skipped. */
final class NatsServer implements AutoCloseable {

  private final Path folder;
  private final int port;
  private Process process;

  NatsServer(Path folder) {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    start();
  }

  private static Path program() {
    Path found =
        Stream.concat(
                Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin"))
            .map(path -> Path.of(path, "nats-server"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(
        found != null, "NATS is not installed (on Debian or Ubuntu: apt-get install nats-server)");
    return found;
  }

  /** Starts it, or starts it again with what it has kept. */
  void start() {
    try {
      process =
          new ProcessBuilder(
                  List.of(
                      program().toString(),
                      "-js",
                      "-sd",
                      folder.toString(),
                      "-a",
                      "127.0.0.1",
                      "-p",
                      String.valueOf(port)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/nats.log")))
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    eventually(
        () ->
            assertThatCode(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .doesNotThrowAnyException());
  }

  /** Ends it; it can be started again. */
  void stop() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  Options.Builder options() {
    return new Options.Builder().server("nats://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    stop();
  }
}
