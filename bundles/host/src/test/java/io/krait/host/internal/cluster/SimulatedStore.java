package io.krait.host.internal.cluster;

import io.krait.api.host.LeaseStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * What nodes share, in memory and by a clock of its own: what the statements do, each as a whole.
 */
final class SimulatedStore implements EventStore, LeaseStore {

  static final long SILENCE = 1000;
  static final long CERTAIN = 10_000;
  private static final long FORGOTTEN = 12_000;
  private static final int MOST_OF_SENDER = 3;

  private record Node(long server, long epoch, long seenAt) {}

  private record Kept(Entry entry, long at) {}

  private record Held(long token, long until) {}

  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, TreeMap<Long, Kept>> events = new HashMap<>();
  private final Map<String, Held> leases = new HashMap<>();

  private final Set<String> ever = new HashSet<>();

  /** All that was ever kept, in the order in which it was first. */
  final List<Entry> history = new ArrayList<>();

  long now = 1_000_000;

  @Override
  public OptionalLong join(String node, long server) {
    Node known = nodes.get(node);
    if (known != null && known.server() != server && known.seenAt() > now - SILENCE) {
      return OptionalLong.empty();
    }
    long epoch = known == null ? now : Math.max(now, known.epoch() + 1);
    nodes.put(node, new Node(server, epoch, now));
    return OptionalLong.of(epoch);
  }

  @Override
  public boolean stay(String node, long epoch) {
    Node known = nodes.get(node);
    if (known == null || known.epoch() != epoch) {
      return false;
    }
    nodes.put(node, new Node(known.server(), epoch, now));
    return true;
  }

  @Override
  public void leave(String node, long epoch) {
    Node known = nodes.get(node);
    if (known != null && known.epoch() == epoch) {
      nodes.put(node, new Node(known.server(), epoch, now - SILENCE));
    }
  }

  @Override
  public Set<String> nodes() {
    Set<String> there = new HashSet<>();
    nodes.forEach(
        (id, node) -> {
          if (node.seenAt() > now - SILENCE) {
            there.add(id);
          }
        });
    return there;
  }

  @Override
  public Newest newest() {
    Map<String, Long> numbers = new HashMap<>();
    events.forEach(
        (sender, kept) -> {
          if (!kept.isEmpty()) {
            numbers.put(sender, kept.lastKey());
          }
        });
    return new Newest(numbers, now);
  }

  @Override
  public boolean append(String node, long epoch, List<Entry> entries, List<String> quick) {
    Node known = nodes.get(node);
    if (known == null || known.epoch() != epoch) {
      return false;
    }
    for (Entry entry : entries) {
      if (events
                  .computeIfAbsent(node, any -> new TreeMap<>())
                  .putIfAbsent(entry.seq(), new Kept(entry, now))
              == null
          && ever.add(entry.sender() + entry.seq())) {
        history.add(entry);
      }
    }
    return true;
  }

  @Override
  public Fetched after(String node, Map<String, Long> numbers) {
    List<Entry> found = new ArrayList<>();
    boolean full = false;
    for (Map.Entry<String, TreeMap<Long, Kept>> each : events.entrySet()) {
      if (!each.getKey().equals(node)) {
        List<Entry> some =
            each
                .getValue()
                .tailMap(numbers.getOrDefault(each.getKey(), 0L), false)
                .values()
                .stream()
                .limit(MOST_OF_SENDER)
                .map(Kept::entry)
                .toList();
        full |= some.size() == MOST_OF_SENDER;
        found.addAll(some);
      }
    }
    return new Fetched(found, now, now, full);
  }

  @Override
  public void trim() {
    events.values().forEach(all -> all.values().removeIf(kept -> kept.at() < now - FORGOTTEN));
  }

  @Override
  public void reset() {}

  @Override
  public OptionalLong acquire(String name, String node, Duration time) {
    Held held = leases.get(name);
    if (held != null && held.until() > now) {
      return OptionalLong.empty();
    }
    long token = held == null ? now : Math.max(now, held.token() + 1);
    leases.put(name, new Held(token, now + time.toMillis()));
    return OptionalLong.of(token);
  }

  @Override
  public boolean refresh(String name, long token, Duration time) {
    if (!isHeld(name, token)) {
      return false;
    }
    leases.put(name, new Held(token, Math.max(leases.get(name).until(), now + time.toMillis())));
    return true;
  }

  @Override
  public void release(String name, long token) {
    if (isHeld(name, token)) {
      leases.put(name, new Held(token, now));
    }
  }

  @Override
  public boolean isHeld(String name, long token) {
    Held held = leases.get(name);
    return held != null && held.token() == token && held.until() > now;
  }
}
