package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A plugin makes far more calls of the API at once than it may have under way. */
final class ApiBurst implements Trial {

  private static final String ID = "com.example.burst";
  private static final int CALLS = 10_000;

  @Override
  public String title() {
    return "calls at once on an API socket";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    try (InstalledPlugin plugin = stage.install(ID, stage.plugin(ID, "burst.py"));
        Pings pings = Pings.to(stage.server())) {
      String answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(plugin.page("?calls=" + CALLS)).build(),
                  BodyHandlers.ofString())
              .body();
      String ping = pings.end();
      JsonNode ends = new ObjectMapper().readTree(answer);
      long answered = ends.path("answered").asLong();
      long refused = 0;
      for (var end : ends.properties()) {
        if (!end.getKey().equals("answered")) {
          assertThat(end.getKey()).as("why a call failed").contains("too many");
          refused += end.getValue().asLong();
        }
      }
      assertThat(plugin.runs()).isTrue();
      assertThat(answered).isPositive();
      return Row.of(
          CALLS + " calls of one plugin",
          0,
          CALLS - answered - refused,
          "%d answered, %d refused; %s",
          answered,
          refused,
          ping);
    }
  }
}
