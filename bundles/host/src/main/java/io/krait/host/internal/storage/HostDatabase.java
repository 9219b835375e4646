package io.krait.host.internal.storage;

import com.fasterxml.jackson.databind.type.TypeFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.krait.host.internal.storage.Migrations.Place;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

/** The host's database: opened in its data folder, brought up to date, closed when it is over. */
public final class HostDatabase {

  private static final String ELSEWHERE = "choose another database by jdbc.url of io.krait.host";
  private static final String AFTER_FAILURE =
      "they may be changed in part: bring back a copy of them from before this start, or "
          + ELSEWHERE;

  private final HostSettings settings;
  private final DataFolder folder;
  private final HikariDataSource pool;
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
    HikariDataSource opened = null;
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
        opened = open(file.url(), settings.connections());
      } else {
        opened = open(url, settings.connections());
        migrations.run(opened, new Place("database " + shown, ELSEWHERE, AFTER_FAILURE));
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
    pool = opened;
    database = new Database(pool);
  }

  private static HikariDataSource open(String url, int connections) {
    // Given as a data source: drivers are looked up in class loaders that see no bundles.
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("krait-host");
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
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
    pool.close();
    folder.close();
    // Jackson's, which is another bundle's, remembers classes of ours and Flyway's for good.
    TypeFactory.defaultInstance().clearCache();
  }
}
