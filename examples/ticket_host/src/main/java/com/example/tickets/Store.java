package com.example.tickets;

import io.krait.api.Bytes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one plugin keeps, in memory. Safe for use from any thread. */
final class Store {

  private final Map<String, Bytes> entries = new ConcurrentHashMap<>();

  /** Empty where there is none. */
  Bytes get(String key) {
    return entries.getOrDefault(key, Bytes.EMPTY);
  }

  void set(String key, Bytes value) {
    entries.put(key, value);
  }

  void delete(String key) {
    entries.remove(key);
  }

  /** An empty old value stands for none. */
  boolean compareAndSet(String key, Bytes oldValue, Bytes newValue) {
    return oldValue.isEmpty()
        ? entries.putIfAbsent(key, newValue) == null
        : entries.replace(key, oldValue, newValue);
  }
}
