package io.krait.nats.internal;

import io.krait.api.AppError;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.api.host.ClusterSubscriptions;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.PublishOptions;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.StreamState;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Events by a stream of NATS: one thread sends, one reads what follows on what it has read, told by
 * the messages themselves that there is something, and one calls listeners. While NATS is away
 * messages wait. Safe for use from any thread.
 */
final class NatsEvents implements ClusterEvents, AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(NatsEvents.class.getName());

  private static final int MOST_WAITING = 10_000;
  private static final int MOST_HEARD = 10_000;
  private static final int NOT_FOUND = 404;
  private static final int NO_MESSAGE = 10037;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private record Waiting(String id, ClusterMessage message, CompletableFuture<Void> done) {}

  private final Connection connection;
  private final Names names;
  private final String node;
  private final Members members;
  private final JetStream stream;
  private final JetStreamManagement management;
  private final Dispatcher dispatcher;
  private final ClusterSubscriptions listeners = new ClusterSubscriptions();
  private final LinkedBlockingDeque<Waiting> waiting = new LinkedBlockingDeque<>(MOST_WAITING);
  private final LinkedBlockingQueue<Runnable> heard = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_HEARD);
  private final Semaphore news = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private final Parts parts = new Parts();
  private long read;
  private volatile boolean closing;

  /**
   * Takes part.
   *
   * @param connection closed by whoever made it, after this
   * @throws IOException where NATS does not answer
   * @throws JetStreamApiException where it refuses
   */
  NatsEvents(Connection connection, Names names, String node, Members members)
      throws IOException, JetStreamApiException {
    this.connection = connection;
    this.names = names;
    this.node = node;
    this.members = members;
    stream = connection.jetStream();
    management = connection.jetStreamManagement();
    read = management.getStreamInfo(names.events()).getStreamState().getLastSequence();
    dispatcher =
        connection.createDispatcher(
            message -> {
              if (message.getSubject().equals(names.quick())) {
                Envelope.read(message.getData()).ifPresent(this::quick);
              } else if (message.getSubject().equals(names.news())) {
                members.look();
              } else {
                news.release();
              }
            });
    dispatcher.subscribe(names.kept()).subscribe(names.quick()).subscribe(names.news());
    members.tell(nodes -> heard.add(() -> listeners.nodesChanged(nodes)));
    start("krait-nats-send", this::send);
    start("krait-nats-receive", this::receive);
    start("krait-nats-tell", this::tell);
  }

  private void start(String name, Runnable task) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    threads.add(made);
    made.start();
  }

  @Override
  public String nodeId() {
    return node;
  }

  @Override
  public Set<String> nodes() {
    return members.nodes();
  }

  @Override
  public CompletionStage<Void> publish(ClusterMessage message) {
    String target = message.target();
    if (!target.isEmpty() && !nodes().contains(target)) {
      return failed(404, "there is no node " + target);
    }
    if (target.equals(node)) {
      return CompletableFuture.completedStage(null);
    }
    Waiting added = new Waiting(UUID.randomUUID().toString(), message, new CompletableFuture<>());
    if (closing || !waiting.offer(added)) {
      return failed(503, closing ? "this node stops" : "too many events wait to be sent");
    }
    return added.done();
  }

  private static CompletionStage<Void> failed(int status, String why) {
    return CompletableFuture.failedStage(AppError.of("app.cluster.away.app_error", why, status));
  }

  @Override
  public Subscription subscribe(String topic, ClusterListener listener) {
    return listeners.add(topic, listener);
  }

  private void send() {
    try {
      while (!closing || !waiting.isEmpty()) {
        Waiting next = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null && !sent(next)) {
          // The same again, under the same identifier, before all that follows.
          waiting.putFirst(next);
          TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean sent(Waiting next) {
    byte[] content = Envelope.of(next.id(), node, next.message()).write();
    List<byte[]> parts = Parts.of(content);
    boolean reliable = next.message().reliable();
    try {
      if (reliable || parts.size() > 1) {
        for (int i = 0; i < parts.size(); i++) {
          // One that is there already is not kept again.
          stream.publish(
              NatsMessage.builder().subject(names.kept(node)).data(parts.get(i)).build(),
              PublishOptions.builder().messageId(next.id() + "/" + i).build());
        }
      } else {
        connection.publish(names.quick(), content);
      }
    } catch (IOException | JetStreamApiException | IllegalStateException away) {
      if (reliable) {
        LOGGER.log(Level.DEBUG, "an event waits for NATS: {0}", away.getMessage());
        return false;
      }
    }
    next.done().complete(null);
    return true;
  }

  private void quick(Envelope envelope) {
    if (envelope.isFor(node) && room.tryAcquire()) {
      hear(envelope);
    }
  }

  private void hear(Envelope envelope) {
    heard.add(
        () -> {
          room.release();
          listeners.received(envelope.event());
        });
  }

  private void receive() {
    boolean away = false;
    while (!closing) {
      try {
        news.drainPermits();
        while (!closing && next()) {
          away = false;
        }
        if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          away = false;
        }
      } catch (IOException | JetStreamApiException | RuntimeException failure) {
        if (!away && !closing) {
          LOGGER.log(
              Level.WARNING,
              "this server cannot reach the others by NATS, and tries again: {0}",
              failure.getMessage());
        }
        away = true;
        pause();
      } catch (InterruptedException stopped) {
        return;
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

  /** Reads the next event; false where there is none. */
  private boolean next() throws IOException, JetStreamApiException, InterruptedException {
    MessageInfo found;
    try {
      found = management.getNextMessage(names.events(), read + 1, names.kept());
    } catch (JetStreamApiException none) {
      if (none.getErrorCode() == NOT_FOUND || none.getApiErrorCode() == NO_MESSAGE) {
        return isMore();
      }
      throw none;
    }
    if (found.getSeq() > read + 1) {
      // What was between is too old to be there.
      missed();
    }
    read = found.getSeq();
    Envelope envelope =
        parts.add(found.getSubject(), found.getData()).flatMap(Envelope::read).orElse(null);
    if (envelope != null && envelope.isFor(node)) {
      room.acquire();
      hear(envelope);
    }
    return true;
  }

  /** Whether something has come meanwhile, or is too old to be there, or all was made anew. */
  private boolean isMore() throws IOException, JetStreamApiException {
    StreamState state = management.getStreamInfo(names.events()).getStreamState();
    long last = state.getLastSequence();
    if (last < read) {
      read = Math.max(0, state.getFirstSequence() - 1);
      missed();
    } else if (state.getFirstSequence() > read + 1) {
      read = state.getFirstSequence() - 1;
      missed();
    }
    return last > read;
  }

  private void missed() {
    parts.clear();
    heard.add(listeners::missed);
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

  /** Sends what waits, for a short while, and takes part no longer. */
  @Override
  public void close() {
    closing = true;
    try {
      threads.get(0).join(GRACE.toMillis());
      threads.forEach(Thread::interrupt);
      for (Thread thread : threads) {
        thread.join(GRACE.toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    waiting.forEach(
        left ->
            left.done()
                .completeExceptionally(
                    AppError.of("app.cluster.away.app_error", "this node stops", 503)));
    connection.closeDispatcher(dispatcher);
  }
}
