package io.krait.host.internal.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a client is told at a node while that one asks another for what is before, and which events
 * it has heard there. For use under the client's lock.
 */
final class ComingClient {

  private record Early(String eventId, String beginning) {}

  /** As many as two nodes may be apart in what they have told. */
  private static final int MOST_KNOWN = 2 * (Client.MOST_KEPT + Client.MOST_UNSENT);

  private final Map<String, Boolean> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_KNOWN;
        }
      };
  private List<Early> early = new ArrayList<>();
  private boolean waiting = true;

  /** Whether what was before is still asked for. */
  boolean isWaiting() {
    return waiting;
  }

  /** Keeps an event until that is known; false where there are too many. */
  boolean keep(String eventId, String beginning) {
    early.add(new Early(eventId, beginning));
    return early.size() <= Client.MOST_UNSENT;
  }

  /** Whether an event has not been heard yet; it has, from now on. */
  boolean isNew(String eventId) {
    return eventId.isEmpty() || known.put(eventId, true) == null;
  }

  /** It is known what was before: tells what has come meanwhile, but for what was in that. */
  void hasCome(List<String> told, Consumer<String> teller) {
    waiting = false;
    told.forEach(this::isNew);
    for (Early each : early) {
      if (isNew(each.eventId())) {
        teller.accept(each.beginning());
      }
    }
    early = List.of();
  }
}
