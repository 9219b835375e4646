package io.krait.host.internal.cluster;

import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.api.host.ClusterSubscriptions;
import io.krait.host.internal.cluster.PostgresEventStore.Source;
import io.krait.host.internal.storage.HostDatabase;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Events between the servers of one PostgreSQL: one thread sends, one receives and says that this
 * node is there, and one calls listeners. Where the database is away, messages wait until it is
 * back. Safe for use from any thread.
 */
public final class PostgresEvents implements ClusterEvents, AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(PostgresEvents.class.getName());

  private static final Duration STAYING = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration TRIMMING = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration REMINDER = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int MOST_HEARD = 10_000;

  private final Membership membership;
  private final ClusterSubscriptions subscriptions = new ClusterSubscriptions();
  private final Sending sending;
  private final Receiving receiving;
  private final PostgresEventStore out;
  private final PostgresEventStore in;
  private final LinkedBlockingQueue<Runnable> heard = new LinkedBlockingQueue<>();
  private final AtomicInteger room = new AtomicInteger(MOST_HEARD);
  private final Thread sender;
  private final Thread receiver;
  private final Thread teller;
  private volatile boolean closing;

  /** Takes part from soon on, as the server of this database. */
  public PostgresEvents(HostDatabase database) {
    this(database.node(), database.folderNumber(), database::connectAlone);
  }

  /**
   * Takes part from soon on.
   *
   * @param node identifier of this node, which no other has
   * @param server tells its data folder from others
   * @param source connects to the database, without a pool
   */
  PostgresEvents(String node, long server, Source source) {
    membership = new Membership(node, server);
    sending = new Sending(membership);
    receiving = new Receiving(membership, new Hearing(), PostgresEventStore.CERTAIN.toMillis());
    out = new PostgresEventStore(source, false);
    in = new PostgresEventStore(source, true);
    sender = thread("krait-host-cluster-send", this::send);
    receiver = thread("krait-host-cluster-receive", this::receive);
    teller = thread("krait-host-cluster-tell", this::tell);
  }

  private static Thread thread(String name, Runnable task) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    made.start();
    return made;
  }

  /** Whether others hear of this node, and it of them, as far as it knows. */
  boolean takesPart() {
    return membership.epoch() != 0;
  }

  /** Why this server does not take part; empty where it does. */
  Optional<String> problem() {
    return takesPart()
        ? Optional.empty()
        : Optional.of("this server does not take part in the cluster: the server's log tells why");
  }

  @Override
  public String nodeId() {
    return membership.node();
  }

  @Override
  public Set<String> nodes() {
    return membership.nodes();
  }

  @Override
  public CompletionStage<Void> publish(ClusterMessage message) {
    String target = message.target();
    if (!target.isEmpty() && !membership.nodes().contains(target)) {
      return CompletableFuture.failedStage(Addressing.noNode(target));
    }
    return target.equals(membership.node())
        ? CompletableFuture.completedStage(null)
        : sending.add(message);
  }

  @Override
  public Subscription subscribe(String topic, ClusterListener listener) {
    return subscriptions.add(topic, listener);
  }

  private void send() {
    try {
      while (!closing || !sending.isIdle()) {
        try {
          if (!sending.step(out)) {
            // There is nothing to send, or this node does not take part yet.
            if (sending.isIdle()) {
              sending.await(PAUSE.toMillis());
            } else {
              TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
          }
        } catch (StoreException away) {
          out.reset();
          TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void receive() {
    long stayedAt = System.nanoTime() - STAYING.toNanos();
    long trimmedAt = System.nanoTime();
    long saidAt = System.nanoTime() - REMINDER.toNanos();
    boolean away = false;
    while (!closing) {
      try {
        long now = System.nanoTime();
        if (away || now - stayedAt >= STAYING.toNanos() || membership.epoch() == 0) {
          stayedAt = now;
          if (!receiving.stay(in) && now - saidAt >= REMINDER.toNanos()) {
            saidAt = now;
            LOGGER.log(
                Level.ERROR,
                "this server does not take part in the cluster: another one has the name {0};"
                    + " set cluster.node of io.krait.host to another name",
                membership.node());
          }
        }
        if (now - trimmedAt >= TRIMMING.toNanos()) {
          trimmedAt = now;
          in.trim();
        }
        boolean more = receiving.step(in);
        if (away) {
          away = false;
          LOGGER.log(Level.INFO, "this server takes part in the cluster again");
        }
        if (!more) {
          hear();
        }
      } catch (StoreException failure) {
        in.reset();
        if (!away && !closing) {
          LOGGER.log(
              Level.WARNING,
              "this server cannot reach the others by the database, and tries again: {0}",
              failure.getMessage());
        }
        away = true;
        pause();
      } catch (RuntimeException failure) {
        in.reset();
        LOGGER.log(Level.ERROR, "events of other servers could not be read; tried again", failure);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear() throws StoreException {
    boolean nodes = false;
    for (String text : in.await(POLL)) {
      if (text.isEmpty()) {
        continue;
      }
      if (text.charAt(0) == PostgresEventStore.NODES) {
        nodes = true;
      } else if (text.charAt(0) == PostgresEventStore.QUICK) {
        QuickEvents.read(text.substring(1))
            .filter(entry -> !entry.sender().equals(membership.node()))
            .filter(entry -> entry.isFor(membership.node()))
            .ifPresent(new Hearing()::received);
      }
    }
    if (nodes && membership.epoch() != 0) {
      receiving.look(in);
    }
  }

  private void tell() {
    try {
      while (!closing) {
        heard.take().run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands what is heard over to the thread that calls listeners. */
  private final class Hearing implements Receiving.Receiver {
    @Override
    public boolean received(Entry entry) {
      if (room.getAndDecrement() <= 0) {
        room.incrementAndGet();
        return false;
      }
      heard.add(
          () -> {
            room.incrementAndGet();
            subscriptions.received(entry.event());
          });
      return true;
    }

    @Override
    public void missed() {
      LOGGER.log(
          Level.WARNING,
          "this server was away from the others for too long; it reads anew what it knows");
      heard.add(subscriptions::missed);
    }

    @Override
    public void nodesChanged(Set<String> nodes) {
      LOGGER.log(Level.INFO, "the servers of the cluster are now {0}", nodes);
      heard.add(() -> subscriptions.nodesChanged(nodes));
    }
  }

  /** Sends what waits, for a short while, and takes part no longer. */
  @Override
  public void close() {
    closing = true;
    try {
      sender.join(GRACE.toMillis());
      sending.close();
      receiver.interrupt();
      in.close();
      receiver.join(GRACE.toMillis());
      if (membership.epoch() != 0) {
        out.leave(membership.node(), membership.epoch());
      }
    } catch (StoreException away) {
      LOGGER.log(Level.DEBUG, "others notice a bit later that this server is gone");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      sender.interrupt();
      out.close();
      teller.interrupt();
    }
    try {
      teller.join(GRACE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
