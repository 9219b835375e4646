package io.krait.benchmarks.plugins;

import io.krait.api.Bytes;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.host.internal.cluster.PostgresEvents;
import io.krait.host.internal.storage.ClusterSettings;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.HostSettings;
import io.krait.host.internal.storage.JdbcSettings;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Measures events between one, two and three nodes on one PostgreSQL, all in this process. */
public final class ClusterBenchmark implements AutoCloseable {

  private static final int BYTES = 200;
  private static final int IN_FLIGHT = 500;
  private static final int SERIAL = 200;
  private static final String TOPIC = "benchmark";

  private final List<HostDatabase> databases = new ArrayList<>();
  private final List<PostgresEvents> nodes = new ArrayList<>();

  private ClusterBenchmark(Path folder, String url, int count) {
    for (int i = 0; i < count; i++) {
      HostDatabase database =
          new HostDatabase(
              new HostSettings(
                  folder.resolve("node-" + i),
                  new JdbcSettings(url, "", "", "", false, 2),
                  "database",
                  1 << 20,
                  false,
                  "",
                  new ClusterSettings(true, "node-" + i)));
      databases.add(database);
      nodes.add(new PostgresEvents(database));
    }
    while (nodes.stream().anyMatch(node -> node.nodes().size() < count)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /**
   * Measures, prints what is found, and writes JSON.
   *
   * @param arguments the file for the JSON, the URL of a PostgreSQL that the host may use, and how
   *     many events are sent, which may be left out
   */
  public static void main(String[] arguments) throws Exception {
    int events = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20_000;
    Report report = new Report();
    for (int count = 1; count <= 3; count++) {
      Path folder = Files.createTempDirectory("krait-cluster-benchmark");
      try (var benchmark = new ClusterBenchmark(folder, arguments[1], count)) {
        for (boolean reliable : new boolean[] {true, false}) {
          String name = "%d nodes, %s".formatted(count, reliable ? "reliable" : "best effort");
          benchmark.serial(reliable);
          long[] nanos = benchmark.serial(reliable);
          report.figure(name + ", one at a time, p50", nanos[nanos.length / 2] / 1e6, "ms");
          report.figure(name + ", one at a time, p99", nanos[nanos.length * 99 / 100] / 1e6, "ms");
          benchmark.many(reliable, events);
          report.figure(name + ", many at a time", benchmark.many(reliable, events), "events/s");
        }
      }
    }
    report.write(Path.of(arguments[0]));
  }

  private ClusterMessage message(boolean reliable) {
    byte[] content = new byte[BYTES];
    ByteBuffer.wrap(content).putLong(System.nanoTime());
    return new ClusterMessage(TOPIC, "event", Bytes.owning(content), reliable, "");
  }

  /** How long each takes until all others have it; by a node alone, until it is kept. */
  private long[] serial(boolean reliable) throws InterruptedException {
    long[] nanos = new long[SERIAL];
    Semaphore arrived = new Semaphore(0);
    try (var heard = hearing(event -> arrived.release())) {
      for (int i = 0; i < SERIAL; i++) {
        long begin = System.nanoTime();
        var kept = nodes.get(0).publish(message(reliable)).toCompletableFuture();
        if (nodes.size() == 1) {
          kept.join();
        } else {
          arrived.acquire(nodes.size() - 1);
        }
        nanos[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(nanos);
    return nanos;
  }

  /** How many arrive in a second at all others, of all nodes together; or are kept. */
  private double many(boolean reliable, int events) throws InterruptedException {
    int others = nodes.size() - 1;
    int each = events / nodes.size();
    AtomicInteger kept = new AtomicInteger();
    CountDownLatch arrived = new CountDownLatch(others * each * nodes.size());
    long begin = System.nanoTime();
    try (var heard = hearing(event -> arrived.countDown())) {
      List<Thread> senders = new ArrayList<>();
      for (PostgresEvents node : nodes) {
        Thread sender = new Thread(() -> send(node, reliable, each, kept));
        sender.start();
        senders.add(sender);
      }
      for (Thread sender : senders) {
        sender.join();
      }
      // One that is not reliable may be lost.
      if (!arrived.await(reliable ? 60 : 5, TimeUnit.SECONDS) && reliable) {
        throw new IllegalStateException(arrived.getCount() + " events have not arrived");
      }
    }
    return kept.get() / ((System.nanoTime() - begin) / 1e9);
  }

  private void send(PostgresEvents node, boolean reliable, int events, AtomicInteger kept) {
    Semaphore inFlight = new Semaphore(IN_FLIGHT);
    for (int i = 0; i < events; i++) {
      inFlight.acquireUninterruptibly();
      var unused =
          node.publish(message(reliable))
              .whenComplete(
                  (nothing, failure) -> {
                    kept.incrementAndGet();
                    inFlight.release();
                  });
    }
    inFlight.acquireUninterruptibly(IN_FLIGHT);
  }

  private Hearing hearing(ClusterListener listener) {
    List<Hearing> all = new ArrayList<>();
    nodes.forEach(node -> all.add(node.subscribe(TOPIC, listener)::close));
    return () -> all.forEach(Hearing::close);
  }

  /** Ends without a checked exception. */
  private interface Hearing extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public void close() {
    nodes.forEach(PostgresEvents::close);
    databases.forEach(HostDatabase::close);
  }
}
