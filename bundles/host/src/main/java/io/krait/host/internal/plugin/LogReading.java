package io.krait.host.internal.plugin;

import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** Takes the log that OSGi's Log Service offers, where there is one. */
@Component(
    service = {},
    immediate = true)
public final class LogReading implements LogListener {

  private final RecentLog log;
  private final @Nullable LogReaderService reader;

  /**
   * Takes what has been logged before, as far as it is kept, and whatever follows.
   *
   * @param reader the service; without it, which keeps no bundle from being resolved, there is
   *     nothing to take
   */
  @Activate
  public LogReading(
      @Reference RecentLog log,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable LogReaderService reader) {
    this.log = log;
    this.reader = reader;
    if (reader == null) {
      return;
    }
    List<LogEntry> earlier = new ArrayList<>(Collections.list(reader.getLog()));
    Collections.reverse(earlier);
    earlier.forEach(this::logged);
    log.feed(true);
    reader.addLogListener(this);
  }

  /** Takes no more. */
  @Deactivate
  public void close() {
    if (reader != null) {
      reader.removeLogListener(this);
      log.feed(false);
    }
  }

  @Override
  public void logged(LogEntry entry) {
    Throwable failure = entry.getException();
    log.add(
        Instant.ofEpochMilli(entry.getTime()),
        level(entry),
        String.valueOf(entry.getLoggerName()),
        entry.getMessage() + (failure == null ? "" : "\n" + failure));
  }

  private static Level level(LogEntry entry) {
    return switch (entry.getLogLevel()) {
      case AUDIT, ERROR -> Level.ERROR;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.DEBUG;
      case TRACE -> Level.TRACE;
    };
  }
}
