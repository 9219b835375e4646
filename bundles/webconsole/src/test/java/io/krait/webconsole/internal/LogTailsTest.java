package io.krait.webconsole.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.krait.api.management.PluginLogs;
import io.krait.webconsole.fixture.LivelyPlugins;
import io.krait.webconsole.internal.LogTail.Numbered;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogTailsTest {

  private static final String ID = "com.example.hello";

  private final LivelyPlugins plugins = new LivelyPlugins();
  private final AtomicLong nanos = new AtomicLong();
  private final LogTails tails = new LogTails(nanos::get);

  @Test
  void whatWasThereComesFirstThenWhatIsNew() {
    plugins.log(ID, Level.INFO, "", "one");
    LogTail tail = tails.tail(plugins, ID);
    plugins.log(ID, Level.INFO, "", "two");

    assertThat(messages(tail.after(0, 10, 0))).containsExactly("one", "two");
    assertThat(messages(tail.after(1, 10, 0))).containsExactly("two");
    assertThat(tail.after(2, 10, 0)).isEmpty();
  }

  @Test
  void newestAreChosenWhereThereAreMoreThanAskedFor() {
    LogTail tail = tails.tail(plugins, ID);
    for (int i = 1; i <= 1_500; i++) {
      plugins.log(ID, Level.INFO, "", "line " + i);
    }

    assertThat(messages(tail.after(0, 2, 0))).containsExactly("line 1499", "line 1500");
    assertThat(tail.after(0, 5_000, 0)).hasSize(1_000);
  }

  @Test
  void recordThatComesBothWaysIsThereOnce() {
    PluginLogs.Entry early =
        new PluginLogs.Entry(Instant.EPOCH, Level.INFO, "", "while it begins", Map.of());
    PluginLogs.Entry late =
        new PluginLogs.Entry(Instant.EPOCH, Level.INFO, "", "just after", Map.of());
    List<Consumer<PluginLogs.Entry>> listeners = new ArrayList<>();
    PluginLogs racing =
        new PluginLogs() {
          @Override
          public List<Entry> recent(String pluginId, int most) {
            listeners.get(0).accept(early);
            return List.of(early, late);
          }

          @Override
          public Following follow(String pluginId, Consumer<Entry> listener) {
            listeners.add(listener);
            return () -> {};
          }
        };

    LogTail tail = tails.tail(racing, ID);
    listeners.get(0).accept(late);
    listeners.get(0).accept(late);

    assertThat(messages(tail.after(0, 10, 0)))
        .containsExactly("while it begins", "just after", "just after");
  }

  @Test
  void tailThatNobodyLooksAtIsClosed() {
    LogTail tail = tails.tail(plugins, ID);
    nanos.set(59_000_000_000L);
    tail.after(0, 1, nanos.get());
    nanos.set(100_000_000_000L);
    tails.closeIdle();
    assertThat(plugins.followers(ID)).isEqualTo(1);

    nanos.set(120_000_000_000L);
    tails.closeIdle();
    assertThat(plugins.followers(ID)).isZero();
  }

  @Test
  void anotherServiceMeansAnotherTail() {
    LogTail tail = tails.tail(plugins, ID);

    assertThat(tails.tail(plugins, ID)).isSameAs(tail);
    assertThat(tails.tail(new LivelyPlugins(), ID).id()).isNotEqualTo(tail.id());
    assertThat(plugins.followers(ID)).isZero();
  }

  @Test
  void numberOfTailsIsBounded() {
    for (int i = 0; i < 40; i++) {
      nanos.incrementAndGet();
      tails.tail(plugins, "plugin" + i);
    }

    assertThat(plugins.followers("plugin0")).isZero();
    assertThat(plugins.followers("plugin8")).isEqualTo(1);
    assertThat(plugins.followers("plugin39")).isEqualTo(1);
  }

  @Test
  void nothingIsFollowedAfterTheEnd() {
    tails.tail(plugins, ID);
    tails.close();

    assertThat(plugins.followers(ID)).isZero();
    assertThatIllegalStateException().isThrownBy(() -> tails.tail(plugins, ID));
  }

  private static List<String> messages(List<Numbered> records) {
    return records.stream().map(record -> record.entry().message()).toList();
  }
}
