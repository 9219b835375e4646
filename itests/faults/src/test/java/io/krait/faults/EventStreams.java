package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Many listen to events of a plugin at the same time; each gets all of them, in order. */
final class EventStreams implements Trial {

  private static final String ID = "com.example.streams";
  private static final int LISTENERS = 300;
  private static final double PAUSE = 0.2;

  @Override
  public String title() {
    return "event streams";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    long events = Math.round(stage.effort().toMillis() / 1000.0 / PAUSE);
    List<Long> delays = new ArrayList<>();
    long lost = 0;
    try (InstalledPlugin plugin = stage.install(ID, stage.plugin(ID, "streams.py"));
        Pings pings = Pings.to(stage.server())) {
      URI address = plugin.page("?events=%d&pause=%s".formatted(events, PAUSE));
      HttpClient http = HttpClient.newHttpClient();
      List<CompletableFuture<List<Long>>> listeners = new ArrayList<>();
      for (int i = 0; i < LISTENERS; i++) {
        listeners.add(
            http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines())
                .thenApplyAsync(EventStreams::delays, command -> new Thread(command).start()));
      }
      for (CompletableFuture<List<Long>> listener : listeners) {
        List<Long> seen = listener.get(5, TimeUnit.MINUTES);
        lost += events - seen.size();
        delays.addAll(seen);
      }
      String ping = pings.end();
      delays.sort(null);
      return Row.of(
          "%d streams of %d events".formatted(LISTENERS, events),
          0,
          lost,
          "an event arrives after %.1f ms (median), %.0f ms (p99); %s",
          delays.get(delays.size() / 2) / 1000.0,
          delays.get(delays.size() * 99 / 100) / 1000.0,
          ping);
    }
  }

  /** How many microseconds each event took; they must come one after the other. */
  private static List<Long> delays(HttpResponse<Stream<String>> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    List<Long> delays = new ArrayList<>();
    response
        .body()
        .filter(line -> line.startsWith("data: "))
        .forEach(
            line -> {
              String[] words = line.split(" ");
              assertThat(words[1]).isEqualTo(Integer.toString(delays.size()));
              long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
              delays.add(now - Long.parseLong(words[2]));
            });
    return delays;
  }
}
