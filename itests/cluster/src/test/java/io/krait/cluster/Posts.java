package io.krait.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts that come through a balancer; one that is refused for now is posted again. */
final class Posts {

  private static final int TRIES = 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Balancer balancer;
  private final String token;
  private final String channel;
  private final String name;
  private final int many;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final List<String> failed = new CopyOnWriteArrayList<>();
  private final long begun = System.nanoTime();
  private volatile Set<Integer> again = Set.of(503);
  private volatile boolean ending;

  /** Posts that are called so, by this many at a time. */
  Posts(String name, int many, Balancer balancer, String token, String channel) {
    this.name = name;
    this.many = many;
    this.balancer = balancer;
    this.token = token;
    this.channel = channel;
  }

  /** What is not certain to have come to nothing is sent again as well, as it is the same post. */
  Posts thatMayBreak() {
    again = Set.of(500, 502, 503);
    return this;
  }

  void begin() {
    for (int i = 0; i < many; i++) {
      threads.execute(
          () -> {
            while (!ending) {
              post(name + " " + numbers.incrementAndGet());
            }
          });
    }
  }

  private void post(String message) {
    String last = "";
    for (int i = 0; i < TRIES; i++) {
      try {
        HttpResponse<String> response =
            http.send(
                HttpRequest.newBuilder(URI.create(balancer.address() + "/api/v4/posts"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(
                                Map.of(
                                    "channel_id", channel,
                                    "message", message,
                                    // The same post, however often it is sent.
                                    "pending_post_id", "me:" + message))))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 201) {
          acknowledged.add(JSON.readTree(response.body()).path("id").asText());
          return;
        }
        last = response.statusCode() + " " + response.body();
        if (!again.contains(response.statusCode())) {
          break;
        }
        TimeUnit.MILLISECONDS.sleep(250);
      } catch (IOException broken) {
        last = broken.toString();
        break;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    System.out.println(message + ": " + last);
    failed.add(message + ": " + last);
  }

  int count() {
    return acknowledged.size();
  }

  void end() throws InterruptedException {
    ending = true;
    threads.shutdown();
    if (!threads.awaitTermination(120, TimeUnit.SECONDS)) {
      throw new AssertionError("a post does not end");
    }
    System.out.printf(
        "%s: %d posts by %d writers, %.0f/s, %s%n",
        name, count(), many, count() * 1e9 / (System.nanoTime() - begun), balancer);
  }

  /** The posts that were taken. */
  List<String> acknowledged() {
    return acknowledged;
  }

  /** Those that were not, with the last answer. */
  List<String> failed() {
    return failed;
  }
}
