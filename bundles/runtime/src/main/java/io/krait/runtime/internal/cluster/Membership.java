package io.krait.runtime.internal.cluster;

import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.SharedPlugins;
import io.krait.api.management.NodePlugin;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * That this node is one of several: it follows what all nodes are to have, at its start before any
 * plugin runs, and later as soon as it hears of it, and at the latest when it looks. Without shared
 * plugins nothing happens.
 */
public final class Membership {

  private static final System.Logger LOG = System.getLogger(Membership.class.getName());

  private static final String CATCHING_UP = "waits until this node has what the others have";
  private static final int THREADS = 8;
  private static final int IDLE_SECONDS = 30;
  private static final long REPORT_MILLIS = 100;
  private static final long AGAIN_MILLIS = 1000;
  private static final long END_SECONDS = 5;

  private final LocalPlugins local;
  private final Registry registry;
  private final ClusterSettings settings;
  private final ScheduledExecutorService timer;
  private final ThreadPoolExecutor executor;
  private final Problems problems = new Problems();
  private final Turns turns;
  private final Archives archives;
  private final News news;
  private final Follower follower;
  private final Lanes lanes;
  private final Map<String, Long> followed = new ConcurrentHashMap<>();
  private final AtomicBoolean reporting = new AtomicBoolean();
  private volatile @Nullable ClusterLock lock;
  private @Nullable SharedPlugins store;
  private boolean begun;

  /**
   * A node by itself, so far.
   *
   * @param folder where plugins are
   * @param largest how large an archive may be, in bytes
   * @param timer runs nothing that takes time
   */
  public Membership(
      LocalPlugins local,
      Registry registry,
      Path folder,
      long largest,
      ClusterSettings settings,
      ScheduledExecutorService timer,
      ThreadFactory threads) {
    this.local = local;
    this.registry = registry;
    this.settings = settings;
    this.timer = timer;
    executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            // Bounded by the number of plugins: each has one task at most in here.
            new LinkedBlockingQueue<>(),
            threads);
    executor.allowCoreThreadTimeOut(true);
    turns = new Turns(() -> Optional.ofNullable(lock), timer, executor);
    archives = new Archives(folder, largest);
    lanes = new Lanes(executor, this::follow);
    news = new News(lanes::follow, this::lookAtAll, this::own);
    follower = new Follower(local, archives, turns, problems, settings, news::nodeId);
    registry.listen(this::changedHere);
  }

  /** The plugins of this node are known; what the others have is followed from now on. */
  public void begin() {
    SharedPlugins known;
    synchronized (this) {
      begun = true;
      known = store;
    }
    if (known != null) {
      catchUp(known);
    }
    var unused =
        timer.scheduleWithFixedDelay(
            this::lookWhereThereAreOthers,
            settings.poll().toMillis(),
            settings.poll().toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** From now on this is what nodes share; null for nothing. */
  public void shares(@Nullable SharedPlugins now) {
    boolean follows;
    synchronized (this) {
      store = now;
      follows = begun;
    }
    followed.clear();
    registry.keptIn(now);
    var held = local.holdUp(now == null ? "" : CATCHING_UP);
    if (now != null && follows) {
      catchUp(now);
    }
  }

  /** From now on nodes hear of each other by this; null for nothing. */
  public void hears(@Nullable ClusterEvents now) {
    news.carriedBy(now);
    reportSoon();
  }

  /** From now on nodes take turns by this; null for not at all. */
  public void takesTurns(@Nullable ClusterLock now) {
    lock = now;
  }

  /**
   * Ends what runs for others, and waits for a moment until it has: it writes into the folder of
   * plugins. What cannot be ended is done again at the next start.
   */
  public void close() {
    news.carriedBy(null);
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "what is brought to this node from others does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void catchUp(SharedPlugins shared) {
    executeUnlessStopped(
        () -> {
          try {
            List<CompletableFuture<Object>> all =
                registry.all().stream()
                    .map(
                        plugin ->
                            lanes.run(
                                plugin.id(),
                                () -> {
                                  follow(plugin.id());
                                  return "";
                                }))
                    .map(future -> future.<Object>thenApply(done -> done))
                    .toList();
            var unused =
                CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .whenComplete((nothing, failure) -> caughtUp(shared));
          } catch (IOException e) {
            LOG.log(Level.WARNING, "plugins wait: {0}; tried again", e.getMessage());
            later(() -> catchUp(shared), AGAIN_MILLIS);
          }
        });
  }

  private void caughtUp(SharedPlugins shared) {
    synchronized (this) {
      if (store != shared) {
        return;
      }
    }
    var unused = local.holdUp("");
    reportSoon();
  }

  private void follow(String id) {
    try {
      Optional<Long> revision = registry.find(id).map(Desired::revision);
      follower.follow(registry, id, lanes::isAsked);
      if (revision.isPresent() && !problems.isPassing(id)) {
        followed.put(id, revision.get());
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "plugin {0}: it may be otherwise than on other nodes: {1}; tried again",
          id,
          FailureCause.text(e));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    reportSoon();
  }

  private void changedHere(String id) {
    lanes.follow(id);
    executeUnlessStopped(() -> news.tellChanged(id));
  }

  private void lookAtAll() {
    followed.clear();
    executeUnlessStopped(this::look);
  }

  private void lookWhereThereAreOthers() {
    // A node by itself has no threads for it.
    if (registry.isShared() || news.isCarried()) {
      executeUnlessStopped(this::look);
    }
  }

  private void look() {
    if (registry.isShared()) {
      try {
        for (Desired desired : registry.all()) {
          if (!Long.valueOf(desired.revision()).equals(followed.get(desired.id()))) {
            lanes.follow(desired.id());
          }
        }
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "it is not known what other nodes have: {0}", e.getMessage());
      }
    }
    news.lookAround();
    news.report();
  }

  /** Something about the plugins of this node may be worth telling the others. */
  public void reportSoon() {
    if (reporting.compareAndSet(false, true)) {
      later(
          () -> {
            reporting.set(false);
            news.report();
          },
          REPORT_MILLIS);
    }
  }

  private void later(Runnable task, long millis) {
    try {
      var unused = timer.schedule(() -> executeUnlessStopped(task), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "nothing is told any more");
    }
  }

  private void executeUnlessStopped(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "nothing is done for other nodes any more");
    }
  }

  /** What this node says of its plugins. */
  List<NodePlugin> own() {
    String node = registry.isShared() ? news.nodeId() : "";
    return Present.on(local, registry, problems).stream()
        .map(plugin -> NodePlugin.of(node, plugin))
        .toList();
  }

  List<NodePlugin> ofOthers() {
    return registry.isShared() ? news.ofOthers() : List.of();
  }

  Archives archives() {
    return archives;
  }

  Registry registry() {
    return registry;
  }

  Problems problems() {
    return problems;
  }

  Installing installing() {
    return new Installing(local, registry, turns, problems, settings);
  }

  /** Does something with a plugin that may wait for others. */
  <T> CompletableFuture<T> inTurn(String id, Callable<T> task) {
    return lanes.run(id, task);
  }

  /** Tries once more to have of a plugin what all are to have. */
  void retry(String id) {
    problems.clear(id);
    lanes.follow(id);
  }
}
