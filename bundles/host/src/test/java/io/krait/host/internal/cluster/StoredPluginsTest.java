package io.krait.host.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.host.SharedPlugin;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.TestSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredPluginsTest {

  private static final String ID = "com.example.hello";

  @TempDir Path folder;

  @AutoClose("close")
  private HostDatabase database;

  private StoredPlugins plugins;

  @BeforeEach
  void open() {
    database = new HostDatabase(TestSettings.onTestedDatabase(folder.resolve("data"), false));
    plugins = new StoredPlugins(database.database());
  }

  private static SharedPlugin plugin(long revision, String version) {
    return new SharedPlugin(ID, revision, version, "ab", true, "{\"a\": 1}", "{}");
  }

  @Test
  void whoHasReadWhatIsNotThereAnyMoreReplacesNothing() {
    assertThat(plugins.find(ID)).isEmpty();
    assertThat(plugins.replace(plugin(1, "1.0.0"))).isTrue();

    assertThat(plugins.replace(plugin(1, "0.0.0"))).isFalse();
    assertThat(plugins.replace(plugin(3, "0.0.0"))).isFalse();
    assertThat(plugins.replace(plugin(2, "2.0.0"))).isTrue();
    assertThat(plugins.replace(plugin(2, "0.0.0"))).isFalse();

    assertThat(plugins.find(ID)).contains(plugin(2, "2.0.0"));
    assertThat(plugins.all()).containsExactly(plugin(2, "2.0.0"));
  }

  @Test
  void anArchiveOfSeveralPiecesComesBackAsItWasUntilItIsForgotten() throws IOException {
    for (int size : new int[] {0, 10, 256 << 10, 700_000}) {
      byte[] content = new byte[size];
      new Random(size).nextBytes(content);
      Path file = Files.write(folder.resolve("archive"), content);
      String hash = "hash" + size;

      plugins.keep(hash, file);
      plugins.keep(hash, file);

      try (InputStream kept = plugins.open(hash)) {
        assertThat(kept.readAllBytes()).isEqualTo(content);
      }
      plugins.forget(hash);
      assertThatThrownBy(() -> plugins.open(hash)).isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void anArchiveThatWasDamagedIsReplacedWhenItIsKeptAgain() throws IOException {
    byte[] content = new byte[700_000];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("archive"), content);
    for (String damage :
        new String[] {
          "update shared_archives set content = content || content where piece = 2",
          "delete from shared_archives where piece = 0",
          "delete from shared_archives where piece = 1",
          "delete from shared_archives where piece = 2",
        }) {
      plugins.keep("hash", file);
      database.database().inTransaction(sql -> sql.change(damage));

      plugins.keep("hash", file);

      try (InputStream kept = plugins.open("hash")) {
        assertThat(kept.readAllBytes()).as(damage).isEqualTo(content);
      }
    }
  }

  @Test
  void aFileThatCannotBeReadIsNotKept() {
    assertThatThrownBy(() -> plugins.keep("hash", folder.resolve("nowhere")))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> plugins.open("hash")).isInstanceOf(NoSuchFileException.class);
  }
}
