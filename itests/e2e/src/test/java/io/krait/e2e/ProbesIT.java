package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kubernetes and load balancers ask. */
class ProbesIT {

  @TempDir private Path folder;
  @AutoClose private Server server;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void serverLivesAndIsReadyWhenItsHostAndItsPluginsAre() throws Exception {
    server = Server.starting(folder.resolve("data"));

    // Whoever asks too early is told to come again, and not that there is no such page.
    Set<Integer> told = new TreeSet<>();
    Workspace.await(
        "a server that is ready",
        () -> {
          status("/api/v4/system/ping").ifPresent(told::add);
          return status("/healthz/ready").filter(ready -> ready == 200).isPresent();
        });
    assertThat(told).isSubsetOf(200, 503);
    assertThat(ask("/healthz/ready").body()).contains("Krait is ready", "OK");
    server.awaitRunning();
    assertThat(ask("/healthz/live").statusCode()).isEqualTo(200);
    // Whoever may ask cannot choose what is run.
    assertThat(ask("/healthz/live?tags=nobody-has-it").body()).contains("OK");
  }

  /** What the server says to a request; nothing while it does not listen. */
  private Optional<Integer> status(String path) {
    try {
      return Optional.of(ask(path).statusCode());
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    URI page = URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
  }
}
