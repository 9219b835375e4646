package io.krait.nats.internal;

import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.StoredLock;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.KeyValueManagement;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.time.Duration;

/** One node of a cluster, from when it connects until it is closed. */
final class NatsNode implements AutoCloseable {

  /** So long events are there for who was away. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 4L << 30;

  private final Connection connection;
  private final Members members;
  private final NatsEvents events;
  private final ClusterLock lock;

  /**
   * Connects.
   *
   * @param replicas how many servers of NATS keep each thing
   * @throws IOException where NATS does not answer
   * @throws JetStreamApiException where it refuses, as it has no JetStream
   * @throws InterruptedException where nobody waits for it any more
   */
  NatsNode(Options.Builder options, Names names, String node, int replicas)
      throws IOException, JetStreamApiException, InterruptedException {
    connection =
        Nats.connect(
            options.maxReconnects(-1).connectionTimeout(PATIENCE).connectionName(node).build());
    try {
      connection
          .jetStreamManagement()
          .addStream(
              StreamConfiguration.builder()
                  .name(names.events())
                  .subjects(names.kept())
                  .maxAge(KEPT)
                  .maxBytes(MOST_BYTES)
                  .duplicateWindow(KEPT)
                  .storageType(StorageType.File)
                  .replicas(replicas)
                  .build());
      KeyValue nodes = bucket(names.nodes(), Members.SILENCE, replicas);
      KeyValue leases = bucket(names.leases(), Duration.ZERO, replicas);
      members = new Members(connection, names, node, nodes);
      events = new NatsEvents(connection, names, node, members);
      lock = new StoredLock(new NatsLeaseStore(leases, node), node, System::nanoTime);
    } catch (IOException | JetStreamApiException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  private KeyValue bucket(String name, Duration forgotten, int replicas)
      throws IOException, JetStreamApiException {
    KeyValueManagement management = connection.keyValueManagement();
    management.create(
        KeyValueConfiguration.builder()
            .name(name)
            .ttl(forgotten)
            .storageType(StorageType.File)
            .replicas(replicas)
            .build());
    return connection.keyValue(name);
  }

  ClusterEvents events() {
    return events;
  }

  ClusterLock lock() {
    return lock;
  }

  /** Leaves, and disconnects. */
  @Override
  public void close() {
    events.close();
    members.close();
    try {
      connection.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
