package io.krait.host.internal.storage;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {

  private static final String ID = "suoyyjfcjkkbqyyh4xakbny3ac";

  @TempDir Path folder;
  private HostDatabase opened;

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "database"})
  void whatIsKeptComesOutAsItCameIn(String kind) throws Exception {
    FileStore store = open(kind);
    int piece = DatabaseFiles.PIECE;
    for (int size : new int[] {0, 1, piece - 1, piece, piece + 1, 3 * piece}) {
      byte[] content = new byte[size];
      new Random(size).nextBytes(content);

      assertThat(store.receive(ID, new ByteArrayInputStream(content))).isEqualTo(size);
      assertThat(store.undecided()).containsExactly(ID);
      store.keep(ID);

      assertThat(store.undecided()).isEmpty();
      try (InputStream kept = store.open(ID)) {
        assertThat(kept).hasBinaryContent(content);
      }
      store.delete(ID);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "database"})
  void contentsHavePathsAndAreGoneWhenTheyAreDeleted(String kind) throws Exception {
    FileStore store = open(kind);
    store.receive(ID, new ByteArrayInputStream(new byte[] {1}));
    assertThat(store.has(ID)).isFalse();
    store.keep(ID);

    assertThat(store.idOf("su/" + ID)).isEqualTo(ID);
    assertThat(store.idOf("su/../su/" + ID)).isEqualTo(ID);
    assertFails(400, () -> store.idOf("../su/" + ID));
    assertFails(400, () -> store.idOf("/su/" + ID));
    assertFails(404, () -> store.idOf("oo/" + ID));
    assertFails(404, () -> store.idOf(""));

    store.delete(ID);
    assertFails(404, () -> store.idOf("su/" + ID));
    assertThatThrownBy(() -> store.open(ID)).isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "database"})
  void whatIsDroppedIsGone(String kind) throws Exception {
    FileStore store = open(kind);
    Path file = Files.writeString(folder.resolve("file"), "text");
    store.receive(ID, file);
    assertThat(store.incoming(ID)).hasContent("text");
    store.drop(ID);

    assertThat(file).doesNotExist();
    assertThat(store.undecided()).isEmpty();
    assertThat(store.has(ID)).isFalse();
  }

  @Test
  void whatWasKeptInTheFolderIsReadWhenTheDatabaseKeepsFiles() throws Exception {
    FileStore before = open("folder");
    before.receive(ID, new ByteArrayInputStream(new byte[] {1, 2}));
    before.keep(ID);
    opened.close();

    FileStore now = open("database");
    try (InputStream kept = now.open(ID)) {
      assertThat(kept).hasBinaryContent(new byte[] {1, 2});
    }
    now.delete(ID);
    assertThat(now.has(ID)).isFalse();
  }

  @Test
  void aContentWhoseKeepingWasInterruptedIsKeptOnce() throws Exception {
    FileStore store = open("database");
    for (int i = 0; i < 2; i++) {
      store.receive(ID, new ByteArrayInputStream(new byte[] {1, 2}));
      store.keep(ID);
    }

    try (InputStream kept = store.open(ID)) {
      assertThat(kept).hasBinaryContent(new byte[] {1, 2});
    }
  }

  private FileStore open(String kind) {
    HostSettings usual = TestSettings.onTestedDatabase(folder, false);
    opened =
        new HostDatabase(
            new HostSettings(
                usual.dataFolder(),
                usual.jdbc(),
                kind,
                usual.maxFileBytes(),
                usual.openSignUp(),
                usual.siteUrl()));
    return opened.files();
  }
}
