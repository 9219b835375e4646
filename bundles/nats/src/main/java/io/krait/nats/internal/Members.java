package io.krait.nats.internal;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Which nodes are there: each has an entry in a bucket that forgets it after a while, and writes it
 * again and again. Safe for use from any thread.
 */
final class Members implements AutoCloseable {

  /** A node of which nothing was heard for so long is gone. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  private static final System.Logger LOGGER = System.getLogger(Members.class.getName());
  private static final int STAYING_MILLIS = 2000;
  private static final int GRACE_SECONDS = 5;

  private final Connection connection;
  private final Names names;
  private final String node;
  private final KeyValue bucket;
  private final byte[] run = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "krait-nats-nodes");
            made.setDaemon(true);
            return made;
          });
  private volatile Set<String> nodes;
  private volatile Consumer<Set<String>> listener = all -> {};
  private long revision;
  private boolean said;

  /** Is there soon. */
  Members(Connection connection, Names names, String node, KeyValue bucket) {
    this.connection = connection;
    this.names = names;
    this.node = node;
    this.bucket = bucket;
    nodes = Set.of(node);
    var unused = clock.scheduleWithFixedDelay(this::stay, 0, STAYING_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Those that are there, this one included. */
  Set<String> nodes() {
    return nodes;
  }

  /** From now on this one is told when that changes. */
  void tell(Consumer<Set<String>> wanted) {
    listener = wanted;
  }

  /** Looks who is there, soon. */
  void look() {
    try {
      clock.execute(this::see);
    } catch (RejectedExecutionException closing) {
      // Nobody wants to know any more.
    }
  }

  private void stay() {
    try {
      boolean came = revision == 0;
      revision =
          came
              ? bucket.create(Names.key(node), run)
              : bucket.update(Names.key(node), run, revision);
      said = false;
      if (came) {
        connection.publish(names.news(), run);
      }
    } catch (JetStreamApiException taken) {
      revision = 0;
      if (!said) {
        said = true;
        LOGGER.log(
            Level.ERROR,
            "another server has the name {0}, or had it until now; set node of io.krait.nats to"
                + " another name if that lasts",
            node);
      }
    } catch (IOException | RuntimeException away) {
      LOGGER.log(Level.DEBUG, "NATS is away: {0}", away.getMessage());
    }
    see();
  }

  private void see() {
    try {
      Set<String> all = new TreeSet<>();
      bucket.keys().forEach(key -> all.add(Names.text(key)));
      all.add(node);
      if (!all.equals(nodes)) {
        nodes = Set.copyOf(all);
        LOGGER.log(Level.INFO, "the servers of the cluster are now {0}", nodes);
        listener.accept(nodes);
      }
    } catch (IOException | JetStreamApiException | RuntimeException away) {
      LOGGER.log(Level.DEBUG, "NATS is away: {0}", away.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Is gone. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      if (!clock.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        LOGGER.log(Level.WARNING, "NATS does not answer; a thread is left");
      }
      if (revision != 0) {
        bucket.delete(Names.key(node));
        connection.publish(names.news(), run);
        connection.flush(Duration.ofSeconds(1));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception away) {
      LOGGER.log(Level.DEBUG, "others notice a bit later that this server is gone");
    }
  }
}
