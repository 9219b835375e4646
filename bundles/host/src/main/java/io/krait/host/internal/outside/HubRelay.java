package io.krait.host.internal.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.FailureCause;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterListener;
import io.krait.api.host.ClusterMessage;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.events.EventHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings what clients are told to the hubs of other nodes, and what others bring to this one. Where
 * something is lost on the way, the clients there begin anew. Safe for use from any thread.
 */
public final class HubRelay implements EventHub.Relay, ClusterListener {

  private static final System.Logger LOGGER = System.getLogger(HubRelay.class.getName());

  static final String TOPIC = "host/clients";
  private static final String EVENT = "event";
  private static final String END = "end";
  private static final String LOST = "lost";

  /** Of little use a moment later. */
  private static final Set<String> FLEETING = Set.of("typing");

  /** Each node tells its own clients by itself. */
  private static final Set<String> OF_EACH_NODE = Set.of("config_changed");

  private final Outside outside;
  private final EventHub hub;
  private final ObjectMapper mapper;
  private final AtomicBoolean lost = new AtomicBoolean();

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
  public void event(Event event) {
    if (!OF_EACH_NODE.contains(event.name())) {
      send(EVENT, event, !FLEETING.contains(event.name()));
    }
  }

  @Override
  public void end(String userId, String sessionId, int code, String reason) {
    send(END, new Ended(userId, sessionId, code, reason), true);
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

  private void send(String name, Object content, boolean reliable) {
    if (!isNeeded()) {
      return;
    }
    sayWhatIsLost();
    try {
      Bytes data = Bytes.owning(mapper.writeValueAsBytes(content));
      publish(new ClusterMessage(TOPIC, name, data, reliable, ""));
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
        case EVENT -> hub.tellHere(mapper.readValue(event.data().shared(), Event.class));
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
