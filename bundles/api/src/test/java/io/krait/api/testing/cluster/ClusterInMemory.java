package io.krait.api.testing.cluster;

import io.krait.api.AppError;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.ClusterMessage;
import io.krait.api.host.LeaseStore;
import io.krait.api.host.StoredLock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Several nodes in this process, which tell each other events and hold leases by a clock that tests
 * move. What is published is delivered at once, by a thread of each node.
 */
public final class ClusterInMemory implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(ClusterInMemory.class.getName());

  private record Held(long token, long until) {}

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Held> leases = new HashMap<>();
  private long now;
  private long lastToken;
  private long lastEvent;

  /** A node that joins now. */
  public synchronized Node join(String id) {
    Node node = new Node(id);
    if (nodes.putIfAbsent(id, node) != null) {
      throw new IllegalStateException("there is a node " + id + " already");
    }
    membersChanged();
    return node;
  }

  /** Lets time pass, for leases. */
  public synchronized void pass(Duration time) {
    now += time.toNanos();
  }

  private synchronized long now() {
    return now;
  }

  private void membersChanged() {
    Set<String> all = new TreeSet<>(nodes.keySet());
    nodes.values().forEach(node -> node.tell(listener -> listener.nodesChanged(all)));
  }

  @Override
  public void close() {
    List<Node> left;
    synchronized (this) {
      left = List.copyOf(nodes.values());
    }
    left.forEach(Node::close);
  }

  /** One of the nodes. */
  public final class Node implements AutoCloseable {

    private record Subscribed(String topic, ClusterListener listener) {
      boolean wants(String named) {
        return topic.endsWith("/") ? named.startsWith(topic) : named.equals(topic);
      }
    }

    /** Something that a listener is told. */
    private interface Telling {
      void to(ClusterListener listener);
    }

    private final String id;
    private final List<Subscribed> subscribed = new CopyOnWriteArrayList<>();
    private final ExecutorService thread;
    private boolean away;
    private boolean missed;

    private Node(String id) {
      this.id = id;
      thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "node-" + id));
    }

    /** The events of this node. */
    public ClusterEvents events() {
      return new Events();
    }

    /** The leases of this node. */
    public ClusterLock lock() {
      return new StoredLock(new Leases(), id, ClusterInMemory.this::now);
    }

    /** From now on nothing reaches it, until it is {@link #back()}. */
    public void away() {
      synchronized (ClusterInMemory.this) {
        away = true;
      }
    }

    /** It is there again, and is told that it has missed something, where that is so. */
    public void back() {
      synchronized (ClusterInMemory.this) {
        away = false;
        if (missed) {
          missed = false;
          tell(ClusterListener::missed);
        }
      }
    }

    private void tell(Telling telling) {
      if (!thread.isShutdown()) {
        thread.execute(() -> subscribed.forEach(each -> telling(each, telling)));
      }
    }

    private void deliver(ClusterEvent event) {
      if (away) {
        missed = true;
        return;
      }
      tell(event.topic(), listener -> listener.received(event));
    }

    private void tell(String topic, Telling telling) {
      thread.execute(
          () ->
              subscribed.stream()
                  .filter(each -> each.wants(topic))
                  .forEach(each -> telling(each, telling)));
    }

    // One that fails keeps nothing from the others.
    private static void telling(Subscribed each, Telling telling) {
      try {
        telling.to(each.listener());
      } catch (RuntimeException failure) {
        LOGGER.log(Level.WARNING, "a listener of {0} has failed: {1}", each.topic(), failure);
      }
    }

    /** It leaves. Its leases lapse. */
    @Override
    public void close() {
      synchronized (ClusterInMemory.this) {
        nodes.remove(id);
        membersChanged();
      }
      thread.shutdown();
    }

    private final class Events implements ClusterEvents {
      @Override
      public String nodeId() {
        return id;
      }

      @Override
      public Set<String> nodes() {
        synchronized (ClusterInMemory.this) {
          return Set.copyOf(nodes.keySet());
        }
      }

      @Override
      public CompletionStage<Void> publish(ClusterMessage message) {
        synchronized (ClusterInMemory.this) {
          if (!message.target().isEmpty() && !nodes.containsKey(message.target())) {
            return CompletableFuture.failedStage(
                AppError.of(
                    "app.cluster.node.app_error", "there is no node " + message.target(), 404));
          }
          ClusterEvent event =
              new ClusterEvent(
                  id + "-" + ++lastEvent, id, message.topic(), message.name(), message.data());
          for (Node node : nodes.values()) {
            if (node != Node.this
                && (message.target().isEmpty() || message.target().equals(node.id))) {
              node.deliver(event);
            }
          }
        }
        return CompletableFuture.completedStage(null);
      }

      @Override
      public Subscription subscribe(String topic, ClusterListener listener) {
        Subscribed added = new Subscribed(topic, listener);
        subscribed.add(added);
        return () -> subscribed.remove(added);
      }
    }
  }

  private final class Leases implements LeaseStore {
    @Override
    public OptionalLong acquire(String name, String node, Duration time) {
      synchronized (ClusterInMemory.this) {
        Held held = leases.get(name);
        if (held != null && held.until() > now) {
          return OptionalLong.empty();
        }
        leases.put(name, new Held(++lastToken, now + time.toNanos()));
        return OptionalLong.of(lastToken);
      }
    }

    @Override
    public boolean refresh(String name, long token, Duration time) {
      synchronized (ClusterInMemory.this) {
        boolean held = isHeld(name, token);
        if (held) {
          leases.put(name, new Held(token, now + time.toNanos()));
        }
        return held;
      }
    }

    @Override
    public void release(String name, long token) {
      synchronized (ClusterInMemory.this) {
        if (isHeld(name, token)) {
          leases.remove(name);
        }
      }
    }

    @Override
    public boolean isHeld(String name, long token) {
      synchronized (ClusterInMemory.this) {
        Held held = leases.get(name);
        return held != null && held.token() == token && held.until() > now;
      }
    }
  }
}
