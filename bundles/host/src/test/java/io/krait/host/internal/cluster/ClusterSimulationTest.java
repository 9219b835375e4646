package io.krait.host.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Nullable;
import io.krait.api.host.ClusterLease;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three nodes on a clock that jumps: they are stopped, cut off, killed and started again,
 * statements are lost, done without an answer or done late, and clocks do not go alike. Each seed
 * is one course of all that; {@code krait.cluster.seeds} tells how many are tried, from {@code
 * krait.cluster.first.seed} on.
 */
class ClusterSimulationTest {

  private static final int STEPS = 400;
  private static final List<String> NAMES = List.of("a", "b", "c");

  @Test
  void whateverHappensNothingIsLostOrOvertakenAndOneHoldsTheLease() {
    long first = Long.getLong("krait.cluster.first.seed", 1);
    int seeds = Integer.getInteger("krait.cluster.seeds", 1000);
    LongStream.range(first, first + seeds).forEach(seed -> new Course(seed).run());
  }

  /** Those of earlier versions. */
  @ParameterizedTest
  @ValueSource(longs = {17, 38, 133})
  void whatHasBeenFoundStaysMended(long seed) {
    new Course(seed).run();
  }

  private static final class Course {
    private record Due(long at, Runnable what) {}

    private final long seed;
    private final Random random;
    private final SimulatedStore store = new SimulatedStore();
    private final PriorityQueue<Due> dues =
        new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final List<SimulatedNode> all = new ArrayList<>();
    private final List<Long> tokens = new ArrayList<>();
    private @Nullable ClusterLease last;
    private int said;

    Course(long seed) {
      this.seed = seed;
      random = new Random(seed);
      NAMES.forEach(name -> nodes.add(start(name)));
    }

    private SimulatedNode start(String name) {
      SimulatedWire wire =
          new SimulatedWire(store, random, (at, what) -> dues.add(new Due(at, what)));
      wire.trouble = random.nextInt(40);
      SimulatedNode started = new SimulatedNode(name, store, wire, random, random.nextInt(81) - 40);
      all.add(started);
      return started;
    }

    void run() {
      try {
        for (int step = 0; step < STEPS; step++) {
          step();
          check();
        }
        settle();
      } catch (AssertionError failure) {
        throw new AssertionError("with seed " + seed + ": " + failure.getMessage(), failure);
      }
    }

    private void step() {
      int which = random.nextInt(nodes.size());
      SimulatedNode node = nodes.get(which);
      int what = random.nextInt(100);
      if (what < 12) {
        pass(1 + random.nextInt(300));
      } else if (what < 14) {
        pass(random.nextInt(random.nextInt(20) == 0 ? 30_000 : 3000));
      } else if (what < 15) {
        store.trim();
      } else if (what < 18) {
        node.pausedUntil = store.now + random.nextInt(6000);
      } else if (what < 21) {
        node.wire.cut = !node.wire.cut;
      } else if (what < 22) {
        nodes.set(which, start(node.id()));
      } else if (node.pausedUntil > store.now) {
        pass(1);
      } else if (what < 40) {
        node.publish("e" + said++);
      } else if (what < 55) {
        node.send();
      } else if (what < 66) {
        node.stay();
      } else if (what < 84) {
        node.receive();
      } else {
        node.hold();
      }
    }

    private void pass(long millis) {
      long until = store.now + millis;
      while (!dues.isEmpty() && dues.peek().at() <= until) {
        Due due = dues.remove();
        store.now = Math.max(store.now, due.at());
        due.what().run();
        check();
      }
      store.now = until;
    }

    private void check() {
      List<SimulatedNode> holders = nodes.stream().filter(SimulatedNode::isHolder).toList();
      assertThat(holders).as("who holds the lease").hasSizeLessThan(2);
      for (SimulatedNode holder : holders) {
        ClusterLease lease = holder.lease;
        if (lease != last) {
          // Whoever remembers the greatest token refuses all holders before.
          assertThat(tokens).allSatisfy(token -> assertThat(token).isLessThan(lease.token()));
          tokens.add(lease.token());
          last = lease;
        }
      }
    }

    private void settle() {
      for (SimulatedNode node : nodes) {
        node.wire.cut = false;
        node.wire.trouble = 0;
        node.pausedUntil = 0;
      }
      pass(4000);
      for (int round = 0; round < 400; round++) {
        for (SimulatedNode node : nodes) {
          node.stay();
          node.send();
          node.receive();
        }
        pass(1);
      }
      assertThat(nodes).allSatisfy(node -> assertThat(node.isDone()).as("sent all").isTrue());
      nodes.forEach(SimulatedNode::checkThatNothingIsMissing);
      Set<String> kept =
          store.history.stream()
              .map(entry -> entry.message().name())
              .collect(Collectors.toUnmodifiableSet());
      all.forEach(node -> node.checkThatNothingIsLost(kept));
      pass(SimulatedNode.LEASE.toMillis() + 1);
      nodes.forEach(SimulatedNode::hold);
      assertThat(nodes.stream().filter(SimulatedNode::isHolder)).as("a new holder").hasSize(1);
    }
  }
}
