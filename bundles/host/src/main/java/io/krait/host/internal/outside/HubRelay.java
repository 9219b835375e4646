package io.krait.host.internal.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.events.EventHub;
import io.krait.host.internal.events.Handover;
import io.krait.host.internal.events.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings what clients are told to the hubs of other nodes, and what others bring to this one. Where
 * something is lost on the way, the clients there begin anew. Safe for use from any thread.
 */
public final class HubRelay implements Relay, ClusterListener {

  private static final System.Logger LOGGER = System.getLogger(HubRelay.class.getName());

  static final String TOPIC = "host/clients";
  private static final String EVENT = "event";
  private static final String END = "end";
  private static final String LOST = "lost";
  private static final String WANT = "want";
  private static final String HAVE = "have";
  private static final String LATE = "late";

  /** Who waits for so long begins anew rather than to wait on. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int MOST_WANTED = 1000;

  /** Of little use a moment later. */
  private static final Set<String> FLEETING = Set.of("typing");

  /** Each node tells its own clients by itself. */
  private static final Set<String> OF_EACH_NODE = Set.of("config_changed");

  private final Outside outside;
  private final EventHub hub;
  private final ObjectMapper mapper;
  private final AtomicBoolean lost = new AtomicBoolean();
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();

  /** An event on its way. */
  record Told(String id, Event event) {}

  /** A client is asked for. */
  record Want(String request, Handover.Wanted wanted) {}

  /** The answer; null where a node does not have it. */
  record Have(String request, @Nullable Handover handover) {}

  /** A question, and of how many nodes an answer is still to come. */
  private record Asked(CompletableFuture<Optional<Handover>> answer, AtomicInteger nodes) {}

  /** Whose connections are ended, and why. */
  record Ended(String userId, String sessionId, int code, String reason) {}

  /** Between this hub and those of other nodes, as long as there are some. */
  HubRelay(Outside outside, EventHub hub, ObjectMapper mapper) {
    this.outside = outside;
    this.hub = hub;
    this.mapper = mapper;
  }

  @Override
  public boolean isNeeded() {
    return outside.hasOthers();
  }

  @Override
  public void event(String id, Event event) {
    if (!OF_EACH_NODE.contains(event.name())) {
      send(EVENT, new Told(id, event), !FLEETING.contains(event.name()), "");
    }
  }

  // Not reliable: an answer that comes late is of no use, and many clients may come at once.
  @Override
  public CompletionStage<Optional<Handover>> fetch(Handover.Wanted wanted) {
    int others = outside.cluster().map(cluster -> cluster.nodes().size() - 1).orElse(0);
    if (others < 1 || asked.size() >= MOST_WANTED) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    String request = UUID.randomUUID().toString();
    CompletableFuture<Optional<Handover>> answer = new CompletableFuture<>();
    asked.put(request, new Asked(answer, new AtomicInteger(others)));
    send(WANT, new Want(request, wanted), false, "");
    return answer
        .completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((handover, failure) -> asked.remove(request));
  }

  private void give(Want want, String to) {
    Handover handed = hub.handOver(want.wanted(), late -> send(LATE, late, true, to)).orElse(null);
    send(HAVE, new Have(want.request(), handed), false, to);
  }

  private void take(Have have) {
    Asked question = asked.get(have.request());
    if (question == null) {
      return;
    }
    if (have.handover() != null) {
      question.answer().complete(Optional.of(have.handover()));
    } else if (question.nodes().decrementAndGet() == 0) {
      question.answer().complete(Optional.empty());
    }
  }

  @Override
  public void end(String userId, String sessionId, int code, String reason) {
    send(END, new Ended(userId, sessionId, code, reason), true, "");
  }

  @Override
  public void lost() {
    lost.set(true);
    sayWhatIsLost();
  }

  private void sayWhatIsLost() {
    if (lost.getAndSet(false)) {
      publish(ClusterMessage.reliable(TOPIC, LOST, Bytes.EMPTY));
    }
  }

  private void send(String name, Object content, boolean reliable, String target) {
    if (!isNeeded()) {
      return;
    }
    sayWhatIsLost();
    try {
      Bytes data = Bytes.owning(mapper.writeValueAsBytes(content));
      publish(new ClusterMessage(TOPIC, name, data, reliable, target));
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    } catch (AppError tooLarge) {
      LOGGER.log(
          Level.WARNING,
          "clients of other nodes have to begin anew, as an event is too large: {0}",
          tooLarge.getMessage());
      lost();
    }
  }

  private void publish(ClusterMessage message) {
    outside
        .cluster()
        .ifPresent(
            cluster -> {
              var unused =
                  cluster
                      .publish(message)
                      .whenComplete(
                          (nothing, failure) -> {
                            if (failure != null && message.reliable()) {
                              // With the next one that is sent.
                              lost.set(true);
                              LOGGER.log(
                                  Level.DEBUG,
                                  "clients of other nodes miss an event: {0}",
                                  FailureCause.text(failure));
                            }
                          });
            });
  }

  @Override
  public void received(ClusterEvent event) {
    try {
      switch (event.name()) {
        case EVENT -> {
          Told told = mapper.readValue(event.data().shared(), Told.class);
          hub.tellHere(told.id(), told.event());
        }
        case WANT -> give(mapper.readValue(event.data().shared(), Want.class), event.sender());
        case HAVE -> take(mapper.readValue(event.data().shared(), Have.class));
        case LATE -> hub.tellLate(mapper.readValue(event.data().shared(), Handover.Late.class));
        case END -> {
          Ended ended = mapper.readValue(event.data().shared(), Ended.class);
          hub.endHere(ended.userId(), ended.sessionId(), ended.code(), ended.reason());
        }
        case LOST -> hub.beginAnew();
        default -> LOGGER.log(Level.DEBUG, "another node tells {0}", event.name());
      }
    } catch (IOException failure) {
      LOGGER.log(Level.WARNING, "an event of another node cannot be read", failure);
      hub.beginAnew();
    }
  }

  @Override
  public void missed() {
    hub.beginAnew();
  }
}
