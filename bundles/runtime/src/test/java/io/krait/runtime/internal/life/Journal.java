package io.krait.runtime.internal.life;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened, in order. */
final class Journal {

  private final List<String> entries = new CopyOnWriteArrayList<>();

  void add(String entry) {
    entries.add(entry);
  }

  List<String> entries() {
    return List.copyOf(entries);
  }

  void clear() {
    entries.clear();
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
