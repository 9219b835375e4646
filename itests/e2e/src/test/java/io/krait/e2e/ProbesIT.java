package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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
    server = Server.start(folder.resolve("data"));

    assertThat(ask("live").statusCode()).isEqualTo(200);
    Workspace.await("a server that is ready", () -> is("ready", 200));
    assertThat(ask("ready").body()).contains("OK");
    // Whoever may ask cannot choose what is run.
    assertThat(ask("live?tags=nobody-has-it").body()).contains("OK");
  }

  private boolean is(String probe, int status) {
    try {
      return ask(probe).statusCode() == status;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpResponse<String> ask(String probe) throws IOException, InterruptedException {
    URI page = URI.create("http://127.0.0.1:%d/healthz/%s".formatted(server.port(), probe));
    return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
  }
}
