package io.krait.host.internal.storage;

import io.krait.api.AppError;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs pieces of work, each in a transaction of its own. Safe for use from any thread. */
public final class Database {

  /**
   * Serialization failure, deadlock, what H2 says of rows that another transaction holds, and
   * references to rows that somebody has deleted meanwhile, or of rows that are to be deleted.
   */
  private static final Set<String> WORTH_ANOTHER_TRY =
      Set.of("40001", "40P01", "90131", "HYT00", "23503", "23506");

  private static final System.Logger LOGGER = System.getLogger(Database.class.getName());

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String TEXT_TOO_LONG = "22001";

  /** What PostgreSQL says of U+0000. */
  private static final String NOT_A_CHARACTER = "22021";

  private static final Pattern COLUMN = Pattern.compile("column \"(\\w+) CHARACTER");
  private static final int TRIES = 5;

  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  private final Connections connections;

  /** Works on what these connect to. */
  Database(Connections connections) {
    this.connections = Objects.requireNonNull(connections, "connections");
  }

  /** A piece of work on the database. It may run again where another one was in its way. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. What it throws undoes all that it did. */
    T with(Sql sql);
  }

  /**
   * Does {@code work} and makes it last; or, where it throws, undoes it.
   *
   * @throws DuplicateException where a value that must be unique is there already
   * @throws AppError with status 500 where the database fails, or was lost just when the work was
   *     to last, 503 where it is away and nothing was done, 400 where a text is longer than its
   *     column or cannot be kept, which is only found out here for what is no concern of the work
   */
  public <T> T inTransaction(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = connections.open()) {
        Sql sql = new Sql(connection);
        try {
          T result = work.with(sql);
          commit(connection, sql);
          if (sql.hasChanged()) {
            makeLast(connection);
            connections.changed();
          }
          return result;
        } catch (Throwable failure) {
          undo(connection, sql, failure);
          throw failure;
        }
      } catch (SqlFailure failure) {
        SQLException cause = failure.getCause();
        if (UNIQUE_VIOLATION.equals(cause.getSQLState())) {
          throw new DuplicateException(cause);
        }
        if (TEXT_TOO_LONG.equals(cause.getSQLState())) {
          throw tooLong(cause);
        }
        if (NOT_A_CHARACTER.equals(cause.getSQLState())) {
          throw AppError.of(
              "api.context.invalid_body_param.app_error",
              "a text has a character that cannot be kept",
              400);
        }
        if (attempt == TRIES || !isWorthAnotherTry(cause)) {
          throw databaseFailed(cause);
        }
      } catch (SQLException failure) {
        // This process has stood still.
        if (attempt == TRIES || !Engine.isOfSilence(failure)) {
          throw databaseFailed(failure);
        }
      }
    }
  }

  /** Commits; where nobody knows whether that was done, it must not look as if it was not. */
  private static void commit(Connection connection, Sql sql) throws SQLException {
    if (!sql.hasBegun()) {
      return;
    }
    try {
      connection.commit();
    } catch (SQLException failure) {
      if (sql.hasChanged() && Engine.isOfConnection(failure)) {
        throw AppError.builder()
            .id("app.database.unknown.app_error")
            .message("the database went away; look whether it was done before you ask again")
            .statusCode(500)
            .cause(failure)
            .build();
      }
      throw failure;
    }
  }

  /**
   * As {@link #inTransaction}, for work that looks whether something is there and inserts it where
   * it is not: it runs again where another one has inserted it meanwhile.
   */
  public <T> T untilNobodyInterferes(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return inTransaction(work);
      } catch (DuplicateException insertedBesideUs) {
        if (attempt == TRIES) {
          throw insertedBesideUs;
        }
      }
    }
  }

  /** Fails where the database cannot be worked with, as {@link #inTransaction} does. */
  void probe() {
    inTransaction(
        sql -> {
          sql.run(connections.engine().probe());
          if (connections.isTroubled()) {
            sql.change("update facts set content = content where name = 'first_administrator'");
          }
          return null;
        });
  }

  // It is committed already, so what fails here is no reason to do it again.
  private void makeLast(Connection connection) throws SQLException {
    Optional<String> afterWrites = connections.engine().afterWrites();
    if (afterWrites.isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(afterWrites.get());
      }
    }
  }

  private boolean isWorthAnotherTry(SQLException failure) {
    // A pool's connections find out by being used that the server has been started anew meanwhile.
    return WORTH_ANOTHER_TRY.contains(Objects.toString(failure.getSQLState()))
        || Engine.isOfSilence(failure)
        || Engine.isOfConnection(failure) && connections.isOpenAfter(failure);
  }

  private static void undo(Connection connection, Sql sql, Throwable because) {
    if (!sql.hasBegun()) {
      return;
    }
    try {
      connection.rollback();
    } catch (SQLException failure) {
      because.addSuppressed(failure);
    }
  }

  private static AppError tooLong(SQLException cause) {
    Matcher column = COLUMN.matcher(Objects.toString(cause.getMessage()));
    return AppError.of(
        "api.context.invalid_body_param.app_error",
        "%s is longer than it may be"
            .formatted(column.find() ? column.group(1).toLowerCase(Locale.ROOT) : "a text"),
        400);
  }

  private AppError databaseFailed(SQLException cause) {
    if (Engine.isOfRoom(cause)) {
      connections.troubled(cause);
      return away();
    }
    if (cause instanceof SQLTransientConnectionException || !connections.isOpenAfter(cause)) {
      return away();
    }
    LOGGER.log(
        Level.ERROR,
        "a statement failed ({0}, state {1})",
        Connections.reason(cause),
        Objects.toString(cause.getSQLState(), "unknown"));
    return AppError.builder()
        .id("app.database.app_error")
        .message("the database failed")
        .statusCode(500)
        .cause(cause)
        .build();
  }

  // Without its cause, which is logged once: there is such an error for each request.
  private static AppError away() {
    return AppError.builder()
        .id("app.database.unavailable.app_error")
        .message("the database is away; ask again later")
        .statusCode(503)
        .retryAfter(ASK_AGAIN)
        .build();
  }
}
