package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundles of the distribution do without Felix as their framework. */
class DistributionOnEquinoxIT {

  private static final String HELLO = "com.example.hello";

  @TempDir private Path folder;

  @Test
  void allBundlesRunOnEquinoxAndServeAPlugin() throws Exception {
    Path data = folder.resolve("data");
    Path hello = Workspace.example("hello_python", folder);
    try (Server server = Server.atTerminalOnEquinox(folder.resolve("home"), data, hello)) {
      RestClient ann = server.client().signUp("ann");

      assertThat(ann.runs(HELLO)).isTrue();
      assertThat(ann.command(ann.newTeam("home"), "/hello")).startsWith("Hello, ann!");

      String password = Files.readString(data.resolve("webconsole-password")).strip();
      JsonNode bundles =
          new ObjectMapper().readTree(page(server, "/system/console/bundles.json", password));
      List<String> idle =
          StreamSupport.stream(bundles.path("data").spliterator(), false)
              .filter(bundle -> !bundle.path("state").asText().equals("Active"))
              .map(bundle -> bundle.path("symbolicName").asText())
              .toList();
      assertThat(bundles.findValuesAsText("symbolicName")).contains("org.eclipse.osgi");
      assertThat(idle).isEmpty();
      assertThat(server.shell().run("plugin:list")).containsPattern(HELLO + " +1\\.0\\.0 +running");
      assertThat(page(server, "/system/console/krait/api/plugins", password)).contains(HELLO);
      // The figures are taken every few seconds.
      Workspace.await(
          "metrics tell of the plugin", () -> page(server, "/metrics", password).contains(HELLO));
    }
  }

  private static String page(Server server, String path, String password) {
    String credentials =
        Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", "Basic " + credentials)
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(path, failure);
    }
  }
}
