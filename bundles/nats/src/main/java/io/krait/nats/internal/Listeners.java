package io.krait.nats.internal;

import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents.Subscription;
import io.krait.api.host.ClusterListener;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who listens to what. It is called by one thread. */
final class Listeners {

  private static final System.Logger LOGGER = System.getLogger(Listeners.class.getName());

  private final List<Listening> all = new CopyOnWriteArrayList<>();

  private final class Listening implements Subscription {
    private final String topic;
    private final ClusterListener listener;
    private boolean closed;

    Listening(String topic, ClusterListener listener) {
      this.topic = topic;
      this.listener = listener;
    }

    boolean wants(String named) {
      return topic.endsWith("/") ? named.startsWith(topic) : named.equals(topic);
    }

    synchronized void tell(Consumer<ClusterListener> telling) {
      if (closed) {
        return;
      }
      try {
        telling.accept(listener);
      } catch (RuntimeException failure) {
        LOGGER.log(Level.WARNING, "a listener to " + topic + " of other nodes has failed", failure);
      }
    }

    @Override
    public void close() {
      all.remove(this);
      synchronized (this) {
        closed = true;
      }
    }
  }

  Subscription add(String topic, ClusterListener listener) {
    Listening added = new Listening(topic, listener);
    all.add(added);
    return added;
  }

  void received(ClusterEvent event) {
    for (Listening each : all) {
      if (each.wants(event.topic())) {
        each.tell(listener -> listener.received(event));
      }
    }
  }

  void missed() {
    all.forEach(each -> each.tell(ClusterListener::missed));
  }

  void nodesChanged(Set<String> nodes) {
    all.forEach(each -> each.tell(listener -> listener.nodesChanged(nodes)));
  }
}
