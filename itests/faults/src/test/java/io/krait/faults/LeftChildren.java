package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plugin has started processes that take no notice of its end. */
final class LeftChildren implements Trial {

  private static final String ID = "com.example.nursery";

  private static final Duration LONG = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String title() {
    return "children of a plugin after its end";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    long children = 0;
    InstalledPlugin plugin = stage.install(ID, stage.plugin(ID, "nursery.py"));
    try (plugin) {
      List<ProcessHandle> disabled = grown(plugin);
      plugin.disable();
      awaitGone("disabled", disabled);
      children += disabled.size();

      plugin.enable();
      List<ProcessHandle> killed = grown(plugin);
      plugin.processes().forEach(ProcessHandle::destroyForcibly);
      awaitGone("killed", killed);
      children += killed.size();

      plugin.enable();
      List<ProcessHandle> removed = grown(plugin);
      plugin.close();
      awaitGone("removed", removed);
      children += removed.size();
    }
    return Row.of("none", 3, 0, "none of %d processes is left", children);
  }

  /** What the plugin has started, and what that has. */
  private List<ProcessHandle> grown(InstalledPlugin plugin)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(plugin.page("grow")).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    // One that was killed may still be said to run when it is enabled again.
    long end = System.nanoTime() + LONG.toNanos();
    while (answer.statusCode() > 500 && System.nanoTime() - end < 0) {
      plugin.enable();
      answer = http.send(request, BodyHandlers.ofString());
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<ProcessHandle> all = new ArrayList<>();
    for (JsonNode pid : new ObjectMapper().readTree(answer.body())) {
      ProcessHandle child = ProcessHandle.of(pid.asLong()).orElseThrow();
      all.add(child);
      child.descendants().forEach(all::add);
    }
    return all;
  }

  private static void awaitGone(String how, List<ProcessHandle> processes)
      throws InterruptedException {
    Workspace.await(
        "what a plugin has started is gone after it was " + how,
        () -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }
}
