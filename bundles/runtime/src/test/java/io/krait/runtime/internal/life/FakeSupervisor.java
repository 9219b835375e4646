package io.krait.runtime.internal.life;

import io.krait.api.FailureCause;
import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.supervisor.OutputRecord;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginStartException;
import io.krait.supervisor.PluginSupervisor;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.SupervisionStatus;
import io.krait.supervisor.SupervisionStatus.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A supervisor without processes: what a plugin's process would do is what a test has it do. It
 * keeps to what the real one promises its observers.
 */
final class FakeSupervisor implements PluginSupervisor, AutoCloseable {

  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final Journal journal;
  private final Map<String, FakePlugin> plugins = new ConcurrentHashMap<>();
  private final AtomicInteger pids = new AtomicInteger();

  /** What new plugins implement. */
  volatile Set<HookName> hooks =
      Set.of(
          HookName.ON_CONFIGURATION_CHANGE,
          HookName.ON_ACTIVATE,
          HookName.ON_DEACTIVATE,
          HookName.ON_INSTALL,
          HookName.MESSAGE_HAS_BEEN_POSTED,
          HookName.SERVE_HTTP);

  /** Versions of plugins whose process does not come up, by the folder's name. */
  final Set<String> broken = ConcurrentHashMap.newKeySet();

  /** Those whose process does not come up the next time. */
  final Set<String> brokenOnce = ConcurrentHashMap.newKeySet();

  /** When done, processes come up; before, they are on their way. */
  volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

  FakeSupervisor(Journal journal) {
    this.journal = journal;
  }

  @Override
  public SupervisedPlugin supervise(PluginDescription plugin, PluginObserver observer) {
    FakePlugin fake = new FakePlugin(plugin, observer);
    plugins.put(plugin.id(), fake);
    return fake;
  }

  FakePlugin plugin(String id) {
    return plugins.get(id);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** One plugin; all that happens to it happens on one thread. */
  final class FakePlugin implements SupervisedPlugin {
    final PluginDescription description;
    private final PluginObserver observer;
    private volatile SupervisionStatus status =
        new SupervisionStatus(State.STOPPED, Instant.EPOCH, "", 0, 0, Optional.empty(), List.of());
    private int restarts;
    private CompletableFuture<Void> starting = new CompletableFuture<>();
    private @Nullable PluginConnection connection;

    private FakePlugin(PluginDescription description, PluginObserver observer) {
      this.description = description;
      this.observer = observer;
    }

    @Override
    public CompletableFuture<Void> start() {
      CompletableFuture<Void> started = new CompletableFuture<>();
      executor.execute(
          () -> {
            if (status.state() == State.RUNNING) {
              started.complete(null);
              return;
            }
            starting = started;
            restarts = 0;
            begin();
          });
      return started;
    }

    private void begin() {
      CompletableFuture<Void> mine = starting;
      // Before anybody can see that it starts, and give the next one another gate.
      CompletableFuture<Void> ownGate = gate;
      become(State.STARTING, "");
      ownGate.whenCompleteAsync((nothing, failure) -> comeUp(mine), executor);
    }

    private void comeUp(CompletableFuture<Void> mine) {
      if (starting != mine || status.state() != State.STARTING) {
        return;
      }
      String version = description.folder().getFileName().toString();
      if (broken.contains(version) || brokenOnce.remove(version)) {
        fail("its process has ended with exit code 3 before it was ready");
        return;
      }
      journal.add("process of " + description.id() + " is up");
      PluginConnection opened =
          new PluginConnection(
              description.id(), "process " + pids.incrementAndGet(), null, hooks, List.of());
      connection = opened;
      observer
          .opened(opened)
          .whenCompleteAsync(
              (nothing, failure) -> {
                if (connection != opened || status.state() != State.STARTING) {
                  return;
                }
                if (failure != null) {
                  connection = null;
                  fail(FailureCause.of(failure).getMessage());
                  return;
                }
                become(State.RUNNING, "");
                mine.complete(null);
              },
              executor);
    }

    private void fail(String problem) {
      PluginStartException failure = new PluginStartException(description.id(), problem);
      become(State.FAILED, failure.getMessage());
      starting.completeExceptionally(failure);
    }

    @Override
    public CompletableFuture<Void> stop() {
      CompletableFuture<Void> stopped = new CompletableFuture<>();
      executor.execute(
          () -> {
            become(State.STOPPING, "");
            starting.completeExceptionally(
                new PluginStartException(description.id(), "it was stopped while it started"));
            PluginConnection last = connection;
            connection = null;
            (last == null ? CompletableFuture.<Void>completedFuture(null) : observer.closing(last))
                .whenCompleteAsync(
                    (nothing, failure) -> {
                      journal.add("process of " + description.id() + " is gone");
                      become(State.STOPPED, "");
                      stopped.complete(null);
                    },
                    executor);
          });
      return stopped;
    }

    /** Its process ends by itself; it is started again when {@link #comeBack} is called. */
    void crash() {
      executor.execute(
          () -> {
            PluginConnection last = connection;
            connection = null;
            observer.lost(last, "its process has ended with exit code 1");
            become(State.BACKING_OFF, "its process has ended with exit code 1");
          });
    }

    void comeBack() {
      executor.execute(
          () -> {
            starting = new CompletableFuture<>();
            restarts++;
            begin();
          });
    }

    /** Its process ends by itself before it runs. */
    void dieEarly() {
      executor.execute(
          () -> {
            connection = null;
            fail("its process has ended with exit code 1 before it was ready");
          });
    }

    /** It has crashed too often. */
    void giveUp() {
      executor.execute(
          () -> {
            connection = null;
            become(State.FAILED, "it has failed 3 times within 60 minutes");
          });
    }

    void progress(String text) {
      executor.execute(() -> become(State.STARTING, text));
    }

    void print(OutputRecord line) {
      observer.printed(line);
    }

    private void become(State state, String reason) {
      status =
          new SupervisionStatus(
              state,
              Instant.EPOCH,
              reason,
              0,
              restarts,
              state == State.RUNNING
                  ? Optional.of(
                      new ProcessFacts(
                          "process " + pids, Optional.of((long) pids.get()), Instant.EPOCH, "lane"))
                  : Optional.empty(),
              List.of("last words of " + description.id()));
      observer.changed(status);
    }

    @Override
    public SupervisionStatus status() {
      return status;
    }
  }
}
