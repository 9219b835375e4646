package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostDatabaseTest {

  @TempDir Path folder;

  @Test
  void dataAreThereAfterReopening() {
    HostDatabase first = new HostDatabase(TestSettings.in(folder));
    put(first, "colour", "green");
    first.close();

    HostDatabase second = new HostDatabase(TestSettings.in(folder));
    try {
      assertThat(read(second, "colour")).isEqualTo("green");
    } finally {
      second.close();
    }
  }

  @Test
  void whatWasDoneIsInTheFileAtOnce(@TempDir Path copy) throws Exception {
    HostDatabase first = new HostDatabase(TestSettings.in(folder));
    try {
      put(first, "colour", "green");
      Files.copy(folder.resolve("host.mv.db"), copy.resolve("host.mv.db"));
    } finally {
      first.close();
    }

    HostDatabase second = new HostDatabase(TestSettings.in(copy));
    try {
      assertThat(read(second, "colour")).isEqualTo("green");
    } finally {
      second.close();
    }
  }

  @Test
  void makesADataFolderThatNobodyElseCanRead() throws Exception {
    Path made = folder.resolve("deep/data");

    HostDatabase database = new HostDatabase(TestSettings.in(made));
    try {
      assertThat(database.dataFolder()).isEqualTo(made);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    } finally {
      database.close();
    }
  }

  @Test
  void aDataFolderInUseIsToldInOneLineAndIsFreeAfterwards() {
    HostDatabase first = new HostDatabase(TestSettings.in(folder));
    try {
      assertThatThrownBy(() -> new HostDatabase(TestSettings.in(folder)))
          .isInstanceOf(UnusableException.class)
          .hasMessage(
              "cannot use data folder %s: another server is using it; stop that one or choose"
                  + " another folder by data.folder of io.krait.host",
              folder);
    } finally {
      first.close();
    }
    new HostDatabase(TestSettings.in(folder)).close();
  }

  @Test
  void aDatabaseThatIsGoneIsNotReplacedByAnEmptyOne() throws Exception {
    HostDatabase first = new HostDatabase(TestSettings.in(folder));
    put(first, "colour", "green");
    first.close();
    Path file = folder.resolve("host.mv.db");
    byte[] data = Files.readAllBytes(file);

    for (byte[] left : new byte[][] {{}, Arrays.copyOf(data, 100), Arrays.copyOf(data, 5000)}) {
      Files.write(file, left);
      assertRefused();
      assertThat(Files.readAllBytes(file)).isEqualTo(left);
    }
    Files.delete(file);
    assertRefused();
    assertThat(file).doesNotExist();

    Files.write(file, data);
    HostDatabase second = new HostDatabase(TestSettings.in(folder));
    try {
      assertThat(read(second, "colour")).isEqualTo("green");
    } finally {
      second.close();
    }
  }

  private void assertRefused() {
    assertThatThrownBy(() -> new HostDatabase(TestSettings.in(folder)))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("bring back a copy of them")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aUrlOfItsOwnIsUsedInsteadOfTheFolder() {
    HostDatabase database =
        new HostDatabase(TestSettings.in(folder, "jdbc:h2:mem:own;MODE=PostgreSQL"));
    try {
      put(database, "colour", "blue");

      assertThat(read(database, "colour")).isEqualTo("blue");
      assertThat(folder.resolve("host.mv.db")).doesNotExist();
    } finally {
      database.close();
    }
  }

  @Test
  void aUrlOfAnotherDatabaseIsRefusedWithoutItsSecrets() {
    assertThatThrownBy(
            () ->
                new HostDatabase(
                    TestSettings.in(folder, "jdbc:other://me:secret@there/db?password=secret")))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("only H2 and PostgreSQL are known here")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aDataFolderThatCannotBeWrittenToIsRefusedInOneLine() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new HostDatabase(TestSettings.in(file.resolve("data"))))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(file.resolve("data").toString())
        .hasMessageContaining("choose another folder")
        .hasMessageNotContaining("\n")
        .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
  }

  @Test
  void whatThrowsIsUndone() {
    HostDatabase database = new HostDatabase(TestSettings.in(folder));
    try {
      assertThatThrownBy(
              () ->
                  database
                      .database()
                      .inTransaction(
                          sql -> {
                            sql.insert("facts", "name", "colour", "content", "red");
                            throw AppError.of("no", "no", 400);
                          }))
          .isInstanceOf(AppError.class);
      assertThat(
              database
                  .database()
                  .<Long>inTransaction(
                      sql -> sql.count("select count(*) from facts where name = 'colour'")))
          .isZero();
    } finally {
      database.close();
    }
  }

  @Test
  void aValueThatIsThereAlreadyAndAFailureAreToldApart() {
    HostDatabase database = new HostDatabase(TestSettings.in(folder));
    try {
      put(database, "colour", "green");

      assertThatThrownBy(() -> put(database, "colour", "red"))
          .isInstanceOf(DuplicateException.class);
      assertThatThrownBy(() -> database.database().inTransaction(sql -> sql.change("no statement")))
          .isInstanceOfSatisfying(
              AppError.class, error -> assertThat(error.statusCode()).isEqualTo(500));
    } finally {
      database.close();
    }
  }

  private static void put(HostDatabase database, String name, String content) {
    database
        .database()
        .inTransaction(
            sql -> {
              sql.insert("facts", "name", name, "content", content);
              return null;
            });
  }

  private static String read(HostDatabase database, String name) {
    return database
        .database()
        .inTransaction(
            sql ->
                sql.first(
                        "select content from facts where name = ?",
                        row -> row.getString("content"),
                        name)
                    .orElseThrow());
  }
}
