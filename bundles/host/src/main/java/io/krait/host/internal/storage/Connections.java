package io.krait.host.internal.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Connections to the database, whose server may be away for a while. H2 closes a database whose
 * disk fails or is full, and it stays closed until all have let go of it; so that is done then, and
 * it is opened anew, with longer pauses where that does not last. A server is asked each second
 * whether it is back. Safe for use from any thread.
 */
final class Connections implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(Connections.class.getName());

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Nobody is harmed by one who asks a server, and all wait for it while it is back. */
  private static final Duration LONGEST_PAUSE_OF_SERVER = SHORTEST_PAUSE;

  /** How long somebody waits for a connection while all are in use. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How often it is said that a trouble lasts. */
  private static final Duration REMINDER = Duration.ofSeconds(60);

  private static final int LONGEST_REASON = 300;

  private final Engine engine;
  private final int server;
  private final DataSource source;
  private final int most;
  private final LongSupplier nanoTime;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable HikariDataSource pool;
  private boolean closed;
  private Duration pause = SHORTEST_PAUSE;
  private long openedAt;
  private long lostAt;
  private volatile boolean troubled;
  private long toldAt;

  /**
   * Opens the database.
   *
   * @param engine what kind it is of
   * @param server tells its user from other servers
   * @param source connects to it; not pooled
   * @param most how many connections there are at most
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  Connections(Engine engine, int server, DataSource source, int most, LongSupplier nanoTime) {
    this.engine = engine;
    this.server = server;
    this.source = source;
    this.most = most;
    this.nanoTime = nanoTime;
    pool = newPool();
    openedAt = nanoTime.getAsLong();
  }

  private HikariDataSource newPool() {
    // Given as a data source: drivers are looked up in class loaders that see no bundles.
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    engine.presence(server).ifPresent(config::setConnectionInitSql);
    config.setPoolName("krait-host");
    config.setMaximumPoolSize(most);
    config.setConnectionTimeout(PATIENCE.toMillis());
    try {
      int login = source.getLoginTimeout();
      HikariDataSource made = new HikariDataSource(config);
      // The pool has set its own there, by which whoever looks for the server would wait for long.
      source.setLoginTimeout(login);
      return made;
    } catch (SQLException notSupported) {
      throw new IllegalStateException(notSupported);
    }
  }

  /** What kind of database it is. */
  Engine engine() {
    return engine;
  }

  /**
   * A connection, to be closed by the caller.
   *
   * @throws SQLException where there is none
   */
  Connection open() throws SQLException {
    HikariDataSource open = pool;
    if (open == null) {
      open = openedAnew();
    }
    try {
      return open.getConnection();
    } catch (SQLTransientConnectionException none) {
      if (open.isRunning() && isOpenAfter(none)) {
        troubled(none);
      }
      throw none;
    }
  }

  /** A connection that is not of the pool, with what says whose it is. */
  Connection connectAlone() throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(engine.presence(server).orElse(engine.probe()));
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private HikariDataSource openedAnew() throws SQLException {
    // Whoever cannot have it at once is told so, rather than to wait with all others.
    if (!opening.tryLock()) {
      throw new SQLException("the database is being opened anew");
    }
    try {
      HikariDataSource open = pool;
      if (open != null) {
        return open;
      }
      if (closed || nanoTime.getAsLong() - lostAt < pause.toNanos()) {
        throw new SQLException("the database is closed");
      }
      try {
        probe();
        open = newPool();
      } catch (SQLException | RuntimeException failure) {
        lostAt = nanoTime.getAsLong();
        lengthenPause();
        throw failure instanceof SQLException told ? told : new SQLException(failure);
      }
      openedAt = nanoTime.getAsLong();
      pool = open;
      LOGGER.log(Level.INFO, "the database is open again");
      return open;
    } finally {
      opening.unlock();
    }
  }

  /**
   * Looks whether the database is still there after a failure, and lets go of it where it is not.
   *
   * @return whether it can be used
   */
  boolean isOpenAfter(SQLException failure) {
    HikariDataSource open = pool;
    if (open == null) {
      return false;
    }
    try {
      probe();
      return true;
    } catch (SQLException gone) {
      letGo(open, failure);
      return false;
    }
  }

  // By itself: the pool waits long for a connection that it cannot have.
  private void probe() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(engine.probe());
    }
  }

  private void letGo(HikariDataSource open, SQLException failure) {
    opening.lock();
    try {
      if (pool != open) {
        return;
      }
      pool = null;
      lostAt = nanoTime.getAsLong();
      if (lostAt - openedAt > LONGEST_PAUSE.toNanos()) {
        pause = SHORTEST_PAUSE;
      } else {
        lengthenPause();
      }
      LOGGER.log(
          Level.ERROR,
          "the database was closed as it failed ({0}); requests get status 503, and it is opened"
              + " anew after {1} s: {2}",
          reason(failure),
          pause.toSeconds(),
          engine.advice());
      if (!engine.isServer()) {
        // It is not opened anew before all have let go of it.
        open.close();
        return;
      }
    } finally {
      opening.unlock();
    }
    closeBeside(open);
  }

  // The pool waits for connections that are being made and for those that are in use, which may
  // take
  // half a minute; a server that is back meanwhile is used at once.
  private static void closeBeside(HikariDataSource pool) {
    Thread closing = new Thread(pool::close, "krait-host-database-close");
    closing.setDaemon(true);
    closing.start();
  }

  /**
   * Remembers that requests fail for want of something that the database may have again later, and
   * says so, now and then.
   */
  void troubled(SQLException failure) {
    opening.lock();
    try {
      long now = nanoTime.getAsLong();
      if (troubled && now - toldAt < REMINDER.toNanos()) {
        return;
      }
      troubled = true;
      toldAt = now;
      LOGGER.log(
          Level.ERROR,
          "the database cannot do what it is asked for now ({0}); such requests get status 503",
          reason(failure));
    } finally {
      opening.unlock();
    }
  }

  /** Whether the last that was heard of the database is {@link #troubled}. */
  boolean isTroubled() {
    return troubled;
  }

  /** Remembers that the database has taken a change. */
  void changed() {
    if (!troubled) {
      return;
    }
    opening.lock();
    try {
      if (troubled) {
        troubled = false;
        LOGGER.log(Level.INFO, "the database can do again what it is asked for");
      }
    } finally {
      opening.unlock();
    }
  }

  /** What a failure comes from, on one line. H2 wraps what the disk has said in many others. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return VisibleText.excerpt(String.valueOf(root.getMessage()), LONGEST_REASON);
  }

  private void lengthenPause() {
    Duration longest = engine.isServer() ? LONGEST_PAUSE_OF_SERVER : LONGEST_PAUSE;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  @Override
  public void close() {
    opening.lock();
    try {
      closed = true;
      HikariDataSource open = pool;
      pool = null;
      if (open != null) {
        open.close();
      }
    } finally {
      opening.unlock();
    }
  }
}
