package io.krait.faults;

import io.krait.e2e.Workspace;
import java.net.URI;
import java.util.List;

/** A plugin of the shared server, which is gone after its trial. */
final class InstalledPlugin implements AutoCloseable {

  private final Stage stage;
  private final String id;

  InstalledPlugin(Stage stage, String id) {
    this.stage = stage;
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Starts it, also after failures, which are forgotten then. */
  void enable() throws InterruptedException {
    stage.admin().post("/plugins/" + id + "/enable", "").expect(200);
    awaitRunning();
  }

  void disable() {
    stage.admin().post("/plugins/" + id + "/disable", "").expect(200);
  }

  void awaitRunning() throws InterruptedException {
    Workspace.await(id + " runs", this::runs);
  }

  boolean runs() {
    return stage.admin().runs(id);
  }

  List<ProcessHandle> processes() {
    return stage.server().plugin(id);
  }

  /** The address of what the plugin serves. */
  URI page(String path) {
    return URI.create(
        "http://127.0.0.1:%d/plugins/%s/%s".formatted(stage.server().port(), id, path));
  }

  @Override
  public void close() {
    stage.admin().delete("/plugins/" + id);
  }
}
