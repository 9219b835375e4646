package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
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
              if request.path == "/events":
                  writer.set_header("Content-Type", "text/event-stream")
                  while True:
                      writer.write("data: %1$s\\n\\n")
                      time.sleep(0.1)
              if request.path == "/slow":
                  print("somebody waits")
                  time.sleep(60)
              writer.write("%1$s")
      """;

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private Path data;
  @AutoClose private Server server;

  /** A server that gives a plugin which is to stop so much time. */
  private void start(int drainSeconds) throws Exception {
    data = folder.resolve("data");
    Server.configure(
        data, "io.krait.runtime", Map.of("drain.seconds", Integer.toString(drainSeconds)));
    server = Server.start(data);
  }

  @Test
  void allRequestsAreAnsweredWhileAPluginIsUpdated() throws Exception {
    start(5);
    drop("old");
    Workspace.await("the old version answers", () -> get("").equals("200 old"));

    CompletableFuture<List<String>> answers =
        CompletableFuture.supplyAsync(
            () -> {
              List<String> all = new ArrayList<>();
              do {
                all.add(get(""));
              } while (!all.get(all.size() - 1).equals("200 new"));
              return all;
            });
    drop("new");

    assertThat(answers.get(120, TimeUnit.SECONDS))
        .startsWith("200 old")
        .containsOnly("200 old", "200 new")
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void eventsComeFromTheNewVersionWithoutWaitingForTheOldOnesStream() throws Exception {
    start(3600);
    drop("old");
    Workspace.await("the old version answers", () -> get("").equals("200 old"));
    HttpResponse<Stream<String>> events = send("events", BodyHandlers.ofLines()).join();
    Iterator<String> lines = events.body().iterator();
    assertThat(lines.next()).isEqualTo("data: old");

    drop("new");

    assertThatThrownBy(() -> lines.forEachRemaining(line -> assertThat(line).isIn("", "data: old")))
        .isInstanceOf(UncheckedIOException.class);
    HttpResponse<Stream<String>> again = send("events", BodyHandlers.ofLines()).join();
    assertThat(again.body().findFirst()).contains("data: new");
  }

  @Test
  void aRequestThatTakesTooLongIsToldThatItsPluginWasStopped() throws Exception {
    start(1);
    drop("old");
    Workspace.await("the old version answers", () -> get("").equals("200 old"));
    CompletableFuture<HttpResponse<String>> slow = send("slow", BodyHandlers.ofString());
    Workspace.await("the request runs", () -> logged().contains("somebody waits"));

    Files.delete(archive());

    HttpResponse<String> answer = slow.get(120, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("stopped");
  }

  private void drop(String answer) throws Exception {
    Files.copy(
        Workspace.plugin(ID, CODE.formatted(answer), folder.resolve(answer)),
        archive(),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path archive() {
    return data.resolve("deploy/busy.tar.gz");
  }

  private String logged() {
    try {
      return Files.readString(server.log(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String get(String path) {
    HttpResponse<String> response = send(path, BodyHandlers.ofString()).join();
    return response.statusCode() + " " + response.body();
  }

  private <T> CompletableFuture<HttpResponse<T>> send(String path, BodyHandler<T> handler) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/plugins/%s/%s".formatted(server.port(), ID, path)))
            .build();
    return http.sendAsync(request, handler);
  }
}
