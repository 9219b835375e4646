package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a host, in place of the embedded one, runs the same plugins. */
class YourOwnHostIT {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;
  private Server server;

  @Test
  void aDeskForTicketsRunsPluginsWithAllThatKraitAnswersItself() throws Exception {
    Path home = folder.resolve("home");
    Path script = Workspace.copyOfDistribution(home);
    Files.delete(home.resolve("bundle/50/io.krait.host.jar"));
    Files.copy(Workspace.ticketHost(), home.resolve("bundle/50/com.example.tickets.jar"));
    Path moderator = Workspace.example("moderator", folder);
    Path reminder = Workspace.example("ticket_reminder", folder);
    try (Server started = Server.startBy(script, folder.resolve("data"), moderator, reminder)) {
      server = started;

      assertThat(post(201, "Where is the darn key?").path("text").asText())
          .isEqualTo("Where is the **** key?");
      assertThat(post(400, "Buy spam").path("message").asText())
          .isEqualTo("the word \"spam\" is not allowed here");
      assertThat(post(200, "/moderator").path("text").asText())
          .isEqualTo("1 messages masked, 1 refused");
      assertThat(post(404, "/nobody").path("message").asText()).contains("/nobody");
      assertThat(post(400, "").path("message").asText()).contains("1 to 10000");
      assertThat(ask(200, HttpRequest.newBuilder(tickets())).findValuesAsText("text"))
          .containsExactly("Where is the **** key?");

      assertThat(post(200, "/remind 1 0").path("text").asText())
          .isEqualTo("ticket 1 will be asked about");
      Workspace.await("the job of the reminder is done", () -> reminders() == 1);
      assertThat(ask(200, HttpRequest.newBuilder(tickets())).path(0).path("answers").toString())
          .isEqualTo("[\"Is anybody looking after this?\"]");
    }
  }

  @Test
  void whatTheGuidesQuoteIsTheExamplesCode() throws IOException {
    String all = code("examples/ticket_host/src") + code("bundles/testing/src/test/java");
    List<String> quotes =
        Stream.of("docs/your-own-host.md", "docs/host-testing.md")
            .map(Workspace.root()::resolve)
            .map(YourOwnHostIT::read)
            .flatMap(guide -> JAVA.matcher(guide).results())
            .map((MatchResult found) -> onOneLine(found.group(1)))
            .toList();

    assertThat(quotes).isNotEmpty().allSatisfy(quote -> assertThat(all).contains(quote));
  }

  private static String code(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Workspace.root().resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(YourOwnHostIT::read)
          .map(YourOwnHostIT::onOneLine)
          .collect(Collectors.joining("\n"));
    }
  }

  private JsonNode post(int status, String question) throws IOException, InterruptedException {
    return ask(status, HttpRequest.newBuilder(tickets()).POST(BodyPublishers.ofString(question)));
  }

  private URI tickets() {
    return URI.create("http://127.0.0.1:" + server.port() + "/tickets");
  }

  private int reminders() {
    URI page =
        URI.create("http://127.0.0.1:" + server.port() + "/plugins/com.example.ticket-reminder/");
    try {
      return ask(200, HttpRequest.newBuilder(page)).path("asked").asInt();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static JsonNode ask(int status, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new ObjectMapper().readTree(answer.body());
  }

  private static String onOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
