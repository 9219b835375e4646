package io.krait.host.internal.storage;

import io.krait.api.Nullable;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that the host can use, and what is different about each. */
enum Engine {
  /** In this process, with a file of its own. */
  H2("jdbc:h2:") {
    @Override
    DataSource source(JdbcSettings settings) {
      JdbcDataSource source = new JdbcDataSource();
      source.setURL(settings.url());
      if (!settings.user().isEmpty()) {
        source.setUser(settings.user());
        source.setPassword(settings.password());
      }
      return source;
    }

    // It writes half a second after a commit. What somebody has been told must outlast a kill.
    @Override
    Optional<String> afterWrites() {
      return Optional.of("checkpoint");
    }

    // Reading may do without the file, which is what fails.
    @Override
    String probe() {
      return "checkpoint";
    }

    // Its file is locked.
    @Override
    Optional<String> presence(int server) {
      return Optional.empty();
    }

    @Override
    boolean undoesMigrations() {
      return false;
    }

    @Override
    boolean isServer() {
      return false;
    }

    @Override
    String advice() {
      return "is the disk full?";
    }
  },

  /** A server. */
  POSTGRESQL("jdbc:postgresql:") {
    @Override
    DataSource source(JdbcSettings settings) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setLoginTimeout(SECONDS_TO_CONNECT);
      source.setConnectTimeout(SECONDS_TO_CONNECT);
      source.setTcpKeepAlive(true);
      source.setApplicationName("krait");
      // What the URL says of these holds instead.
      try {
        source.setURL(settings.url());
      } catch (IllegalArgumentException noUrl) {
        throw new UnusableException(
            "cannot use database %s: jdbc.url of io.krait.host is not of the form jdbc:postgresql://HOST:PORT/DATABASE"
                .formatted(settings.shown()));
      }
      if (!settings.user().isEmpty()) {
        source.setUser(settings.user());
      }
      if (!settings.password().isEmpty()) {
        source.setPassword(settings.password());
      }
      return source;
    }

    @Override
    Optional<String> afterWrites() {
      return Optional.empty();
    }

    @Override
    String probe() {
      return "select 1";
    }

    // Each connection says whose it is by a lock that ends with it, and then looks for others. And
    // what a server that stands still, or cannot be reached, has locked must not be so for all.
    @Override
    Optional<String> presence(int server) {
      return Optional.of(
          """
          set idle_in_transaction_session_timeout = '%3$ds';
          select pg_advisory_lock_shared(%1$d, %2$d);
          do $$ begin
            if exists (
                select 1 from pg_locks where locktype = 'advisory' and classid = %1$d
                  and objid <> %2$d and granted and database =
                    (select oid from pg_database where datname = current_database())) then
              raise exception 'another server uses this database' using errcode = '55006';
            end if;
          end $$
          """
              .formatted(KRAIT, server, SECONDS_OF_SILENCE));
    }

    @Override
    boolean undoesMigrations() {
      return true;
    }

    @Override
    boolean isServer() {
      return true;
    }

    @Override
    String advice() {
      return "does its server run, and can it be reached?";
    }
  };

  private static final int SECONDS_TO_CONNECT = 5;

  /** After so long a transaction in which nothing is asked is undone. Nobody does so on purpose. */
  private static final int SECONDS_OF_SILENCE = 5;

  /** Tells our locks from those of other programs. */
  private static final int KRAIT = 0x6b726169;

  /** Stands for all servers of a cluster, which have one presence; none by itself has it. */
  static final int CLUSTER = Integer.MAX_VALUE;

  /** The state of a failure that says that another server uses the database. */
  static final String IN_USE = "55006";

  private final String prefix;

  Engine(String prefix) {
    this.prefix = prefix;
  }

  /** The one that a URL is of. */
  static Optional<Engine> of(String url) {
    return Arrays.stream(values()).filter(engine -> url.startsWith(engine.prefix)).findFirst();
  }

  /**
   * Connects to a database, without a pool.
   *
   * @throws UnusableException where the settings cannot be used
   */
  abstract DataSource source(JdbcSettings settings);

  /** A statement that makes what was committed last, where commits alone do not. */
  abstract Optional<String> afterWrites();

  /** A statement that fails where the database cannot be worked with. */
  abstract String probe();

  /**
   * What each connection begins with, so that two servers do not use one database; fails with state
   * {@link #IN_USE} where another one does.
   *
   * @param server tells servers apart; {@link #CLUSTER} for those that are several on purpose
   */
  abstract Optional<String> presence(int server);

  /** Whether scripts that fail are undone. */
  abstract boolean undoesMigrations();

  /** Whether it goes on without us; else it is open as long as somebody here is connected to it. */
  abstract boolean isServer();

  /** What somebody should look at when it is away. */
  abstract String advice();

  /** Whether a failure says that a transaction was undone as nothing was asked in it for long. */
  static boolean isOfSilence(SQLException failure) {
    return "25P03".equals(failure.getSQLState());
  }

  /** Whether a failure says that there is no room for changes; what is there can be read. */
  static boolean isOfRoom(SQLException failure) {
    return "53100".equals(failure.getSQLState());
  }

  /** Whether a failure is one of the connection, so that another one may do. */
  static boolean isOfConnection(SQLException failure) {
    @Nullable String state = failure.getSQLState();
    // Also what PostgreSQL says when it is shut down, has crashed or is not up yet.
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }
}
