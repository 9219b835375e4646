package io.krait.shell.internal;

import io.krait.api.VisibleText;
import io.krait.api.management.PluginLogs.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Records of a plugin's log: for scripts a list, for people lines that are never cut. */
public final class LogListing extends AbstractList<Entry> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private final List<Entry> entries;

  LogListing(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  @Override
  public Entry get(int index) {
    return entries.get(index);
  }

  @Override
  public int size() {
    return entries.size();
  }

  String text() {
    return entries.isEmpty()
        ? "nothing has been logged"
        : entries.stream().map(LogListing::line).collect(Collectors.joining("\n"));
  }

  /** A time as logs have it: in the zone of the server. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  static String line(Entry entry) {
    var line = new StringBuilder(time(entry.at()));
    line.append(String.format(Locale.ROOT, " %-7s ", entry.level().getName()));
    if (!entry.source().isEmpty()) {
      line.append(VisibleText.line(entry.source())).append(": ");
    }
    line.append(VisibleText.lines(entry.message()).replace("\n", "\n    "));
    new TreeMap<>(entry.fields())
        .forEach(
            (name, value) ->
                line.append(' ')
                    .append(VisibleText.line(name))
                    .append('=')
                    .append(VisibleText.line(value)));
    return line.toString();
  }
}
