package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.management.PluginLogs;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which records of a plugin's log somebody asks for, and how they are told. */
final class PluginRecords {

  private static final int MOST = 1000;
  private static final int USUAL = 100;

  private final int most;
  private final Instant since;

  /**
   * What a request asks for.
   *
   * @param most how many at most; the newest are told
   * @param since the moment from which on; records of that very moment are told, too
   */
  PluginRecords(@Nullable String most, @Nullable String since) {
    this.most = number(most);
    this.since = moment(since);
  }

  int most() {
    return most;
  }

  /** The records as clients get them, oldest first. */
  List<Map<String, Object>> of(List<PluginLogs.Entry> entries) {
    return entries.stream()
        .filter(entry -> !entry.at().isBefore(since))
        .map(PluginRecords::told)
        .toList();
  }

  private static Map<String, Object> told(PluginLogs.Entry entry) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("at", entry.at().toString());
    told.put("level", entry.level().getName());
    told.put("source", entry.source());
    told.put("message", entry.message());
    told.put("fields", entry.fields());
    return told;
  }

  private static int number(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return USUAL;
    }
    try {
      return Math.min(MOST, Math.max(0, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      throw Answers.invalid("logs_per_page");
    }
  }

  private static Instant moment(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Instant.EPOCH;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Answers.invalid("since");
    }
  }
}
