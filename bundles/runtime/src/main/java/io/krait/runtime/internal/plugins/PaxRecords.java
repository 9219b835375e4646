package io.krait.runtime.internal.plugins;

import io.krait.api.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What POSIX writes before an entry that does not fit into its header: lines of key and value. */
final class PaxRecords {

  private static final int LONGEST_LENGTH = 6;
  private static final String SPARSE = "GNU.sparse.";

  private final Map<String, String> values;

  private PaxRecords(Map<String, String> values) {
    this.values = values;
  }

  /** Those of an entry that has none. */
  static PaxRecords none() {
    return new PaxRecords(Map.of());
  }

  /**
   * Reads records, each {@code <length> <key>=<value>\n} with the length of all of it.
   *
   * @param bytes as many as the caller is willing to hold
   * @throws InstallException where they are not of that form
   */
  static PaxRecords parse(byte[] bytes) throws InstallException {
    Map<String, String> values = new HashMap<>();
    int at = 0;
    // Some programs fill up with zeros.
    while (at < bytes.length && bytes[at] != 0) {
      int length = length(bytes, at);
      int keyFrom = at + String.valueOf(length).length() + 1;
      int end = at + length - 1;
      if (length <= 0 || end >= bytes.length || keyFrom >= end || bytes[end] != '\n') {
        throw damaged(bytes, at);
      }
      String record = new String(bytes, keyFrom, end - keyFrom, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals <= 0) {
        throw damaged(bytes, at);
      }
      values.put(record.substring(0, equals), record.substring(equals + 1));
      at += length;
    }
    return new PaxRecords(values);
  }

  private static int length(byte[] bytes, int from) {
    int value = 0;
    for (int i = from; i < bytes.length && i <= from + LONGEST_LENGTH; i++) {
      if (bytes[i] == ' ') {
        return value;
      }
      if (bytes[i] < '0' || bytes[i] > '9') {
        return -1;
      }
      value = 10 * value + bytes[i] - '0';
    }
    return -1;
  }

  private static InstallException damaged(byte[] bytes, int at) {
    String text =
        new String(bytes, at, Math.min(40, bytes.length - at), StandardCharsets.ISO_8859_1);
    return new InstallException(
        "the archive is damaged: \"%s\" in a header is not <length> <key>=<value>"
            .formatted(VisibleText.line(text)));
  }

  Optional<String> path() {
    return Optional.ofNullable(values.get("path"));
  }

  /** Bytes of content; negative where that is no number. */
  Optional<Long> size() {
    return Optional.ofNullable(values.get("size"))
        .map(text -> text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1L);
  }

  /** Whether the entry has holes, which are not in the archive. */
  boolean isSparse() {
    return values.keySet().stream().anyMatch(key -> key.startsWith(SPARSE));
  }
}
