package io.krait.host.internal.outside;

import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterEvents.Subscription;
import io.krait.api.host.ClusterListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Listeners to whatever carries events, which comes, goes and is exchanged. Safe for use from any
 * thread.
 */
final class Following {

  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private @Nullable ClusterEvents carrier;

  private static final class Follower {
    private final String topic;
    private final ClusterListener listener;
    private @Nullable Subscription subscription;

    Follower(String topic, ClusterListener listener) {
      this.topic = topic;
      this.listener = listener;
    }

    void listenTo(@Nullable ClusterEvents events) {
      Subscription before = subscription;
      subscription = events == null ? null : events.subscribe(topic, listener);
      if (before != null) {
        before.close();
      }
    }
  }

  /** Has a listener hear a topic, now and when something else carries events. */
  synchronized Subscription add(String topic, ClusterListener listener) {
    Follower added = new Follower(topic, listener);
    followers.add(added);
    added.listenTo(carrier);
    return () -> remove(added);
  }

  private synchronized void remove(Follower gone) {
    followers.remove(gone);
    gone.listenTo(null);
  }

  /** From now on events are carried by this one, or by none. */
  synchronized void carriedBy(@Nullable ClusterEvents events) {
    boolean exchanged = carrier != null && events != null;
    carrier = events;
    for (Follower each : followers) {
      each.listenTo(events);
      if (exchanged) {
        each.listener.missed();
      }
    }
  }
}
