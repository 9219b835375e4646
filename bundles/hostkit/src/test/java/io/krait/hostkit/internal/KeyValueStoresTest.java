package io.krait.hostkit.internal;

import static io.krait.hostkit.internal.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.KeyValueStore;
import io.krait.api.PluginApi;
import io.krait.api.model.PluginKvSetOptions;
import io.krait.hostkit.testing.FakeHostedPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyValueStoresTest {

  private static final Bytes ONE = Bytes.utf8("1");
  private static final Bytes TWO = Bytes.utf8("2");

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock();
  private FileEntries files;

  /** Where entries are kept. */
  enum Place {
    FILES,
    DATABASE
  }

  @AfterEach
  void close() {
    if (files != null) {
      files.close();
    }
  }

  /** The store as it is after a start of the server. */
  private KeyValueStore started(Place place) {
    if (place == Place.DATABASE) {
      JdbcDataSource database = new JdbcDataSource();
      database.setUrl("jdbc:h2:" + folder.resolve("entries") + ";DB_CLOSE_DELAY=-1");
      return new JdbcEntries(database, clock);
    }
    close();
    files = new FileEntries(folder.resolve("entries"), clock);
    return files;
  }

  private PluginApi api(KeyValueStore store, String pluginId) {
    return new KeyValueApi(store, new FakeHostedPlugin(pluginId, folder, Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void entriesBelongToOnePluginAndExpire(Place place) {
    KeyValueStore store = started(place);
    PluginApi api = api(store, "one");
    PluginApi other = api(store, "two");
    api.kvSet("b", ONE);
    api.kvSetWithExpiry("a", TWO, 10);
    other.kvSet("c", Bytes.utf8("3"));

    assertThat(api.kvGet("b")).isEqualTo(ONE);
    assertThat(other.kvGet("b").isEmpty()).isTrue();
    assertThat(api.kvList(0, 0)).containsExactly("a", "b");
    assertThat(api.kvList(1, 1)).containsExactly("b");
    clock.later(Duration.ofSeconds(10));
    assertThat(api.kvGet("a").isEmpty()).isTrue();
    assertThat(api.kvList(0, 0)).containsExactly("b");
    api.kvSet("b", Bytes.EMPTY);
    api.kvDelete("b");
    assertThat(api.kvList(0, 0)).isEmpty();
    api.kvSet("x", ONE);
    api.kvDeleteAll();
    assertThat(api.kvList(0, 0)).isEmpty();
    assertThat(other.kvList(0, 0)).containsExactly("c");
  }

  @ParameterizedTest
  @EnumSource
  void entriesAreThereAfterARestart(Place place) {
    PluginApi before = api(started(place), "one");
    before.kvSet("key/ \u00e9\ud83d\udc0d", ONE);
    before.kvSet("KEY", TWO);
    before.kvSet("key", ONE);
    before.kvSetWithExpiry("brief", ONE, 1);
    before.kvSet("mmi_botid", ONE);
    clock.later(Duration.ofSeconds(1));

    PluginApi after = api(started(place), "one");

    assertThat(after.kvList(0, 0)).containsExactly("KEY", "key", "key/ \u00e9\ud83d\udc0d");
    assertThat(after.kvGet("key/ \u00e9\ud83d\udc0d")).isEqualTo(ONE);
    assertThat(after.kvGet("mmi_botid")).isEqualTo(ONE);
  }

  @ParameterizedTest
  @EnumSource
  void entriesAreComparedBeforeTheyChange(Place place) {
    PluginApi api = api(started(place), "one");

    assertThat(api.kvCompareAndSet("k", ONE, TWO)).isFalse();
    assertThat(api.kvCompareAndSet("k", Bytes.EMPTY, ONE)).isTrue();
    assertThat(api.kvCompareAndSet("k", Bytes.EMPTY, TWO)).isFalse();
    assertThat(api.kvCompareAndSet("k", ONE, TWO)).isTrue();
    assertThat(api.kvCompareAndDelete("k", ONE)).isFalse();
    assertThat(api.kvCompareAndDelete("k", Bytes.EMPTY)).isFalse();
    assertThat(api.kvCompareAndDelete("k", TWO)).isTrue();
    PluginKvSetOptions brief = PluginKvSetOptions.builder().atomic(true).expireInSeconds(5).build();
    assertThat(api.kvSetWithOptions("k", ONE, brief)).isTrue();
    assertThat(api.kvSetWithOptions("k", TWO, brief)).isFalse();
    clock.later(Duration.ofSeconds(5));
    assertThat(api.kvCompareAndSet("k", ONE, TWO)).isFalse();
    assertThat(api.kvSetWithOptions("k", TWO, brief)).isTrue();
    assertThat(api.kvSetWithOptions("k", ONE, null)).isTrue();
    assertThat(api.kvCompareAndSet("k", ONE, Bytes.EMPTY)).isTrue();
    assertThat(api.kvCompareAndSet("k", Bytes.EMPTY, Bytes.EMPTY)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void countersOfManyThreadsLoseNothing(Place place) throws Exception {
    int threads = 4;
    int rounds = 25;
    PluginApi api = api(started(place), "one");
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(executor.submit(() -> count(api, rounds)));
      }
      for (Future<?> one : all) {
        one.get(30, TimeUnit.SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(api.kvGet("counter").toUtf8()).isEqualTo(Integer.toString(threads * rounds));
  }

  private static void count(PluginApi api, int rounds) {
    for (int done = 0; done < rounds; ) {
      Bytes old = api.kvGet("counter");
      int next = old.isEmpty() ? 1 : Integer.parseInt(old.toUtf8()) + 1;
      if (api.kvCompareAndSet("counter", old, Bytes.utf8(Integer.toString(next)))) {
        done++;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLargestKeyAndValueAreKeptAndLargerOnesRefused(Place place) {
    PluginApi api = api(started(place), "one");
    String key = "\ud83d\udc0d".repeat(150);
    Bytes value = Bytes.owning(new byte[1 << 20]);
    api.kvSetWithExpiry(key, value, Long.MAX_VALUE);

    assertThat(api.kvGet(key)).isEqualTo(value);
    assertThat(api.kvList(0, 1000)).containsExactly(key);
    assertFails(400, () -> api.kvGet(""));
    assertFails(400, () -> api.kvSet(key + "k", ONE));
    assertFails(400, () -> api.kvDelete(""));
    assertFails(400, () -> api.kvCompareAndSet("", ONE, TWO));
    assertFails(400, () -> api.kvCompareAndDelete("", ONE));
    assertFails(400, () -> api.kvSetWithExpiry("k", ONE, -1));
    assertFails(413, () -> api.kvSet("k", Bytes.owning(new byte[(1 << 20) + 1])));
    assertFails(400, () -> api.kvList(0, 1001));
    assertFails(400, () -> api.kvList(-1, 1));
    assertFails(
        400,
        () -> api.kvSetWithOptions("k", ONE, PluginKvSetOptions.builder().oldValue(TWO).build()));
  }

  @Test
  void anEntryThatIsDamagedLosesNoOther() throws IOException {
    PluginApi before = api(started(Place.FILES), "one");
    before.kvSet("whole", ONE);
    Path entries = folder.resolve("entries/one");
    Files.writeString(entries.resolve("a".repeat(64)), "no entry");
    Files.writeString(entries.resolve("b".repeat(64) + ".new"), "half an ent");

    PluginApi after = api(started(Place.FILES), "one");

    assertThat(after.kvList(0, 0)).containsExactly("whole");
    assertThat(entries.resolve("a".repeat(64))).exists();
    assertThat(entries.resolve("b".repeat(64) + ".new")).doesNotExist();
  }

  @Test
  void oneFolderIsUsedByOneServer() {
    api(started(Place.FILES), "one").kvSet("k", ONE);
    FileEntries second = new FileEntries(folder.resolve("entries"), clock);

    assertFails(500, () -> api(second, "one").kvGet("k"))
        .hasMessageContaining("another server uses the folder");
    files.close();
    assertThat(api(second, "one").kvGet("k")).isEqualTo(ONE);
    second.close();
  }

  @Test
  void noPluginReachesOtherFolders() {
    KeyValueStore store = started(Place.FILES);

    assertFails(400, () -> api(store, "../one").kvGet("k"));
    assertFails(400, () -> api(store, "").kvGet("k"));
  }
}
