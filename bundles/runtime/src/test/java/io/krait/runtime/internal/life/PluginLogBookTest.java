package io.krait.runtime.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.PluginLogs;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginLogBookTest {

  private final PluginLogBook book = new PluginLogBook();

  @Test
  void theNewestThousandRecordsOfAPluginAreKept() {
    for (int i = 0; i < 1100; i++) {
      write("noisy", "line " + i);
    }
    write("quiet", "hello");

    List<PluginLogs.Entry> kept = book.recent("noisy", 5000);
    assertThat(kept).hasSize(1000);
    assertThat(kept.get(0).message()).isEqualTo("line 100");
    assertThat(book.recent("quiet", 5000)).hasSize(1);
  }

  private void write(String pluginId, String message) {
    book.write(
        pluginId, new PluginLogs.Entry(Instant.EPOCH, Level.INFO, "ears", message, Map.of()));
  }
}
