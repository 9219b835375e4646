package io.krait.host.internal.cluster;

import io.krait.api.AppError;
import io.krait.api.host.LeaseStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A node's way to the store: what is asked may never arrive, may be done without an answer, or may
 * be done later, when its node has given up on it.
 */
final class SimulatedWire implements EventStore, LeaseStore {

  /** Does something when its time has come. */
  interface Later {
    void at(long time, Runnable what);
  }

  private static final int LONGEST_DELAY = 3000;

  private final SimulatedStore store;
  private final Random random;
  private final Later later;

  /** How long at most something is on its way, there and back each, in milliseconds. */
  private final int longestWay;

  /** Nothing arrives. */
  boolean cut;

  /** Of a hundred things that are asked, so many have no answer. */
  int trouble;

  SimulatedWire(SimulatedStore store, Random random, Later later) {
    this.store = store;
    this.random = random;
    this.later = later;
    longestWay = random.nextBoolean() ? 200 : 2;
  }

  private <T> T ask(Supplier<T> asked) throws StoreException {
    if (cut) {
      throw new StoreException("it is cut", null);
    }
    store.now += random.nextInt(longestWay);
    if (random.nextInt(100) < trouble) {
      switch (random.nextInt(3)) {
        case 0 -> done(asked);
        case 1 -> later.at(store.now + 1 + random.nextInt(LONGEST_DELAY), () -> done(asked));
        default -> {
          // It is lost.
        }
      }
      throw new StoreException("there is no answer", null);
    }
    T answer = asked.get();
    store.now += random.nextInt(longestWay);
    return answer;
  }

  private static <T> void done(Supplier<T> asked) {
    var unused = asked.get();
  }

  private <T> T askForLease(Supplier<T> asked) {
    try {
      return ask(asked);
    } catch (StoreException away) {
      throw AppError.of("app.database.unavailable.app_error", "it is away", 503);
    }
  }

  @Override
  public OptionalLong join(String node, long server) throws StoreException {
    return ask(() -> store.join(node, server));
  }

  @Override
  public boolean stay(String node, long epoch) throws StoreException {
    return ask(() -> store.stay(node, epoch));
  }

  @Override
  public void leave(String node, long epoch) throws StoreException {
    ask(
        () -> {
          store.leave(node, epoch);
          return node;
        });
  }

  @Override
  public Set<String> nodes() throws StoreException {
    return ask(store::nodes);
  }

  @Override
  public Newest newest() throws StoreException {
    return ask(store::newest);
  }

  @Override
  public boolean append(String node, long epoch, List<Entry> entries, List<String> quick)
      throws StoreException {
    return ask(() -> store.append(node, epoch, entries, quick));
  }

  @Override
  public Fetched after(String node, Map<String, Long> numbers) throws StoreException {
    return ask(() -> store.after(node, numbers));
  }

  @Override
  public void trim() throws StoreException {
    ask(
        () -> {
          store.trim();
          return store;
        });
  }

  @Override
  public void reset() {}

  @Override
  public OptionalLong acquire(String name, String node, Duration time) {
    return askForLease(() -> store.acquire(name, node, time));
  }

  @Override
  public boolean refresh(String name, long token, Duration time) {
    return askForLease(() -> store.refresh(name, token, time));
  }

  @Override
  public void release(String name, long token) {
    askForLease(
        () -> {
          store.release(name, token);
          return name;
        });
  }

  @Override
  public boolean isHeld(String name, long token) {
    return askForLease(() -> store.isHeld(name, token));
  }
}
