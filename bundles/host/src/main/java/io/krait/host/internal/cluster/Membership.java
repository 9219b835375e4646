package io.krait.host.internal.cluster;

import java.util.Set;
import java.util.TreeSet;

/** Whether this node takes part, and who does beside it. Safe for use from any thread. */
final class Membership {

  private final String node;
  private final long server;
  private volatile long epoch;
  private volatile Set<String> nodes;

  /**
   * Not yet there.
   *
   * @param server tells its data folder from others
   */
  Membership(String node, long server) {
    this.node = node;
    this.server = server;
    nodes = Set.of(node);
  }

  String node() {
    return node;
  }

  long server() {
    return server;
  }

  /** Of this start; 0 while it does not take part. */
  long epoch() {
    return epoch;
  }

  void takesPart(long since) {
    epoch = since;
  }

  /** Those that are there, this one included. */
  Set<String> nodes() {
    return nodes;
  }

  /** Remembers who is there; tells whether that is new. */
  boolean sees(Set<String> others) {
    Set<String> all = new TreeSet<>(others);
    all.add(node);
    boolean changed = !all.equals(nodes);
    nodes = Set.copyOf(all);
    return changed;
  }
}
