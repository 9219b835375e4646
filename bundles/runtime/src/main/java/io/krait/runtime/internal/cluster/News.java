package io.krait.runtime.internal.cluster;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.api.management.NodePlugin;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the runtimes of several nodes tell each other. Nothing depends on it that is not looked for
 * from time to time as well. Safe for use from any thread.
 */
final class News {

  private static final System.Logger LOG = System.getLogger(News.class.getName());

  private static final String TOPIC = "runtime/plugins";
  private static final String CHANGED = "changed";
  private static final String HELLO = "hello";
  private static final String REPORT = "report";

  private final Consumer<String> changed;
  private final Runnable anyChanged;
  private final Supplier<List<NodePlugin>> own;
  private final NodeReports reports = new NodeReports();
  private volatile @Nullable ClusterEvents events;
  private ClusterEvents.@Nullable Subscription subscription;
  private Bytes lastSaid = Bytes.EMPTY;
  private boolean heard = true;

  /**
   * News of this node.
   *
   * @param changed told of a plugin of which another node has changed something
   * @param anyChanged told that this may be so of any
   * @param own what there is on this node
   */
  News(Consumer<String> changed, Runnable anyChanged, Supplier<List<NodePlugin>> own) {
    this.changed = changed;
    this.anyChanged = anyChanged;
    this.own = own;
  }

  /** From now on these carry them; null for nobody. */
  void carriedBy(@Nullable ClusterEvents now) {
    ClusterEvents.Subscription before;
    synchronized (this) {
      before = subscription;
      subscription = null;
      events = now;
      lastSaid = Bytes.EMPTY;
    }
    if (before != null) {
      before.close();
    }
    if (now == null) {
      return;
    }
    ClusterEvents.Subscription opened = now.subscribe(TOPIC, new Listener());
    synchronized (this) {
      if (events == now && subscription == null) {
        subscription = opened;
        opened = null;
      }
    }
    if (opened != null) {
      opened.close();
    } else {
      tell(HELLO, Bytes.EMPTY, "");
    }
  }

  /** Whether anything carries them. */
  boolean isCarried() {
    return events != null;
  }

  /** Identifier of this node; empty where it is one by itself. */
  String nodeId() {
    return Optional.ofNullable(events).map(ClusterEvents::nodeId).orElse("");
  }

  /** What other nodes have said of their plugins. */
  List<NodePlugin> ofOthers() {
    ClusterEvents now = events;
    return now == null ? List.of() : reports.of(now.nodes());
  }

  /** Tells the others that this node has changed something of a plugin. */
  void tellChanged(String pluginId) {
    tell(CHANGED, Bytes.utf8(pluginId), "");
  }

  /** Tells the others how the plugins of this node are, where that is new to them. */
  void report() {
    Bytes now = reports.written(own.get());
    synchronized (this) {
      if (heard && now.equals(lastSaid)) {
        return;
      }
      lastSaid = now;
      heard = true;
    }
    tell(REPORT, now, "");
  }

  /** Asks those of whom nothing is known, and forgets those who are gone. */
  void lookAround() {
    ClusterEvents now = events;
    if (now == null) {
      return;
    }
    Set<String> nodes = now.nodes();
    reports.keepOnly(nodes);
    for (String node : nodes) {
      if (!node.equals(now.nodeId()) && !reports.has(node)) {
        tell(HELLO, Bytes.EMPTY, node);
      }
    }
  }

  private void tell(String name, Bytes content, String node) {
    ClusterEvents now = events;
    if (now == null) {
      return;
    }
    try {
      var unused =
          now.publish(ClusterMessage.reliable(TOPIC, name, content).to(node))
              .whenComplete(
                  (nothing, failure) -> {
                    if (failure != null) {
                      unheard(name, failure);
                    }
                  });
    } catch (AppError refused) {
      unheard(name, refused);
    }
  }

  // The next look finds it out, and says it again.
  private synchronized void unheard(String name, Throwable failure) {
    heard = false;
    LOG.log(Level.DEBUG, "other nodes cannot be told ({0}): {1}", name, FailureCause.text(failure));
  }

  private final class Listener implements ClusterListener {

    @Override
    public void received(ClusterEvent event) {
      switch (event.name()) {
        case CHANGED -> changed.accept(event.data().toUtf8());
        case HELLO -> tell(REPORT, reports.written(own.get()), event.sender());
        case REPORT -> {
          try {
            reports.take(event.sender(), event.data());
          } catch (IOException e) {
            LOG.log(
                Level.WARNING,
                "what node {0} says of its plugins cannot be read: {1}",
                event.sender(),
                FailureCause.text(e));
          }
        }
        default -> {
          // A newer node may have more to say.
        }
      }
    }

    @Override
    public void missed() {
      anyChanged.run();
      tell(HELLO, Bytes.EMPTY, "");
    }
  }
}
