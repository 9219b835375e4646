package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.krait.supervisor.OutputRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginOutputTest {

  private final ManualTimers timers = new ManualTimers();
  private final Queue<OutputRecord> records = new ConcurrentLinkedQueue<>();
  private final PluginOutput output = new PluginOutput(timers, records::add);

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          2026-01-02 03:04:05,678 [WARNING] hello.jobs: late: again ! WARNING ! hello.jobs ! late: again
          2026-01-02T03:04:05Z [ERROR] hello: broken                ! ERROR   ! hello      ! broken
          2026-01-02 03:04:05 [INFO] no name here                   ! INFO    ! ''         ! no name here
          [DEBUG] url: http://localhost                             ! DEBUG   ! ''         ! url: http://localhost
          [TRACE] fine                                              ! TRACE   ! ''         ! fine
          [CRITICAL] out of memory                                  ! ERROR   ! ''         ! out of memory
          /a/plugin.py:12: UserWarning: Polite.OnActivate           ! WARNING ! ''         ! /a/plugin.py:12: UserWarning: Polite.OnActivate
          [NOTICE] no level                                         ! INFO    ! ''         ! [NOTICE] no level
          plain                                                     ! INFO    ! ''         ! plain
          {"no": "message"}                                         ! INFO    ! ''         ! {"no": "message"}
          {"@level":"warn","@message":"a\\u00e9\\n\\"b\\""          ! INFO    ! ''         ! {"@level":"warn","@message":"a\\u00e9\\n\\"b\\""
          """)
  void aLineHasItsOwnLevel(String line, Level level, String source, String message) {
    read(line);

    assertThat(records).containsExactly(new OutputRecord(level, source, message, Map.of()));
  }

  @Test
  void structuredLinesKeepTheirFields() {
    read(
        "{\"@level\":\"warn\", \"@message\":\"caf\\u00e9 \\\"x\\\"\",\"@module\":\"hello\","
            + "\"@timestamp\":\"2026-01-02T03:04:05Z\",\"count\": 3,\"tags\":[\"a,}\",{}],\"ok\":null}");

    assertThat(records)
        .containsExactly(
            new OutputRecord(
                Level.WARNING,
                "hello",
                "café \"x\"",
                Map.of("count", "3", "tags", "[\"a,}\",{}]", "ok", "null")));
  }

  @Test
  void aTracebackIsOneError() {
    String traceback =
        """
        Traceback (most recent call last):
          File "plugin.py", line 3, in <module>
            import yaml
        ModuleNotFoundError: No module named 'yaml'

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "plugin.py", line 5, in <module>
            raise SystemExit
        SystemExit""";

    read("before", traceback, "after");

    assertThat(records)
        .containsExactly(
            new OutputRecord(Level.INFO, "", "before", Map.of()),
            new OutputRecord(Level.ERROR, "", traceback, Map.of()),
            new OutputRecord(Level.INFO, "", "after", Map.of()));
  }

  @Test
  void anErrorOfSyntaxIsOneError() {
    String error =
        """
          File "/plugins/hello/plugin.py", line 3
            def x(
                 ^
        SyntaxError: '(' was never closed"""
            .stripTrailing();
    read(("before\n" + error).split("\n"));

    assertThat(records)
        .containsExactly(
            new OutputRecord(Level.INFO, "", "before", Map.of()),
            new OutputRecord(Level.ERROR, "", error, Map.of()));
  }

  @Test
  void aTracebackBelongsToTheRecordThatItFollows() {
    read(
        "2026-01-02 03:04:05,678 [WARNING] hello: cannot",
        "Traceback (most recent call last):",
        "  File \"x\"",
        "KeyError: 'a'",
        "[INFO] next");

    assertThat(records)
        .containsExactly(
            new OutputRecord(
                Level.WARNING,
                "hello",
                "cannot\nTraceback (most recent call last):\n  File \"x\"\nKeyError: 'a'",
                Map.of()),
            new OutputRecord(Level.INFO, "", "next", Map.of()));
  }

  @Test
  void aTracebackThatNeverEndsIsCutIntoRecords() {
    read("Traceback (most recent call last):", "  File\n".repeat(1200));

    assertThat(records).hasSize(3);
  }

  @Test
  void aTraceInAStructuredLineBelongsToTheMessage() {
    read(
        "{\"@level\":\"error\",\"@message\":\"late\",\"@module\":\"jobs\",\"post\":7,"
            + "\"error\":\"Traceback:\\n  two\\n\"}");

    assertThat(records)
        .containsExactly(
            new OutputRecord(Level.ERROR, "jobs", "late\nTraceback:\n  two", Map.of("post", "7")));
    assertThat(output.tail().lines())
        .containsExactly("[ERROR] jobs: late post=7", "Traceback:", "  two");
  }

  @Test
  void whatComesInPiecesIsPutTogether() {
    PluginOutput.Feed feed = output.feed();

    feed.add("[WARN] hal".getBytes(StandardCharsets.UTF_8));
    feed.add("f\nwhole\nend".getBytes(StandardCharsets.UTF_8));
    feed.end();

    assertThat(records)
        .extracting(OutputRecord::level, OutputRecord::message)
        .containsExactly(
            tuple(Level.WARNING, "half"), tuple(Level.INFO, "whole"), tuple(Level.INFO, "end"));
    assertThat(output.tail().lines()).containsExactly("[WARN] half", "whole", "end");
  }

  @Test
  void linesThatAreNotOutputAreNeitherLoggedNorKept() {
    output.read(stream("one\nhandshake\ntwo\n"), "handshake"::equals);

    assertThat(records).extracting(OutputRecord::message).containsExactly("one", "two");
    assertThat(output.tail().lines()).containsExactly("one", "two");
  }

  @Test
  void theLast200LinesAreKept() {
    read(IntStream.range(0, 1000).mapToObj(i -> "line " + i).toArray(String[]::new));

    assertThat(output.tail().lines()).hasSize(200).startsWith("line 800").endsWith("line 999");
    assertThat(output.tail().last()).isEqualTo("line 999");
  }

  @Test
  void aFloodIsCutOffAndSaid() {
    read(IntStream.range(0, 5000).mapToObj(i -> "line " + i).toArray(String[]::new));

    assertThat(records).hasSize(1001);
    assertThat(List.copyOf(records).get(1000))
        .isEqualTo(
            new OutputRecord(
                Level.WARNING,
                "",
                "4000 records left out: the plugin prints or logs more than 200 in a second",
                Map.of()));
    assertThat(output.tail().last()).isEqualTo("line 4999");

    records.clear();
    timers.advance(Duration.ofSeconds(1));
    read(IntStream.range(0, 500).mapToObj(i -> "line " + i).toArray(String[]::new));

    assertThat(records).hasSize(201);
  }

  @Test
  void whatAFloodLosesIsSaidOnceInASecond() {
    PluginOutput.Feed feed = output.feed();
    for (int millis = 0; millis < 10_000; millis++) {
      feed.add("first\nsecond\n".getBytes(StandardCharsets.UTF_8));
      timers.advance(Duration.ofMillis(1));
    }

    assertThat(records)
        .filteredOn(record -> record.message().contains("records left out"))
        .hasSizeBetween(8, 10);
    assertThat(records).hasSizeBetween(2000, 3100);
  }

  @Test
  void aLineWithoutEndIsReadInConstantMemory() {
    byte[] chunk = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
    InputStream endless =
        new InputStream() {
          private long left = 100L << 20;

          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            int count = (int) Math.min(left, Math.min(length, chunk.length));
            System.arraycopy(chunk, 0, bytes, offset, count);
            left -= count;
            return count == 0 ? -1 : count;
          }
        };

    output.read(endless, line -> false);

    assertThat(records)
        .singleElement()
        .extracting(OutputRecord::message)
        .asString()
        .hasSizeLessThan(20_000)
        .endsWith("x… (104841216 bytes left out)");
  }

  @Test
  void aRecordIsPassedOnWhenNothingFollowsIt() throws Exception {
    PipedOutputStream process = new PipedOutputStream();
    PipedInputStream stream = new PipedInputStream(process);
    Thread reader = new Thread(() -> output.read(stream, line -> false), "test-reader");
    reader.start();

    process.write("[WARN] alone\n".getBytes(StandardCharsets.UTF_8));
    process.flush();
    eventually(
        () -> {
          timers.advance(Duration.ofSeconds(1));
          assertThat(records).extracting(OutputRecord::message).containsExactly("alone");
        });

    process.close();
    reader.join(30_000);
    assertThat(reader.isAlive()).isFalse();
  }

  @Test
  void aLogThatFailsDoesNotStopTheReading() {
    PluginOutput failing =
        new PluginOutput(
            timers,
            record -> {
              throw new IllegalStateException("full");
            });

    failing.read(stream("one\ntwo\n"), line -> false);

    assertThat(failing.tail().lines()).containsExactly("one", "two");
  }

  @Test
  void aStreamThatBreaksEndsTheReading() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Stream closed");
          }

          @Override
          public void close() {
            closed.countDown();
          }
        };

    output.read(broken, line -> false);

    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(records).isEmpty();
  }

  private void read(String... lines) {
    output.read(stream(String.join("\n", lines) + "\n"), line -> false);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
