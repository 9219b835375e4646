package io.krait.host.internal.outside;

import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.host.internal.events.EventHub;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is connected to which other node, as these tell now and then. Safe for use from any thread.
 */
public final class Presence implements ClusterListener {

  static final String TOPIC = "host/presence";
  private static final String CAME = "came";
  private static final String WENT = "went";
  private static final String ALL = "all";

  private final Outside outside;
  private final EventHub hub;
  private final Map<String, Set<String>> elsewhere = new ConcurrentHashMap<>();
  private Set<String> told = Set.of();
  private volatile boolean anew = true;

  /** Of the clients of this hub and those of other nodes. */
  Presence(Outside outside, EventHub hub) {
    this.outside = outside;
    this.hub = hub;
  }

  /** Whether a user has a connection, to whatever node. */
  public boolean isConnected(String userId) {
    return hub.isConnected(userId)
        || elsewhere.values().stream().anyMatch(users -> users.contains(userId));
  }

  /** Tells other nodes who has come and gone here since it was told last. */
  public synchronized void tell() {
    if (!outside.hasOthers()) {
      anew = true;
      elsewhere.clear();
      return;
    }
    Set<String> now = hub.connected();
    if (anew) {
      anew = false;
      publish(ALL, now);
    } else {
      publish(CAME, difference(now, told));
      publish(WENT, difference(told, now));
    }
    told = now;
  }

  private static Set<String> difference(Set<String> of, Set<String> without) {
    Set<String> left = new HashSet<>(of);
    left.removeAll(without);
    return left;
  }

  private void publish(String name, Set<String> users) {
    if (users.isEmpty() && !name.equals(ALL)) {
      return;
    }
    Bytes data = Bytes.utf8(String.join(",", users));
    outside
        .cluster()
        .ifPresent(
            cluster -> {
              var unused =
                  cluster
                      .publish(ClusterMessage.reliable(TOPIC, name, data))
                      .whenComplete((nothing, failure) -> anew |= failure != null);
            });
  }

  @Override
  public void received(ClusterEvent event) {
    String text = event.data().toUtf8();
    Set<String> users = text.isEmpty() ? Set.of() : Set.of(text.split(","));
    elsewhere.compute(
        event.sender(),
        (node, before) -> {
          Set<String> after =
              before == null || event.name().equals(ALL) ? new HashSet<>() : new HashSet<>(before);
          if (event.name().equals(WENT)) {
            after.removeAll(users);
          } else {
            after.addAll(users);
          }
          return after;
        });
  }

  @Override
  public void missed() {
    anew = true;
  }

  @Override
  public void nodesChanged(Set<String> nodes) {
    elsewhere.keySet().retainAll(nodes);
    anew = true;
  }
}
