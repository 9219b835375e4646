package io.krait.host.internal.storage;

import java.nio.file.Path;

/** Settings for tests. */
public final class TestSettings {

  private static final boolean ON_POSTGRESQL =
      "postgresql".equals(System.getProperty("krait.test.database"));

  private TestSettings() {}

  /** What is usual, but with this data folder. */
  public static HostSettings in(Path folder) {
    return in(folder, "");
  }

  /** What is usual, but with this data folder and this database. */
  static HostSettings in(Path folder, String jdbcUrl) {
    return with(folder, new JdbcSettings(jdbcUrl, "", "", "", false, 4), false);
  }

  /**
   * On the kind of database that the tests are to run on: the one in the folder, or where the
   * system property {@code krait.test.database} is {@code postgresql} one that belongs to the
   * folder.
   */
  public static HostSettings onTestedDatabase(Path folder, boolean openSignUp) {
    if (ON_POSTGRESQL) {
      return with(folder, PostgresServer.shared().databaseOf(folder), openSignUp);
    }
    FreshDatabase.putInto(folder);
    return with(folder, in(folder).jdbc(), openSignUp);
  }

  static HostSettings with(Path folder, JdbcSettings jdbc, boolean openSignUp) {
    return new HostSettings(folder, jdbc, "folder", 1 << 20, openSignUp, "");
  }

  /** Those of one of several servers on one database of PostgreSQL. */
  public static HostSettings ofNode(Path folder, JdbcSettings jdbc, String node) {
    return new HostSettings(
        folder, jdbc, "database", 1 << 20, false, "", new ClusterSettings(true, node));
  }
}
