package io.krait.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void aNewFolderIsForItsOwnerAlone() throws Exception {
    Path path = folder.resolve("new/data");
    try (DataFolder data = DataFolder.hold(path)) {
      data.writeSecret("secret", "s");

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("secret"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderThatWasMadeBeforeIsClosedToAllOthersButItsGroup() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    DataFolder.hold(folder).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void aFolderThatIsHeldIsNotHeldTwice() throws Exception {
    try (DataFolder first = DataFolder.hold(folder)) {
      assertThatThrownBy(() -> DataFolder.hold(first.path()))
          .isInstanceOf(StartException.class)
          .hasMessage(
              "the data folder %s is in use by another server (process %d); stop that one or choose"
                      .formatted(folder, ProcessHandle.current().pid())
                  + " another folder with --data");
    }
    DataFolder.hold(folder).close();
  }

  @Test
  void aFolderThatCannotBeMadeIsToldWithTheReason() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DataFolder.hold(file.resolve("data")))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("--data");
  }

  @Test
  void whatTheAdministratorHasChangedIsNotCopiedOver() throws Exception {
    Path from = Files.createDirectory(folder.resolve("from"));
    Files.writeString(from.resolve("a.cfg"), "new");
    Files.writeString(from.resolve("b.cfg"), "new");
    try (DataFolder data = DataFolder.hold(folder.resolve("data"))) {
      Files.writeString(data.folder("conf").resolve("a.cfg"), "changed");

      data.copyMissing(from, "conf");

      assertThat(data.path().resolve("conf/a.cfg")).hasContent("changed");
      assertThat(data.path().resolve("conf/b.cfg")).hasContent("new");
    }
  }

  @Test
  void thePasswordIsMadeOnceAndToldAsAHash() throws Exception {
    try (DataFolder data = DataFolder.hold(folder)) {
      ConsolePassword.in(data);
      String made = Files.readString(folder.resolve(ConsolePassword.FILE)).strip();

      String hashed = ConsolePassword.in(data).hashed();

      assertThat(folder.resolve(ConsolePassword.FILE)).hasContent(made);
      assertThat(made).hasSizeGreaterThanOrEqualTo(20);
      assertThat(hashed).startsWith("{sha-256}").doesNotContain(made);
      // The Web Console splits it so.
      assertThat(hashed.split("-")).hasSize(4);
    }
  }
}
