package io.krait.host.internal.storage;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.krait.host.internal.storage.Migrations.Place;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The host's database: opened in its data folder, brought up to date, closed when it is over. */
public final class HostDatabase {

  private static final String ELSEWHERE = "choose another database by jdbc.url of io.krait.host";
  private static final String AFTER_FAILURE =
      "they may be changed in part: bring back a copy of them from before this start, or "
          + ELSEWHERE;

  private final HostSettings settings;
  private final DataFolder folder;
  private final Connections connections;
  private final Database database;

  /**
   * Opens the database.
   *
   * @throws UnusableException where the data folder is in use or cannot be written to, the URL is
   *     of a database that the host cannot use, or the data are of a newer version of the host or
   *     cannot be brought up to date
   */
  public HostDatabase(HostSettings settings) {
    this(settings, new Migrations());
  }

  /** Brings the data up to date by these migrations. */
  HostDatabase(HostSettings settings, Migrations migrations) {
    DataFolder held = null;
    Connections opened = null;
    try {
      String url = settings.jdbcUrl();
      String shown = url.replaceAll("[?;].*|//[^/@]*@", "…");
      if (!url.isEmpty() && !url.startsWith("jdbc:h2:")) {
        throw new UnusableException(
            "cannot use database "
                + shown
                + ": only H2 is known here; let jdbc.url begin with jdbc:h2: or leave it empty");
      }
      held = DataFolder.hold(settings.dataFolder());
      if (url.isEmpty()) {
        DatabaseFile file = new DatabaseFile(held.path());
        file.bringUpToDate(migrations);
        opened = open(source(file.url()), settings);
      } else {
        DataSource source = source(url);
        opened = open(source, settings);
        migrations.run(source, new Place("database " + shown, ELSEWHERE, AFTER_FAILURE));
      }
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
  }

  private static Connections open(DataSource source, HostSettings settings) {
    return new Connections(source, settings.connections(), System::nanoTime);
  }

  private static DataSource source(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return source;
  }

  /** What it was opened with. */
  public HostSettings settings() {
    return settings;
  }

  /** What runs work on it. */
  public Database database() {
    return database;
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
