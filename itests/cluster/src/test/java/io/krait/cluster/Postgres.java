package io.krait.cluster;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of our own, in a temporary folder. */
final class Postgres implements AutoCloseable {

  private static final int END_SECONDS = 60;

  private final Path programs;
  private final Path folder;
  private final int port;

  private Postgres(Path programs) throws IOException, InterruptedException {
    this.programs = programs;
    folder = Path.of(run(List.of("mktemp", "-d", "/tmp/krait-cluster-XXXXXX")));
    run(
        List.of(
            programs.resolve("initdb").toString(),
            "--no-sync",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--username=krait",
            "--pgdata=" + folder));
    port = Workspace.freePort();
    start();
    run(
        List.of(
            programs.resolve("createdb").toString(),
            "-h",
            "127.0.0.1",
            "-p",
            "" + port,
            "-U",
            "krait",
            "chat"));
  }

  static Postgres started() throws IOException, InterruptedException {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return new Postgres(
          versions
              .map(version -> version.resolve("bin"))
              .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
              .max(Path::compareTo)
              .orElseThrow());
    }
  }

  static boolean isInstalled() {
    return Files.isDirectory(Path.of("/usr/lib/postgresql"));
  }

  int port() {
    return port;
  }

  /** Starts it, and waits until it answers. */
  void start() throws IOException, InterruptedException {
    control(
        "start",
        "-o",
        "-p %d -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c jit=off -c max_connections=100"
            .formatted(port));
  }

  /** Stops it; connections are broken. */
  void stop() throws IOException, InterruptedException {
    control("stop", "-m", "fast");
  }

  /** What a query answers: a line for each row, with its values between bars. */
  List<String> ask(String query) throws IOException, InterruptedException {
    return run(List.of(
            programs.resolve("psql").toString(),
            "-qAtX",
            "-h",
            "127.0.0.1",
            "-p",
            "" + port,
            "-U",
            "krait",
            "-c",
            query,
            "chat"))
        .lines()
        .toList();
  }

  /** Who holds a lease, and by which token; an empty name, and 0, where nobody does. */
  List<String> holder(String lease) {
    try {
      List<String> rows =
          ask(
              "select holder, token from cluster_leases where name = '%s' and lapses_at > clock_timestamp()"
                  .formatted(lease));
      return rows.isEmpty() ? List.of("", "0") : List.of(rows.get(0).split("\\|"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Cuts each connection of the servers, one after the other; tells how many there were. */
  int cutConnections() throws IOException, InterruptedException {
    List<String> all =
        ask("select pid from pg_stat_activity where application_name = 'krait' order by random()");
    for (String one : all) {
      ask("select pg_terminate_backend(" + one + ")");
    }
    return all.size();
  }

  private void control(String... what) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.resolve("pg_ctl").toString(),
                "-D",
                folder.toString(),
                "-w",
                "-l",
                folder.resolve("log").toString()));
    command.addAll(List.of(what));
    run(command);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (answers()) {
      stop();
    }
    run(List.of("rm", "-rf", folder.toString()));
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  // PostgreSQL does not run as root.
  private static String run(List<String> command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.addAll(command);
    // A server that it starts would keep a pipe open.
    Path output = Files.createTempFile("krait-postgresql", ".out");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    String said = Files.readString(output, StandardCharsets.UTF_8).strip();
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + said);
    }
    return said;
  }
}
