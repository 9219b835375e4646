package io.krait.api.internal;

import java.util.Collection;
import java.util.Map;

/** Writes a value for people: its name and the parts that are not empty. */
public final class Description {

  private final StringBuilder text;
  private boolean first = true;

  public Description(String name) {
    text = new StringBuilder(name).append('[');
  }

  /** Adds a part unless it is null, zero, false or empty. */
  public Description part(String name, Object value) {
    if (!isEmpty(value)) {
      start(name);
      text.append(value);
    }
    return this;
  }

  /** Adds that there is such a part, but not what it is. */
  public Description masked(String name, Object value) {
    if (!isEmpty(value)) {
      start(name);
      text.append("***");
    }
    return this;
  }

  private void start(String name) {
    if (!first) {
      text.append(", ");
    }
    first = false;
    text.append(name).append('=');
  }

  private static boolean isEmpty(Object value) {
    return value == null
        || value.equals("")
        || value.equals(false)
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof Collection<?> collection && collection.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  @Override
  public String toString() {
    return text + "]";
  }
}
