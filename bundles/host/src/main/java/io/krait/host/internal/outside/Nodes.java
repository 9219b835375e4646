package io.krait.host.internal.outside;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterEvents.Subscription;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.events.EventHub;
import io.krait.host.internal.sharing.Signals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the host of this node has to do with those of others: none of it does anything while it is
 * by itself. Safe for use from any thread.
 */
public final class Nodes implements AutoCloseable {

  private static final String JOBS = "host/jobs";
  private static final String SHARING = "host/sharing";

  private final Outside outside;
  private final Presence presence;
  private final ConfigurationNews configuration;
  private final Leading leading;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final AtomicReference<Runnable> jobs = new AtomicReference<>(() -> {});

  /**
   * Connects what a host has with the same of other nodes.
   *
   * @param mapper writes models as JSON
   */
  public Nodes(
      Outside outside,
      EventHub hub,
      ObjectMapper mapper,
      ServerConfiguration configured,
      Signals signals) {
    this.outside = outside;
    presence = new Presence(outside, hub);
    configuration = new ConfigurationNews(outside, configured);
    leading = new Leading(outside);
    HubRelay relay = new HubRelay(outside, hub, mapper);
    hub.relayBy(relay);
    signals.relayBy(this::signal);
    subscriptions.add(outside.follow(HubRelay.TOPIC, relay));
    subscriptions.add(outside.follow(Presence.TOPIC, presence));
    subscriptions.add(outside.follow(ConfigurationNews.TOPIC, configuration));
    subscriptions.add(outside.follow(JOBS, event -> jobs.get().run()));
    subscriptions.add(outside.follow(SHARING, new Signalled(signals)));
  }

  /** Who is connected, to whatever node. */
  public Presence presence() {
    return presence;
  }

  /** The configuration, which is the same on all nodes. */
  public ConfigurationNews configuration() {
    return configuration;
  }

  /** Whether this node does what one of all does. */
  public Leading leading() {
    return leading;
  }

  /** Whether there are others. */
  public boolean hasOthers() {
    return outside.hasOthers();
  }

  /** From now on this one is called when another node wants work to be done. */
  public void wakeJobsBy(Runnable wake) {
    jobs.set(wake);
  }

  /** Has the node that does the jobs look for them, soon. */
  public void wakeJobsElsewhere() {
    publish(ClusterMessage.bestEffort(JOBS, "wake", Bytes.EMPTY));
  }

  private void signal(String name, Collection<String> channelIds) {
    publish(ClusterMessage.reliable(SHARING, name, Bytes.utf8(String.join(",", channelIds))));
  }

  private void publish(ClusterMessage message) {
    if (outside.hasOthers()) {
      outside.cluster().ifPresent(cluster -> cluster.publish(message));
    }
  }

  /** Hears of shared channels from other nodes. */
  private record Signalled(Signals signals) implements ClusterListener {
    @Override
    public void received(ClusterEvent event) {
      String text = event.data().toUtf8();
      signals.heard(event.name(), text.isEmpty() ? Set.of() : Set.of(text.split(",")));
    }

    @Override
    public void missed() {
      signals.missed();
    }
  }

  /** Ends all that. */
  @Override
  public void close() {
    subscriptions.forEach(Subscription::close);
    leading.close();
  }
}
