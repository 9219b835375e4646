package io.krait.host.internal.storage;

import io.krait.host.internal.storage.Migrations.Place;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The file of the database in the data folder. Nobody has it open while it is worked on here. */
final class DatabaseFile {

  private static final String SUFFIX = ".mv.db";

  /**
   * The last one keeps H2 from moving data about in the file when it closes it: rows have been lost
   * by that (h2database issues 4123 and 4247), and all that it gains is room.
   */
  private static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE"
          + ";MAX_COMPACT_TIME=0";

  private final Place place;
  private final Path file;
  private final Path upgraded;

  /**
   * The one in a folder, which may not be there yet.
   *
   * @throws UnusableException where the database cannot be in that folder
   */
  DatabaseFile(Path folder) {
    if (folder.toString().indexOf(';') >= 0) {
      throw new UnusableException(
          "cannot use data folder " + folder + ": its path must not contain a semicolon");
    }
    place =
        new Place(
            Engine.H2,
            "data folder " + folder,
            "choose another folder by data.folder of io.krait.host",
            "they are as they were: start the version that was used before, or mend what is said"
                + " here and start this one again");
    file = folder.resolve("host" + SUFFIX);
    upgraded = folder.resolve("host-upgrade" + SUFFIX);
  }

  /** Whether there is a file. */
  boolean isThere() {
    return Files.exists(file);
  }

  /** Connects to the database, without a pool. */
  DataSource source() {
    return source(url());
  }

  /** The URL of the database. */
  String url() {
    return url(file);
  }

  /**
   * Lets migrations run on a copy, which takes the file's place when all have run: what one of them
   * has done of its work cannot be undone, and they may be ended at any moment.
   *
   * @throws UnusableException where that fails, and the file is as it was then, or where there is
   *     no database though there was one
   */
  void bringUpToDate(Migrations migrations, DataMarker marker) {
    try {
      Files.deleteIfExists(upgraded);
      // H2 would make a new one of a file without content.
      if (!Files.exists(file) || Files.size(file) == 0) {
        marker.refuseEmpty("database " + file);
      } else {
        if (migrations.areDone(source(url()), place)) {
          return;
        }
        if (migrations.noneIsDone(source(), place)) {
          marker.refuseEmpty("database " + file);
        }
        Files.copy(file, upgraded);
      }
      try {
        // What fails is told; it needs no file of the database beside it.
        migrations.run(source(url(upgraded) + ";TRACE_LEVEL_FILE=0"), place);
        try (FileChannel channel = FileChannel.open(upgraded, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(upgraded, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(upgraded);
      }
    } catch (IOException failure) {
      throw new UnusableException(
          "cannot use %s: its data need a copy to be brought up to date, which cannot be made (%s);"
                  .formatted(place.name(), failure)
              + " make room for it");
    }
  }

  private static String url(Path file) {
    String path = file.toString();
    return "jdbc:h2:file:" + path.substring(0, path.length() - SUFFIX.length()) + OPTIONS;
  }

  /** Without a pool, so that the file is closed with the last connection. */
  private static DataSource source(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return source;
  }
}
