package io.krait.supervisor.internal;

import io.krait.protocol.Endpoint;
import io.krait.supervisor.PluginProcess;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A process of this machine with a guard as its parent. The guard hands through signals, output and
 * the way it ends; it ends last.
 */
final class GuardedPluginProcess implements PluginProcess {

  private static final System.Logger LOG = System.getLogger(GuardedPluginProcess.class.getName());

  /** Who starts processes faster than they are killed is not to keep us here for ever. */
  private static final int MAX_ROUNDS = 20;

  private final String pluginId;
  private final Process guard;
  private final ProcessFolder processes;
  private final LimitCheck limits;
  private final Optional<ControlGroup> group;
  private final CompletableFuture<Integer> exit;

  // All that were seen: where a plugin has killed its guard, nothing tells any more whose they are.
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();
  private Optional<Long> pid = Optional.empty();
  private volatile Optional<String> cause = Optional.empty();
  private boolean toldOfRefusals;

  GuardedPluginProcess(
      String pluginId,
      Process guard,
      ProcessFolder processes,
      LimitCheck limits,
      Optional<ControlGroup> group) {
    this.pluginId = pluginId;
    this.guard = guard;
    this.processes = processes;
    this.limits = limits;
    this.group = group;
    exit = guard.onExit().thenApply(this::ended);
  }

  private int ended(Process ended) {
    // Before anybody asks, and before the group is removed.
    if (cause.isEmpty()) {
      cause = group.flatMap(ControlGroup::killedBecause);
    }
    return ended.exitValue();
  }

  @Override
  public String name() {
    return "process " + pid().orElse(guard.pid());
  }

  /** That of the plugin; empty for a moment, until the guard has started it. */
  @Override
  public synchronized Optional<Long> pid() {
    if (pid.isEmpty()) {
      // The oldest one: others are handed to the guard later.
      pid = processes.children(guard.pid()).stream().findFirst();
      pid.ifPresent(this::remember);
    }
    return pid;
  }

  @Override
  public InputStream output() {
    return guard.getInputStream();
  }

  @Override
  public InputStream errors() {
    return guard.getErrorStream();
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return exit.copy();
  }

  @Override
  public Optional<String> cause() {
    return cause;
  }

  /** Kills it where it takes too much; false where there is nothing more to watch. */
  boolean watch() {
    if (exit.isDone()) {
      return false;
    }
    look();
    tellOfRefusals();
    List<Long> all =
        processes.tree(guard.pid()).stream().filter(number -> number != guard.pid()).toList();
    Optional<String> excess = limits.exceededBy(all);
    if (excess.isPresent()) {
      cause = excess;
      kill();
    }
    return excess.isEmpty();
  }

  private void tellOfRefusals() {
    long refused = group.map(ControlGroup::refusedTasks).orElse(0L);
    if (refused > 0 && !toldOfRefusals) {
      toldOfRefusals = true;
      LOG.log(
          Level.WARNING,
          "plugin {0}: it has all the processes and threads that it may have, and was refused one"
              + " more; allow it more by limit.tasks of io.krait.supervisor and its manifest, or see why",
          pluginId);
    }
  }

  @Override
  public Endpoint translate(Endpoint announced) {
    return announced;
  }

  @Override
  public synchronized void askToEnd() {
    look();
    // By its handle: the process itself would close its streams too, and what the plugin says when
    // it ends would be lost.
    guard.toHandle().destroy();
  }

  @Override
  public synchronized void kill() {
    look();
    group.ifPresent(ControlGroup::kill);
    // What a plugin has left in its session when it had killed its guard.
    pid.ifPresent(session -> processes.inSession(session).forEach(this::remember));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<ProcessHandle> alive = seen.stream().filter(this::isAlive).toList();
      if (alive.isEmpty()) {
        break;
      }
      alive.forEach(handle -> processes.tree(handle.pid()).forEach(this::remember));
      seen.forEach(ProcessHandle::destroyForcibly);
      look();
    }
    // Last: as long as it lives, all that lose their parents become its children.
    guard.toHandle().destroyForcibly();
  }

  /** All processes of the plugin that there are. */
  private synchronized void look() {
    if (guard.isAlive() && pid().isPresent()) {
      processes.tree(guard.pid()).forEach(this::remember);
    }
  }

  private void remember(long number) {
    if (number != guard.pid()) {
      ProcessHandle.of(number).ifPresent(seen::add);
    }
  }

  private boolean isAlive(ProcessHandle handle) {
    return handle.isAlive()
        && processes.facts(handle.pid()).filter(facts -> !facts.hasEnded()).isPresent();
  }
}
