package io.krait.host.internal.storage;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.krait.host.internal.storage.Migrations.Place;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** The host's database: opened in its data folder, brought up to date, closed when it is over. */
public final class HostDatabase {

  private static final String ELSEWHERE = "choose another database by jdbc.url of io.krait.host";
  private static final String UNDONE =
      "they are as they were: start the version that was used before, or mend what is said here and"
          + " start this one again";
  private static final String CHANGED_IN_PART =
      "they may be changed in part: bring back a copy of them from before this start, or "
          + ELSEWHERE;

  private final HostSettings settings;
  private final DataFolder folder;
  private final Connections connections;
  private final Database database;
  private final FileStore files;

  /**
   * Opens the database.
   *
   * @throws AwayException where the database's server does not answer
   * @throws UnusableException where the data folder is in use or cannot be written to, the URL is
   *     of a database that the host cannot use, the data are gone, or they are of a newer version
   *     of the host or cannot be brought up to date
   */
  public HostDatabase(HostSettings settings) {
    this(settings, new Migrations());
  }

  /** Brings the data up to date by these migrations. */
  HostDatabase(HostSettings settings, Migrations migrations) {
    boolean inDatabase;
    DataFolder held = null;
    Connections opened = null;
    try {
      inDatabase = settings.fileStore().equals("database");
      if (!inDatabase && !settings.fileStore().equals("folder")) {
        throw new UnusableException(
            "cannot keep files in %s: only folder and database are known here; correct file.store of io.krait.host"
                .formatted(settings.fileStore()));
      }
      JdbcSettings jdbc = settings.jdbc();
      ClusterSettings cluster = settings.cluster();
      Optional<String> problem = cluster.problem(jdbc, settings.fileStore());
      if (problem.isPresent()) {
        throw new UnusableException(
            "cannot be one of several servers: %s of io.krait.host, or switch cluster.enabled off"
                .formatted(problem.get()));
      }
      Engine engine =
          jdbc.engine()
              .orElseThrow(
                  () ->
                      new UnusableException(
                          "cannot use database "
                              + jdbc.shown()
                              + ": only H2 and PostgreSQL are known here; let jdbc.url begin with"
                              + " jdbc:h2: or jdbc:postgresql:, or leave it empty"));
      held = DataFolder.hold(settings.dataFolder());
      int presence = cluster.enabled() ? Engine.CLUSTER : held.number();
      DataMarker marker = new DataMarker(held.path());
      if (jdbc.url().isEmpty()) {
        DatabaseFile file = new DatabaseFile(held.path());
        file.bringUpToDate(migrations, marker);
        opened = open(engine, presence, file.source(), jdbc);
      } else {
        DataSource source = engine.source(jdbc);
        checkItAnswers(engine, presence, source, jdbc);
        opened = open(engine, presence, source, jdbc);
        Place place =
            new Place(
                engine,
                "database " + jdbc.shown(),
                ELSEWHERE,
                engine.undoesMigrations() ? UNDONE : CHANGED_IN_PART);
        DatabaseFile file = new DatabaseFile(held.path());
        boolean copied = jdbc.copied() && file.isThere();
        if (!copied && migrations.noneIsDone(source, place)) {
          marker.refuseEmpty("database " + jdbc.shown());
        }
        migrations.run(source, place);
        if (copied) {
          file.bringUpToDate(migrations, marker);
          DatabaseCopy.intoUnused(file.source(), source, place.name());
        }
      }
      marker.set();
    } catch (RuntimeException failure) {
      if (opened != null) {
        opened.close();
      }
      if (held != null) {
        held.close();
      }
      throw failure;
    }
    this.settings = settings;
    folder = held;
    connections = opened;
    database = new Database(connections);
    FolderFiles below = new FolderFiles(folder.path().resolve("files"), settings.maxFileBytes());
    files = inDatabase ? new DatabaseFiles(database, below) : below;
  }

  private static void checkItAnswers(
      Engine engine, int server, DataSource source, JdbcSettings jdbc) {
    Optional<String> presence = engine.presence(server);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(presence.orElse(engine.probe()));
    } catch (SQLException failure) {
      if (Engine.IN_USE.equals(failure.getSQLState())) {
        throw new AwayException(
            "cannot use database %s: another server is using it, with another data folder; it is asked again until that one is stopped, or set cluster.enabled of io.krait.host for both"
                .formatted(jdbc.shown()));
      }
      if (engine == Engine.POSTGRESQL && Engine.isOfConnection(failure)) {
        throw new AwayException(
            "cannot use database %s: it does not answer (%s); it is asked again until it does: %s"
                .formatted(jdbc.shown(), Connections.reason(failure), engine.advice()));
      }
      throw new UnusableException(
          "cannot use database %s: it refuses (%s); correct jdbc.url, jdbc.user and the password of io.krait.host"
              .formatted(jdbc.shown(), Connections.reason(failure)));
    }
  }

  private static Connections open(Engine engine, int server, DataSource source, JdbcSettings jdbc) {
    return new Connections(engine, server, source, jdbc.connections(), System::nanoTime);
  }

  /** What it was opened with. */
  public HostSettings settings() {
    return settings;
  }

  /** What runs work on it. */
  public Database database() {
    return database;
  }

  /** The contents of files. */
  public FileStore files() {
    return files;
  }

  /** Identifier of this server, as nodes of a cluster know one another. */
  public String node() {
    String named = settings.cluster().node();
    return named.isEmpty() ? "node-%08x".formatted(folder.number()) : named;
  }

  /** What tells the data folder from all others. */
  public int folderNumber() {
    return folder.number();
  }

  /**
   * A connection beside those for requests, to be closed by the caller.
   *
   * @throws SQLException where there is none
   */
  public Connection connectAlone() throws SQLException {
    return connections.connectAlone();
  }

  /** The folder in which the host keeps its files. */
  public Path dataFolder() {
    return folder.path();
  }

  /** Closes it; the data folder is free afterwards. */
  public void close() {
    connections.close();
    folder.close();
    // Jackson's, which is another bundle's, remembers classes of ours and Flyway's for good.
    TypeFactory.defaultInstance().clearCache();
  }
}
