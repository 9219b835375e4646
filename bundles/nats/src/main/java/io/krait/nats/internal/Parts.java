package io.krait.nats.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Contents in parts that NATS takes, which follow one another within a sender. Each part begins
 * with whether it is the first one and the last one. Of use to one thread.
 */
final class Parts {

  private static final int MOST = 512 << 10;
  private static final int FIRST = 1;
  private static final int LAST = 2;

  private final Map<String, ByteArrayOutputStream> begun = new HashMap<>();

  /** The parts of a content. */
  static List<byte[]> of(byte[] content) {
    List<byte[]> parts = new ArrayList<>();
    for (int from = 0; from == 0 || from < content.length; from += MOST) {
      int to = Math.min(content.length, from + MOST);
      byte[] part = new byte[1 + to - from];
      part[0] = (byte) ((from == 0 ? FIRST : 0) | (to == content.length ? LAST : 0));
      System.arraycopy(content, from, part, 1, to - from);
      parts.add(part);
    }
    return parts;
  }

  /** Adds a part; gives the whole where it is the last one, and all before it were there. */
  Optional<byte[]> add(String sender, byte[] part) {
    if (part.length == 0) {
      return Optional.empty();
    }
    if ((part[0] & FIRST) != 0) {
      begun.put(sender, new ByteArrayOutputStream());
    }
    ByteArrayOutputStream whole = begun.get(sender);
    if (whole == null) {
      return Optional.empty();
    }
    whole.writeBytes(Arrays.copyOfRange(part, 1, part.length));
    if ((part[0] & LAST) == 0) {
      return Optional.empty();
    }
    begun.remove(sender);
    return Optional.of(whole.toByteArray());
  }

  /** Forgets what was begun. */
  void clear() {
    begun.clear();
  }
}
