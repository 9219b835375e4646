package io.krait.supervisor.internal;

import io.krait.protocol.Endpoint;
import io.krait.supervisor.PluginProcess;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A process of this machine. */
final class LocalPluginProcess implements PluginProcess {

  /** Who starts processes faster than they are killed is not to keep us here for ever. */
  private static final int MAX_ROUNDS = 20;

  private final Process process;
  private final CompletableFuture<Integer> exit;

  // Descendants that were seen. When their parent is gone, nothing tells any more that they are.
  private final Set<ProcessHandle> descendants = new LinkedHashSet<>();

  LocalPluginProcess(Process process) {
    this.process = process;
    exit = process.onExit().thenApply(Process::exitValue);
  }

  @Override
  public String name() {
    return "process " + process.pid();
  }

  @Override
  public Optional<Long> pid() {
    return Optional.of(process.pid());
  }

  @Override
  public InputStream output() {
    return process.getInputStream();
  }

  @Override
  public InputStream errors() {
    return process.getErrorStream();
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return exit.copy();
  }

  @Override
  public Endpoint translate(Endpoint announced) {
    return announced;
  }

  @Override
  public synchronized void askToEnd() {
    lookForDescendants();
    // By its handle: the process itself would close its streams too, and what it says when it ends
    // would be lost.
    process.toHandle().destroy();
  }

  @Override
  public synchronized void kill() {
    lookForDescendants();
    process.toHandle().destroyForcibly();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<ProcessHandle> alive = descendants.stream().filter(ProcessHandle::isAlive).toList();
      if (alive.isEmpty()) {
        return;
      }
      alive.forEach(handle -> handle.descendants().forEach(descendants::add));
      descendants.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void lookForDescendants() {
    process.descendants().forEach(descendants::add);
  }
}
