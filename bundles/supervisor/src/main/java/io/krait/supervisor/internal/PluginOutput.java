package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.RecordLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one process prints: makes log records of it, and keeps the last lines. */
final class PluginOutput {

  private static final System.Logger LOG = System.getLogger(PluginOutput.class.getName());

  private static final int MAX_LINE_BYTES = 16 << 10;

  /** How long the rest of a record may take; a traceback is printed line by line. */
  private static final Duration WHOLE_WITHIN = Duration.ofMillis(200);

  private final Timers timers;
  private final Tail tail = new Tail();
  private final RecordLimit limit;

  /**
   * The output of a process.
   *
   * @param sink takes the records; called on the threads that read
   */
  PluginOutput(Timers timers, Consumer<OutputRecord> sink) {
    this.timers = timers;
    limit =
        new RecordLimit(
            RecordLimit.PER_SECOND, RecordLimit.AT_ONCE, timers::nanoTime, guarded(sink));
  }

  Tail tail() {
    return tail;
  }

  /**
   * Reads {@code stream} until it ends. Blocks.
   *
   * @param notOutput shown each line first; those that it takes are no output
   */
  void read(InputStream stream, Predicate<String> notOutput) {
    Lines lines = new Lines();
    try (stream) {
      BoundedLines input = new BoundedLines(stream, MAX_LINE_BYTES);
      for (String line = input.next(); line != null; line = input.next()) {
        if (notOutput.test(line)) {
          // Nothing else may follow for long, and what came before is whole.
          lines.flush();
        } else {
          keep(line);
          lines.add(line, input.isIdle());
        }
      }
    } catch (IOException e) {
      // How reading ends when the process is killed, or when its children keep the stream open.
      LOG.log(Level.DEBUG, "the output of a plugin has been closed", e);
    } finally {
      lines.end();
    }
  }

  /** A place for text that does not come from a stream of the process itself. */
  Feed feed() {
    return new Feed();
  }

  /** Takes text in pieces that may end anywhere, from one thread at a time. */
  final class Feed {
    private final Lines lines = new Lines();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** The next piece. */
    void add(byte[] piece) {
      for (byte next : piece) {
        if (next == '\n') {
          put();
        } else if (line.size() < MAX_LINE_BYTES) {
          line.write(next);
        }
      }
    }

    /** There is no more. */
    void end() {
      if (line.size() > 0) {
        put();
      }
      lines.end();
    }

    private void put() {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      keep(text);
      lines.add(text, true);
    }
  }

  // People read the last lines: a record in JSON is written as it would be in a log.
  private void keep(String line) {
    if (!line.startsWith("{")) {
      tail.add(line);
      return;
    }
    RecordParser.parse(line)
        .ifPresentOrElse(
            record -> {
              StringBuilder text = new StringBuilder("[").append(record.level()).append("] ");
              if (!record.source().isEmpty()) {
                text.append(record.source()).append(": ");
              }
              // What belongs to the record stands before what follows on lines of its own.
              String[] parts = record.message().split("\n", 2);
              text.append(parts[0]);
              record
                  .fields()
                  .forEach(
                      (name, value) -> text.append(' ').append(name).append('=').append(value));
              tail.add(text.toString());
              if (parts.length > 1) {
                parts[1].lines().forEach(tail::add);
              }
            },
            () -> tail.add(line));
  }

  /** Takes a line that another program has printed on the plugin's behalf. */
  void note(String source, String line) {
    if (!line.isBlank()) {
      tail.add(line);
      Level level =
          line.startsWith("ERROR")
              ? Level.ERROR
              : line.startsWith("WARNING") ? Level.WARNING : Level.INFO;
      limit.accept(new OutputRecord(level, source, line.strip(), Map.of()));
    }
  }

  private static Consumer<OutputRecord> guarded(Consumer<OutputRecord> sink) {
    return record -> {
      try {
        sink.accept(record);
      } catch (RuntimeException e) {
        // A plugin whose output nobody reads would stop when the pipe is full.
        LOG.log(Level.ERROR, "a record of a plugin could not be logged: " + record.message(), e);
      }
    };
  }

  /** The lines of one stream; two threads meet here, the one that reads and the timers'. */
  private final class Lines {
    private final RecordGrouper grouper = new RecordGrouper(limit);
    private Timers.@Nullable Timer flush;

    synchronized void add(String line, boolean last) {
      cancelFlush();
      grouper.add(line);
      if (last) {
        flush = timers.after(WHOLE_WITHIN, this::flush);
      }
    }

    private synchronized void flush() {
      grouper.flush();
      limit.report();
    }

    synchronized void end() {
      cancelFlush();
      grouper.flush();
      limit.report();
    }

    private void cancelFlush() {
      if (flush != null) {
        flush.cancel();
        flush = null;
      }
    }
  }
}
