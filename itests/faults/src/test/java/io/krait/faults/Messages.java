package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.e2e.RestClient;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Messages of one channel, and which of them the server has acknowledged. */
final class Messages {

  private static final int PAGE = 200;

  private final RestClient author;
  private final String channel;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicLong refused = new AtomicLong();

  Messages(RestClient author, String channel) {
    this.author = author;
    this.channel = channel;
  }

  /**
   * Posts one. Whatever the server answers but that it is stored, or that it is not for now, is
   * wrong.
   */
  void post(String text) {
    RestClient.Answer answer = author.say(channel, text);
    assertThat(answer.status()).as(String.valueOf(answer.body())).isIn(201, 503);
    if (answer.status() == 201) {
      acknowledged.add(answer.text("id"));
    } else {
      refused.incrementAndGet();
    }
  }

  /** Posts one to a server that may be killed meanwhile. */
  void postOrBreak(String text) {
    try {
      post(text);
    } catch (UncheckedIOException broken) {
      refused.incrementAndGet();
    }
  }

  /** Posts one to a server that is being started. */
  void postWhenThere(String text) throws InterruptedException {
    try {
      RestClient.Answer answer = author.say(channel, text);
      if (answer.status() == 201) {
        acknowledged.add(answer.text("id"));
        return;
      }
      // The container is up before the host is.
      assertThat(answer.status()).as(String.valueOf(answer.body())).isIn(404, 503);
    } catch (UncheckedIOException notThereYet) {
      // Asked again.
    }
    refused.incrementAndGet();
    TimeUnit.MILLISECONDS.sleep(5);
  }

  String channel() {
    return channel;
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /** How many were not taken, which their authors know. */
  long refused() {
    return refused.get();
  }

  /** How many of the newest messages of the channel have a word in them. */
  long having(RestClient reader, String word) {
    return reader.messages(channel).stream().filter(message -> message.contains(word)).count();
  }

  /** How many of those that were acknowledged are not there. */
  long lost(RestClient reader) {
    Set<String> missing = new HashSet<>(acknowledged);
    int found;
    int page = 0;
    do {
      JsonNode order =
          reader
              .get("/channels/%s/posts?per_page=%d&page=%d".formatted(channel, PAGE, page++))
              .expect(200)
              .body()
              .path("order");
      order.forEach(id -> missing.remove(id.asText()));
      found = order.size();
    } while (found > 0 && !missing.isEmpty());
    return missing.size();
  }
}
