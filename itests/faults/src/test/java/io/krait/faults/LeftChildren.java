package io.krait.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A plugin has started processes that take no notice of its end. */
final class LeftChildren implements Trial {

  private static final String ID = "com.example.nursery";

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
    String answer =
        http.send(HttpRequest.newBuilder(plugin.page("grow")).build(), BodyHandlers.ofString())
            .body();
    List<ProcessHandle> all = new ArrayList<>();
    for (JsonNode pid : new ObjectMapper().readTree(answer)) {
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
