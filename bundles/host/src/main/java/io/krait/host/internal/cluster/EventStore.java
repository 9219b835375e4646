package io.krait.host.internal.cluster;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What nodes share. Each method is one statement, which is done as a whole or not at all; whoever
 * gets a {@link StoreException} does not know which. Times are the store's.
 */
interface EventStore {

  /**
   * What was kept, and when.
   *
   * @param entries in their order, each sender's
   * @param from a time, in milliseconds, at which all was kept that is not among the entries and is
   *     older
   * @param until a time, in milliseconds, before which the entries were read
   * @param full whether there may be more
   */
  record Fetched(List<Entry> entries, long from, long until, boolean full) {}

  /**
   * How far senders are.
   *
   * @param numbers of their newest entries, by sender
   * @param at a time, in milliseconds, at which all of these were kept that are older
   */
  record Newest(Map<String, Long> numbers, long at) {}

  /**
   * Has a node be there.
   *
   * @param server tells its data folder from others
   * @return its epoch, which is greater than all of this name before; empty where a server with
   *     another data folder has this name
   */
  OptionalLong join(String node, long server) throws StoreException;

  /** Has a node be there for another while; false where another one has taken its place. */
  boolean stay(String node, long epoch) throws StoreException;

  /** Has a node be gone, unless another one has taken its place. */
  void leave(String node, long epoch) throws StoreException;

  /** The nodes that are there. */
  Set<String> nodes() throws StoreException;

  /** The number of the newest entry of each sender. */
  Newest newest() throws StoreException;

  /**
   * Keeps entries, all or none, those that are kept already once, and has other nodes look for
   * them.
   *
   * @param quick what they are told beside these, which is not kept
   * @return false where another one has taken the node's place, and nothing is kept
   */
  boolean append(String node, long epoch, List<Entry> entries, List<String> quick)
      throws StoreException;

  /** What others have kept after these numbers, by sender; a part of it where there is much. */
  Fetched after(String node, Map<String, Long> numbers) throws StoreException;

  /** Forgets what is too old for anybody. */
  void trim() throws StoreException;

  /** Lets go of what failed; the next call begins anew. */
  void reset();
}
