package io.krait.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Several who count and lock at all servers in turn, whatever becomes of these. */
final class Writers {

  private static final int MANY = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private static final AtomicInteger ALL = new AtomicInteger();

  private final List<Node> nodes;
  private final String name = "operation-" + ALL.incrementAndGet() + "-";
  private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
  private final AtomicInteger numbers = new AtomicInteger();
  private final Queue<String> counted = new ConcurrentLinkedQueue<>();
  private final Queue<Long> held = new ConcurrentLinkedQueue<>();
  private volatile boolean ending;

  Writers(List<Node> nodes) {
    this.nodes = nodes;
  }

  void begin() {
    for (int i = 0; i < MANY; i++) {
      int writer = i;
      threads.execute(() -> write(writer));
    }
  }

  private void write(int writer) {
    for (int i = writer; !ending; i++) {
      Node node = nodes.get(i % nodes.size());
      String operation = name + numbers.incrementAndGet();
      node.ask(Ring.ID, "add?operation=" + operation, PATIENCE)
          .ifPresent(done -> counted.add(operation));
      if (writer < 2) {
        Optional<JsonNode> answer = node.ask(Ring.ID, "hold", PATIENCE);
        answer
            .map(hold -> hold.path("fence").asLong())
            .filter(fence -> fence > 0)
            .ifPresent(held::add);
      }
    }
  }

  int counted() {
    return counted.size();
  }

  void end() throws InterruptedException {
    ending = true;
    threads.shutdown();
    if (!threads.awaitTermination(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("a writer does not end");
    }
  }

  /** What was acknowledged as counted. */
  Queue<String> operations() {
    return counted;
  }

  /** The numbers of those who had the lock and have written by it. */
  Queue<Long> fences() {
    return held;
  }
}
