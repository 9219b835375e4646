package io.krait.host.internal.events;

import io.krait.api.Nullable;
import java.util.Map;

/** About how many characters a value has as JSON, which is not made for that. */
public final class EventSize {

  private static final int MARKS = 4;

  private EventSize() {}

  /** Of a value of JSON. */
  public static long of(@Nullable Object value) {
    long size = MARKS;
    if (value instanceof CharSequence text) {
      size += text.length();
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        size += of(entry.getKey()) + of(entry.getValue());
      }
    } else if (value instanceof Iterable<?> list) {
      for (Object element : list) {
        size += of(element);
      }
    }
    return size;
  }
}
