package io.krait.host.internal.outside;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.configuration.ServerConfiguration;

/**
 * Tells other nodes that the configuration has been changed, and reads it when they do. Safe for
 * use from any thread.
 */
public final class ConfigurationNews implements HostHooks, ClusterListener {

  static final String TOPIC = "host/configuration";
  private static final ClusterMessage CHANGED =
      ClusterMessage.reliable(TOPIC, "changed", Bytes.EMPTY);

  private final Outside outside;
  private final ServerConfiguration configuration;
  private volatile @Nullable Thread reading;

  /** Of this configuration, which is the same on all nodes. */
  ConfigurationNews(Outside outside, ServerConfiguration configuration) {
    this.outside = outside;
    this.configuration = configuration;
  }

  @Override
  public void configurationHasChanged(Document before, Document after) {
    // What another node has told is not told on.
    if (reading != Thread.currentThread()) {
      outside.cluster().ifPresent(cluster -> cluster.publish(CHANGED));
    }
  }

  @Override
  public void received(ClusterEvent event) {
    read();
  }

  @Override
  public void missed() {
    read();
  }

  /** Looks whether another node has changed it, where there are others. */
  public void look() {
    if (outside.hasOthers()) {
      read();
    }
  }

  private synchronized void read() {
    reading = Thread.currentThread();
    try {
      configuration.reload();
    } finally {
      reading = null;
    }
  }
}
