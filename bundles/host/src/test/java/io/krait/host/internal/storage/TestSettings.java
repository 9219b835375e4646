package io.krait.host.internal.storage;

import java.nio.file.Path;

/** Settings for tests. */
public final class TestSettings {

  private TestSettings() {}

  /** What is usual, but with this data folder. */
  public static HostSettings in(Path folder) {
    return in(folder, "");
  }

  /** What is usual, but with this data folder and this database. */
  static HostSettings in(Path folder, String jdbcUrl) {
    return new HostSettings(folder, jdbcUrl, 4, 1 << 20, false, "");
  }
}
