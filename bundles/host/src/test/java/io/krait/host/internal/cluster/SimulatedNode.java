package io.krait.host.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.ClusterMessage;
import io.krait.api.host.StoredLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One run of a node, from its start to its end: what it does, and what it has heard. */
final class SimulatedNode implements Receiving.Receiver {

  static final Duration LEASE = Duration.ofMillis(2000);
  private static final String LEASED = "lease";

  private final String id;
  private final SimulatedStore store;
  private final Random random;
  private final Membership membership;
  private final Sending sending;
  private final Receiving receiving;
  private final ClusterLock lock;
  private final Map<String, Long> lastHeard = new HashMap<>();
  private final List<Entry> heard = new ArrayList<>();
  private final Map<String, CompletableFuture<Void>> published = new HashMap<>();
  private int beganAt = -1;
  private int coveredUntil;

  final SimulatedWire wire;

  /** Does nothing until then. */
  long pausedUntil;

  @Nullable ClusterLease lease;

  /**
   * Starts.
   *
   * @param drift how much faster its clock is than the store's, in parts of a thousand
   */
  SimulatedNode(String id, SimulatedStore store, SimulatedWire wire, Random random, int drift) {
    this.id = id;
    this.store = store;
    this.wire = wire;
    this.random = random;
    membership = new Membership(id, id.hashCode());
    sending = new Sending(membership);
    receiving = new Receiving(membership, this, SimulatedStore.CERTAIN);
    lock = new StoredLock(wire, id, () -> store.now * (1000 + drift) * 1000);
  }

  String id() {
    return id;
  }

  @Override
  public boolean received(Entry entry) {
    if (random.nextInt(20) == 0) {
      return false;
    }
    assertThat(entry.sender()).as("who hears").isNotEqualTo(id);
    assertThat(entry.seq())
        .as("order of what %s hears of %s", id, entry.sender())
        .isGreaterThan(lastHeard.getOrDefault(entry.sender(), 0L));
    lastHeard.put(entry.sender(), entry.seq());
    heard.add(entry);
    return true;
  }

  @Override
  public void missed() {
    coveredUntil = store.history.size();
  }

  @Override
  public void nodesChanged(Set<String> nodes) {}

  void publish(String name) {
    published.put(
        name, sending.add(ClusterMessage.reliable("t", name, Bytes.EMPTY)).toCompletableFuture());
  }

  void send() {
    try {
      sending.step(wire);
    } catch (StoreException away) {
      // It is tried again.
    }
  }

  void stay() {
    try {
      receiving.stay(wire);
    } catch (StoreException away) {
      // It is tried again.
    }
    if (beganAt < 0 && membership.epoch() != 0) {
      beganAt = store.history.size();
    }
  }

  void receive() {
    try {
      receiving.step(wire);
    } catch (StoreException away) {
      // It is tried again.
    }
  }

  /** Takes the lease, keeps it, or gives it back. */
  void hold() {
    ClusterLease held = lease;
    try {
      if (held == null || !held.isHeld()) {
        lease = lock.tryAcquire(LEASED, LEASE).orElse(null);
      } else if (random.nextInt(5) == 0) {
        held.close();
        assertThat(held.isHeld()).isFalse();
      } else {
        boolean refreshed = held.refresh();
        assertThat(held.isHeld()).isEqualTo(refreshed);
      }
    } catch (AppError away) {
      // It lapses.
    }
  }

  boolean isHolder() {
    return lease != null && lease.isHeld();
  }

  /** Whether it has sent all, and whether it was told so. */
  boolean isDone() {
    return sending.isIdle() && published.values().stream().allMatch(CompletableFuture::isDone);
  }

  /** What it was told to be kept, is. */
  void checkThatNothingIsLost(Set<String> kept) {
    published.forEach(
        (name, done) -> {
          if (done.isDone()) {
            assertThat(kept).as("what %s has sent", id).contains(name);
          }
        });
  }

  /** It has heard all that was kept since it began, or was told that it has not. */
  void checkThatNothingIsMissing() {
    if (beganAt < 0) {
      return;
    }
    List<String> wanted =
        store.history.subList(Math.max(beganAt, coveredUntil), store.history.size()).stream()
            .filter(entry -> !entry.sender().equals(id))
            .map(entry -> entry.message().name())
            .toList();
    assertThat(heard.stream().map(entry -> entry.message().name()))
        .as("what %s has heard", id)
        .containsAll(wanted)
        .doesNotHaveDuplicates();
  }
}
