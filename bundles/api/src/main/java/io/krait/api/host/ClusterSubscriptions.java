package io.krait.api.host;

import io.krait.api.host.ClusterEvents.Subscription;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Who listens to which events of other nodes: for who implements {@link ClusterEvents}. Listeners
 * may come and go on any thread; they are told by one. One that fails is a line of the log, and no
 * other is kept from hearing.
 */
public final class ClusterSubscriptions {

  private static final System.Logger LOGGER =
      System.getLogger(ClusterSubscriptions.class.getName());

  private final List<Subscribed> all = new CopyOnWriteArrayList<>();

  private static final class Subscribed implements Subscription {
    private final String topic;
    private final ClusterListener listener;
    private final List<Subscribed> among;
    private boolean closed;

    Subscribed(String topic, ClusterListener listener, List<Subscribed> among) {
      this.topic = topic;
      this.listener = listener;
      this.among = among;
    }

    boolean wants(String named) {
      return topic.endsWith("/") ? named.startsWith(topic) : named.equals(topic);
    }

    // Whoever closes it waits for the call that is under way, but for its own.
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
      among.remove(this);
      synchronized (this) {
        closed = true;
      }
    }
  }

  /**
   * Has {@code listener} hear of {@code topic} until what is returned is closed, which waits for a
   * call that is under way.
   *
   * @param topic one that ends with a slash is all topics that begin with it
   */
  public Subscription add(String topic, ClusterListener listener) {
    Subscribed added = new Subscribed(topic, listener, all);
    all.add(added);
    return added;
  }

  /** Tells those of an event who listen to its topic. */
  public void received(ClusterEvent event) {
    for (Subscribed each : all) {
      if (each.wants(event.topic())) {
        each.tell(listener -> listener.received(event));
      }
    }
  }

  /** Tells all that events have been missed. */
  public void missed() {
    all.forEach(each -> each.tell(ClusterListener::missed));
  }

  /** Tells all which nodes there are now. */
  public void nodesChanged(Set<String> nodes) {
    all.forEach(each -> each.tell(listener -> listener.nodesChanged(nodes)));
  }
}
