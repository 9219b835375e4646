package io.krait.api.internal;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A map that nobody can change and that keeps the order of its entries. Copying one costs nothing,
 * which {@link Collections#unmodifiableMap} cannot offer, as it may be a view of something mutable.
 */
public class FrozenMap<V> extends AbstractMap<String, V> {

  private static final FrozenMap<?> EMPTY = new FrozenMap<>(Map.of());

  private final Map<String, V> entries;

  FrozenMap(Map<String, V> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** {@code map} as it is now. Neither its keys nor its values may be null. */
  @SuppressWarnings("unchecked")
  public static <V> Map<String, V> copyOf(String name, Map<String, ? extends V> map) {
    if (map instanceof FrozenMap<?>) {
      return (Map<String, V>) map;
    }
    if (map.isEmpty()) {
      return (Map<String, V>) EMPTY;
    }
    Map<String, V> copy = new LinkedHashMap<>(capacity(map.size()));
    map.forEach(
        (key, value) -> {
          if (key == null || value == null) {
            throw new NullPointerException(name + " holds null");
          }
          copy.put(key, value);
        });
    return new FrozenMap<>(copy);
  }

  static int capacity(int size) {
    return size + size / 3 + 1;
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return entries.entrySet();
  }

  @Override
  public V get(Object key) {
    return entries.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.containsKey(key);
  }

  @Override
  public int size() {
    return entries.size();
  }
}
