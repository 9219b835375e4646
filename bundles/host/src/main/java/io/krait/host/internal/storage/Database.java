package io.krait.host.internal.storage;

import io.krait.api.AppError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/** Runs pieces of work, each in a transaction of its own. Safe for use from any thread. */
public final class Database {

  /** Serialization failure, deadlock, and what H2 says of rows that another transaction holds. */
  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01", "90131", "HYT00");

  private static final String UNIQUE_VIOLATION = "23505";
  private static final int TRIES = 5;

  private final DataSource source;

  /** Works on what {@code source} connects to. */
  public Database(DataSource source) {
    this.source = Objects.requireNonNull(source, "source");
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
   * @throws AppError with status 500 where the database fails
   */
  public <T> T inTransaction(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = source.getConnection()) {
        connection.setAutoCommit(false);
        try {
          Sql sql = new Sql(connection);
          T result = work.with(sql);
          connection.commit();
          if (sql.hasChanged()) {
            write(connection);
          }
          return result;
        } catch (Throwable failure) {
          undo(connection, failure);
          throw failure;
        }
      } catch (SqlFailure failure) {
        SQLException cause = failure.getCause();
        if (UNIQUE_VIOLATION.equals(cause.getSQLState())) {
          throw new DuplicateException(cause);
        }
        if (attempt == TRIES
            || !WORTH_ANOTHER_TRY.contains(Objects.toString(cause.getSQLState()))) {
          throw databaseFailed(cause);
        }
      } catch (SQLException failure) {
        throw databaseFailed(failure);
      }
    }
  }

  // H2 writes half a second after a commit. What somebody has been told must outlast a kill.
  private static void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  private static void undo(Connection connection, Throwable because) {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      because.addSuppressed(failure);
    }
  }

  private static AppError databaseFailed(SQLException cause) {
    return AppError.builder()
        .id("app.database.app_error")
        .message("the database failed")
        .statusCode(500)
        .cause(cause)
        .build();
  }
}
