package io.krait.host.internal.storage;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;

/** Brings a database to the form that this version of the host works with. */
final class Migrations {

  /**
   * Named rather than searched for: a framework's class loaders have no folders to look into. A
   * script that has been released never changes; a change is a new script.
   */
  private static final List<String> SCRIPTS =
      List.of(
          "V1__chat.sql",
          "V2__files.sql",
          "V3__storage.sql",
          "V4__posts.sql",
          "V5__events.sql",
          "V6__people.sql",
          "V7__files.sql",
          "V8__system.sql",
          "V9__records.sql",
          "V10__search.sql",
          "V11__indexes.sql",
          "V12__mailed.sql",
          "V13__cluster.sql",
          "V14__shared_plugins.sql",
          "V15__history.sql",
          "V16__pending_posts.sql");

  private static final System.Logger LOGGER = System.getLogger(Migrations.class.getName());

  private final List<String> scripts;

  /** All that there are. */
  Migrations() {
    this(SCRIPTS);
  }

  /** These, from the oldest to the newest. */
  Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  /**
   * A database as messages speak of it.
   *
   * @param engine of what kind it is
   * @param name what it is
   * @param another how to use another one
   * @param afterFailure how it is when a script has failed, and what to do then
   */
  record Place(Engine engine, String name, String another, String afterFailure) {}

  /**
   * Whether all scripts have run on a database, which stays as it is.
   *
   * @throws UnusableException where it cannot be read, or is of a newer version of the host
   */
  boolean areDone(DataSource source, Place place) {
    if (recorded(source).equals(scripts)) {
      return true;
    }
    List<MigrationInfo> all = List.of(info(source, place).all());
    MigrationInfo newest = all.get(all.size() - 1);
    if (!newest.getState().isResolved()) {
      throw new UnusableException(
          ("cannot use %s: its data have the form %s, which a newer version of Krait has given"
                  + " them; start that one, bring back a copy of them from before it was first"
                  + " started, or %s")
              .formatted(place.name(), newest.getVersion(), place.another()));
    }
    return newest.getState() == MigrationState.SUCCESS;
  }

  /**
   * Whether a database has never been used.
   *
   * @throws UnusableException where it cannot be read
   */
  boolean noneIsDone(DataSource source, Place place) {
    return recorded(source).isEmpty() && info(source, place).applied().length == 0;
  }

  /**
   * The scripts that have run, in their order, as Flyway has recorded them: asked for by ourselves,
   * as that asks much before it tells so; empty where there is no such record.
   */
  private static List<String> recorded(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select \"script\" from \"flyway_schema_history\""
                    + " where \"success\" = true and \"type\" = 'SQL' order by \"installed_rank\"")) {
      List<String> scripts = new ArrayList<>();
      while (row.next()) {
        scripts.add(row.getString(1));
      }
      return scripts;
    } catch (SQLException none) {
      return List.of();
    }
  }

  private MigrationInfoService info(DataSource source, Place place) {
    try {
      return flyway(source, place.engine()).info();
    } catch (FlywayException failure) {
      throw new UnusableException(
          "cannot use %s: its data cannot be read (%s); bring back a copy of them, or %s"
              .formatted(place.name(), reason(failure), place.another()));
    }
  }

  /**
   * Runs the scripts that have not run on a database.
   *
   * @throws UnusableException where one fails, and as {@link #areDone}
   */
  void run(DataSource source, Place place) {
    if (areDone(source, place)) {
      return;
    }
    MigrateResult done;
    try {
      done = flyway(source, place.engine()).migrate();
    } catch (FlywayException failure) {
      throw new UnusableException(
          "cannot use %s: its data cannot be brought into the form that this version of Krait needs (%s); %s"
              .formatted(place.name(), reason(failure), place.afterFailure()));
    }
    if (done.initialSchemaVersion != null) {
      LOGGER.log(
          Level.INFO,
          "the data of {0} were brought from form {1} into form {2}",
          place.name(),
          done.initialSchemaVersion,
          done.targetSchemaVersion);
    }
  }

  /** In one line; a database's own words where there are some, as Flyway frames them. */
  private static String reason(FlywayException failure) {
    Throwable said = failure;
    while (!(said instanceof SQLException) && said.getCause() != null) {
      said = said.getCause();
    }
    return String.valueOf(said.getMessage()).strip().replaceAll("\\s+", " ");
  }

  private Flyway flyway(DataSource source, Engine engine) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .resourceProvider(new OwnScripts(scripts))
        .javaMigrationClassProvider(List::of)
        .communityDBSupportEnabled(false)
        // All or none, where the database can undo them.
        .group(engine.undoesMigrations())
        .load();
  }

  private record OwnScripts(List<String> scripts) implements ResourceProvider {
    @Override
    public LoadableResource getResource(String name) {
      return scripts.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return scripts.stream()
          .filter(name -> name.startsWith(prefix) && List.of(suffixes).contains(".sql"))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream stream = Migrations.class.getResourceAsStream(name);
      if (stream == null) {
        throw new IllegalStateException("the bundle lacks its script " + name);
      }
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
