package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8. Of a line that is too long the rest is left out, whatever it has. */
final class BoundedLines {

  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[8192];
  private int position;
  private int limit;

  BoundedLines(InputStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The next line without its end, or null where there is none. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    long leftOut = 0;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      int kept = Math.min(end - position, maxBytes - line.size());
      line.write(buffer, position, kept);
      leftOut += end - position - kept;
      position = end;
      if (position < limit) {
        position++;
        break;
      }
    }
    if (!any) {
      return null;
    }
    String text = line.toString(StandardCharsets.UTF_8);
    if (leftOut > 0) {
      return text + "… (" + leftOut + " bytes left out)";
    }
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether the next line is not there yet. */
  boolean isIdle() throws IOException {
    return position == limit && in.available() == 0;
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}
