package io.krait.host.internal.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Has this node be there, and looks for what others have sent: how far it is with each of them, and
 * whether it has missed something. {@link #step} is called by one thread, or by a test.
 */
final class Receiving {

  /** Who is told what was found. */
  interface Receiver {

    /** Takes an entry; false where it has no room for it now. */
    boolean received(Entry entry);

    void missed();

    void nodesChanged(Set<String> nodes);
  }

  private final Membership membership;
  private final Receiver receiver;
  private final long keptMillis;
  private final Map<String, Long> numbers = new HashMap<>();
  private long upToDate;
  private boolean begun;
  private boolean asked;

  /**
   * Has not looked yet.
   *
   * @param keptMillis how long entries are there for certain
   */
  Receiving(Membership membership, Receiver receiver, long keptMillis) {
    this.membership = membership;
    this.receiver = receiver;
    this.keptMillis = keptMillis;
  }

  /**
   * Says that this node is there, and looks who else is.
   *
   * @return false where a server with another data folder has its name
   */
  boolean stay(EventStore store) throws StoreException {
    String node = membership.node();
    if (membership.epoch() == 0 || !store.stay(node, membership.epoch())) {
      membership.takesPart(0);
      if (!begun) {
        beginWith(store.newest());
      }
      OptionalLong epoch = store.join(node, membership.server());
      if (epoch.isEmpty()) {
        asked = true;
        return false;
      }
      if (!begun && asked) {
        // Others have been there, and have said what this node has not heard.
        receiver.missed();
      }
      begun = true;
      membership.takesPart(epoch.getAsLong());
    }
    look(store);
    return true;
  }

  private void beginWith(EventStore.Newest newest) {
    numbers.putAll(newest.numbers());
    upToDate = newest.at();
  }

  /** Looks who is there. */
  void look(EventStore store) throws StoreException {
    if (membership.sees(store.nodes())) {
      receiver.nodesChanged(membership.nodes());
    }
  }

  /**
   * Looks for entries, and hands over those that are new.
   *
   * @return whether there may be more, for which there is room
   */
  boolean step(EventStore store) throws StoreException {
    if (!begun) {
      return false;
    }
    EventStore.Fetched fetched = store.after(membership.node(), numbers);
    if (fetched.until() - upToDate >= keptMillis) {
      // Some may be forgotten already. All is read anew then, so whatever there still is as well.
      beginWith(store.newest());
      receiver.missed();
      return true;
    }
    for (Entry entry : fetched.entries()) {
      if (entry.seq() <= numbers.getOrDefault(entry.sender(), 0L)) {
        continue;
      }
      if (entry.isFor(membership.node()) && !receiver.received(entry)) {
        return false;
      }
      numbers.put(entry.sender(), entry.seq());
    }
    if (!fetched.full()) {
      upToDate = fetched.from();
    }
    return fetched.full();
  }
}
