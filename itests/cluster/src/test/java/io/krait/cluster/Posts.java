package io.krait.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts that come through a balancer at a steady rate, whatever becomes of those before; one that
 * is refused for now is posted again. No more than so many are under way: where servers are slower
 * than that, fewer come.
 */
final class Posts {

  private static final int TRIES = 40;

  /** Enough for 200 a second, where one takes a tenth of that. */
  private static final int MOST_UNDER_WAY = 24;

  private static final Executor LATER =
      CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Balancer balancer;
  private final String token;
  private final List<String> channels;
  private final String name;
  private final int perSecond;
  private final Thread thread = new Thread(this::offer);
  private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private volatile Set<Integer> again = Set.of(503);
  private volatile boolean ending;
  private volatile int offered;
  private long begun;

  /** Posts that are called so, this many a second, in these channels in turn. */
  Posts(String name, int perSecond, Balancer balancer, String token, List<String> channels) {
    this.name = name;
    this.perSecond = perSecond;
    this.balancer = balancer;
    this.token = token;
    this.channels = channels;
  }

  /** What is not certain to have come to nothing is sent again as well, as it is the same post. */
  Posts thatMayBreak() {
    again = Set.of(500, 502, 503);
    return this;
  }

  void begin() {
    begun = System.nanoTime();
    thread.start();
  }

  private void offer() {
    long next = System.nanoTime();
    while (!ending) {
      room.acquireUninterruptibly();
      while (next - System.nanoTime() > 0) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
      // Where they were too slow, the rate goes on from here.
      next = Math.max(next, System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
      next += TimeUnit.SECONDS.toNanos(1) / perSecond;
      offered++;
      post(offered);
    }
  }

  private void post(int number) {
    long began = System.nanoTime();
    String message = name + " " + number;
    Map<String, String> content =
        Map.of(
            "channel_id",
            channels.get(number % channels.size()),
            "message",
            message,
            // The same post, however often it is sent.
            "pending_post_id",
            "me:" + message);
    var unused =
        send(written(content), TRIES)
            .whenComplete(
                (id, failure) -> {
                  if (failure == null) {
                    nanos.add(System.nanoTime() - began);
                    acknowledged.add(id);
                  } else {
                    System.out.println(message + ": " + failure);
                    failed.add(message + ": " + failure);
                  }
                  room.release();
                });
  }

  private CompletableFuture<String> send(String content, int tries) {
    return http.sendAsync(
            HttpRequest.newBuilder(URI.create(balancer.address() + "/api/v4/posts"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(content))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            response -> {
              if (response.statusCode() == 201) {
                return CompletableFuture.completedFuture(identifier(response.body()));
              }
              if (tries > 1 && again.contains(response.statusCode())) {
                return CompletableFuture.completedFuture(content)
                    .thenComposeAsync(same -> send(same, tries - 1), LATER);
              }
              return CompletableFuture.failedFuture(
                  new IllegalStateException(response.statusCode() + " " + response.body()));
            });
  }

  private static String written(Map<String, String> content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String identifier(String post) {
    try {
      return JSON.readTree(post).path("id").asText();
    } catch (JsonProcessingException none) {
      throw new UncheckedIOException(none);
    }
  }

  int count() {
    return acknowledged.size();
  }

  /** Offers no more, and waits for those that are under way. */
  void end() throws InterruptedException {
    ending = true;
    thread.join();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (!room.tryAcquire(MOST_UNDER_WAY, 120, TimeUnit.SECONDS)) {
      throw new AssertionError("a post does not end");
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%s: %.0f posts/s of %d/s that were to come, for %.0f s, p50 %.0f ms, p99 %.0f ms, %s%n",
        name,
        offered / seconds,
        perSecond,
        seconds,
        percentile(sorted, 50),
        percentile(sorted, 99),
        balancer);
  }

  private static double percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * percent / 100] / 1e6;
  }

  /** What is true of them in the database. */
  String condition() {
    return "message like '" + name + " %'";
  }

  /** The posts that were taken. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Those that were not, with the last answer. */
  List<String> failed() {
    return List.copyOf(failed);
  }
}
