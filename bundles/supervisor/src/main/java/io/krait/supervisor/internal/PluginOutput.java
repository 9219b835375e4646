package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.OutputRecord;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one process prints: makes log records of it, and keeps the last lines. */
final class PluginOutput {

  private static final System.Logger LOG = System.getLogger(PluginOutput.class.getName());

  private static final int MAX_LINE_BYTES = 16 << 10;
  private static final int RECORDS_PER_SECOND = 200;
  private static final int RECORDS_AT_ONCE = 1000;

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
    limit = new RecordLimit(RECORDS_PER_SECOND, RECORDS_AT_ONCE, timers::nanoTime, guarded(sink));
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
          tail.add(line);
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
