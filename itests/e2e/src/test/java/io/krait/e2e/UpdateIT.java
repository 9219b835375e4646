package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that is replaced while it is used. */
class UpdateIT {

  private static final String ID = "com.example.busy";

  /** Takes its time, so that there are requests while one version goes and the other comes. */
  private static final String CODE =
      """
      import time

      from mattermost_plugin import HookName, Plugin, hook


      class Tested(Plugin):
          @hook(HookName.OnActivate)
          def begin(self):
              time.sleep(0.5)

          @hook(HookName.OnDeactivate)
          def end(self):
              time.sleep(0.5)

          @hook(HookName.ServeHTTP)
          def serve(self, context, writer, request):
              writer.write(b"%s")
      """;

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Path data;
  private Server server;

  @BeforeEach
  void start() throws Exception {
    data = folder.resolve("data");
    server = Server.start(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void allRequestsAreAnsweredWhileAPluginIsUpdated() throws Exception {
    drop("old");
    Workspace.await("the old version answers", () -> get().equals("200 old"));

    CompletableFuture<List<String>> answers =
        CompletableFuture.supplyAsync(
            () -> {
              List<String> all = new ArrayList<>();
              do {
                all.add(get());
              } while (!all.get(all.size() - 1).equals("200 new"));
              return all;
            });
    drop("new");

    assertThat(answers.get(120, TimeUnit.SECONDS))
        .startsWith("200 old")
        .containsOnly("200 old", "200 new")
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  private void drop(String answer) throws Exception {
    Files.copy(
        Workspace.plugin(ID, CODE.formatted(answer), folder.resolve(answer)),
        data.resolve("deploy/busy.tar.gz"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private String get() {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/plugins/%s/".formatted(server.port(), ID)))
            .build();
    HttpResponse<String> response = http.sendAsync(request, BodyHandlers.ofString()).join();
    return response.statusCode() + " " + response.body();
  }
}
