package io.krait.host.internal.storage;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL of the tests' own in a temporary folder, which ends with this process, in whatever
 * way that ends. It forgets all when the machine fails, and is quick for it.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String TEMPLATE = "migrated";
  // What migrations put into tables is kept beside them, for databases that are used once more.
  private static final String KEEP_INITIAL_ROWS =
      """
      do $$ declare t text; begin
        create schema initial;
        for t in select tablename from pg_tables
            where schemaname = 'public' and tablename <> 'flyway_schema_history' loop
          execute format('create table initial.%1$I as select * from public.%1$I', t);
        end loop;
      end $$
      """;
  private static final String BRING_BACK_INITIAL_ROWS =
      """
      do $$ declare t text; begin
        set local session_replication_role = replica;
        for t in select tablename from pg_tables where schemaname = 'initial' loop
          execute format('delete from public.%I', t);
          execute format('insert into public.%1$I select * from initial.%1$I', t);
        end loop;
      end $$
      """;

  // Of those who have gone: the server may notice a bit later that they have.
  private static final String END_CONNECTIONS =
      """
      do $$ begin
        loop
          perform pg_stat_clear_snapshot();
          exit when not exists (select 1 from pg_stat_activity where datname = '%1$s');
          perform pg_terminate_backend(pid) from pg_stat_activity where datname = '%1$s';
          perform pg_sleep(0.01);
        end loop;
      end $$
      """;

  /** In the folder of what is built, where whoever looks for a failure finds it. */
  private static final File LOG = new File("target/postgresql.log");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Object STARTING = new Object();
  private static PostgresServer shared;

  private final Path programs;
  private final Path folder;
  private final int port;
  private Process process;
  private final Map<Path, String> databases = new HashMap<>();
  private int made;

  private PostgresServer(Path programs) throws IOException, InterruptedException {
    this.programs = programs;
    folder = Path.of(output("mktemp", "-d", "/tmp/krait-postgresql-XXXXXX"));
    run(
        programs.resolve("initdb").toString(),
        "--no-sync",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--username=krait",
        "--pgdata=" + folder);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * The one that all tests use, started by the first; where there is none to start, they are
   * skipped.
   */
  public static PostgresServer shared() {
    synchronized (STARTING) {
      if (shared == null) {
        Path programs = programs();
        Assumptions.assumeTrue(
            programs != null,
            "PostgreSQL is not installed (on Debian or Ubuntu: apt-get install postgresql)");
        try {
          shared = new PostgresServer(programs);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
          throw new IllegalStateException(stopped);
        }
      }
      return shared;
    }
  }

  private static Path programs() {
    String path = System.getenv("PATH");
    try (Stream<Path> debian =
        Files.isDirectory(Path.of("/usr/lib/postgresql"))
            ? Files.list(Path.of("/usr/lib/postgresql")).map(version -> version.resolve("bin"))
            : Stream.empty()) {
      return Stream.concat(Stream.of(path.split(File.pathSeparator)).map(Path::of), debian.sorted())
          .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
          .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
          .reduce((older, newer) -> newer)
          .orElse(null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts it again. */
  public void start() {
    // Whoever started this shell has closed its input when he is gone.
    String lasting =
        "exec 3<&0; \"$@\" & server=$!; (read how; kill -${how:-QUIT} $server) <&3 & wait $server";
    List<String> command = new ArrayList<>(List.of("sh", "-c", lasting, "sh"));
    command.add(programs.resolve("postgres").toString());
    command.addAll(List.of("-D", folder.toString(), "-p", String.valueOf(port), "-k", ""));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "fsync=off",
            "full_page_writes=off",
            "max_connections=200",
            "autovacuum=off",
            "jit=off")) {
      command.addAll(List.of("-c", setting));
    }
    try {
      process =
          new ProcessBuilder(asUser(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
              .start();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        try (Connection connection = connect("postgres")) {
          connection.isValid(1);
          return;
        } catch (SQLException notYet) {
          if (System.nanoTime() > end || !process.isAlive()) {
            throw new IllegalStateException("PostgreSQL does not start", notYet);
          }
          TimeUnit.MILLISECONDS.sleep(20);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Shuts it down; it can be started again. */
  public void stop() {
    end("INT\n");
  }

  private void end(String how) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(how.getBytes(StandardCharsets.US_ASCII));
      input.close();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("PostgreSQL does not stop");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * A database with all that a new host makes in one, the same each time for the same folder. One
   * whose folder is gone is used for another.
   */
  public synchronized JdbcSettings databaseOf(Path folder) {
    Path absolute = folder.toAbsolutePath();
    String database = databases.get(absolute);
    if (database == null) {
      database = unused();
      databases.put(absolute, database);
    }
    return settings(database);
  }

  /** Cuts all connections to a folder's database. */
  public void cut(Path folder) {
    execute(
        "postgres",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
            .formatted(databases.get(folder.toAbsolutePath())));
  }

  private String unused() {
    Optional<Path> gone =
        databases.keySet().stream().filter(Predicate.not(Files::exists)).findFirst();
    if (gone.isPresent()) {
      String database = databases.remove(gone.get());
      execute("postgres", END_CONNECTIONS.formatted(database));
      execute(database, BRING_BACK_INITIAL_ROWS);
      return database;
    }
    if (databases.isEmpty()) {
      execute("postgres", "create database " + TEMPLATE);
      new Migrations()
          .run(
              Engine.POSTGRESQL.source(settings(TEMPLATE)),
              new Migrations.Place(Engine.POSTGRESQL, "", "", ""));
      execute(TEMPLATE, KEEP_INITIAL_ROWS);
    }
    made++;
    execute("postgres", "create database host_" + made + " template " + TEMPLATE);
    return "host_" + made;
  }

  /** A database with nothing in it. */
  synchronized JdbcSettings emptyDatabase() {
    made++;
    execute("postgres", "create database empty_" + made);
    return settings("empty_" + made);
  }

  private void execute(String database, String statement) {
    try (Connection connection = connect(database);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(statement, failure);
    }
  }

  private Connection connect(String database) throws SQLException {
    return Engine.POSTGRESQL.source(settings(database)).getConnection();
  }

  private JdbcSettings settings(String database) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database);
    return new JdbcSettings(url, "krait", "", "", false, 4);
  }

  @Override
  public void close() {
    try {
      end("");
      run("rm", "-rf", folder.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    output(command);
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(asUser(List.of(command))).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + output);
    }
    return output;
  }

  // PostgreSQL does not run as root.
  private static List<String> asUser(List<String> command) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    List<String> all = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
    all.addAll(command);
    return all;
  }
}
