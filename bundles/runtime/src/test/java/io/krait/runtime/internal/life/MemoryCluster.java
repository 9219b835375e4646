package io.krait.runtime.internal.life;

import io.krait.api.AppError;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterLease;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.ClusterMessage;
import io.krait.api.host.SharedPlugin;
import io.krait.api.host.SharedPlugins;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What nodes share, in memory: plugins, events and leases. */
final class MemoryCluster implements SharedPlugins, ClusterLock, AutoCloseable {

  final Map<String, SharedPlugin> plugins = new ConcurrentHashMap<>();
  final Map<String, byte[]> archives = new ConcurrentHashMap<>();

  /** The leases that were taken, in order. */
  final List<String> leases = new CopyOnWriteArrayList<>();

  /** Whether nothing can be reached. */
  volatile boolean away;

  private final Map<String, Node> nodes = new ConcurrentHashMap<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final ExecutorService carrier = Executors.newSingleThreadExecutor();

  /** The events of a node that is there from now on. */
  ClusterEvents node(String id) {
    return nodes.computeIfAbsent(id, Node::new);
  }

  void leave(String id) {
    nodes.remove(id);
  }

  private void check() {
    if (away) {
      throw AppError.of("app.database.unavailable.app_error", "the database is away", 503);
    }
  }

  @Override
  public List<SharedPlugin> all() {
    check();
    return List.copyOf(plugins.values());
  }

  @Override
  public Optional<SharedPlugin> find(String pluginId) {
    check();
    return Optional.ofNullable(plugins.get(pluginId));
  }

  @Override
  public synchronized boolean replace(SharedPlugin plugin) {
    check();
    SharedPlugin before = plugins.get(plugin.id());
    if (plugin.revision() != (before == null ? 0 : before.revision()) + 1) {
      return false;
    }
    plugins.put(plugin.id(), plugin);
    return true;
  }

  @Override
  public void keep(String hash, Path archive) throws IOException {
    check();
    archives.put(hash, Files.readAllBytes(archive));
  }

  @Override
  public InputStream open(String hash) throws IOException {
    check();
    byte[] archive = archives.get(hash);
    if (archive == null) {
      throw new NoSuchFileException(hash);
    }
    return new ByteArrayInputStream(archive);
  }

  @Override
  public void forget(String hash) {
    check();
    archives.remove(hash);
  }

  @Override
  public Optional<ClusterLease> tryAcquire(String name, Duration timeToLive) {
    check();
    if (!held.add(name)) {
      return Optional.empty();
    }
    leases.add(name);
    return Optional.of(new Lease(name, leases.size()));
  }

  @Override
  public boolean isCurrent(String name, long token) {
    return held.contains(name);
  }

  @Override
  public void close() {
    carrier.shutdownNow();
  }

  private final class Lease implements ClusterLease {
    private final String name;
    private final long token;

    Lease(String name, long token) {
      this.name = name;
      this.token = token;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public long token() {
      return token;
    }

    @Override
    public boolean isHeld() {
      return held.contains(name);
    }

    @Override
    public boolean refresh() {
      return isHeld();
    }

    @Override
    public void close() {
      held.remove(name);
    }
  }

  private final class Node implements ClusterEvents {
    private final String id;
    private final List<ClusterListener> listeners = new CopyOnWriteArrayList<>();

    Node(String id) {
      this.id = id;
    }

    @Override
    public String nodeId() {
      return id;
    }

    @Override
    public Set<String> nodes() {
      return Set.copyOf(nodes.keySet());
    }

    @Override
    public CompletionStage<Void> publish(ClusterMessage message) {
      if (away) {
        return CompletableFuture.failedStage(AppError.of("away", "the database is away", 503));
      }
      ClusterEvent event =
          new ClusterEvent(
              UUID.randomUUID().toString(), id, message.topic(), message.name(), message.data());
      return CompletableFuture.runAsync(
          () ->
              nodes.forEach(
                  (name, node) -> {
                    if (!name.equals(id)
                        && (message.target().isEmpty() || message.target().equals(name))) {
                      node.listeners.forEach(listener -> listener.received(event));
                    }
                  }),
          carrier);
    }

    @Override
    public Subscription subscribe(String topic, ClusterListener listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }
  }
}
