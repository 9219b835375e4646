package io.krait.host.internal.events;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes what clients are told to the hubs of other nodes. */
public interface Relay {

  /** Where there is no other. */
  Relay NOWHERE =
      new Relay() {
        @Override
        public boolean isNeeded() {
          return false;
        }

        @Override
        public void event(String id, Event event) {}

        @Override
        public CompletionStage<Optional<Handover>> fetch(Handover.Wanted wanted) {
          return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public void end(String userId, String sessionId, int code, String reason) {}

        @Override
        public void lost() {}
      };

  /** Whether there are others. */
  boolean isNeeded();

  /** Takes an event there, after those before it; it is known by that identifier on all nodes. */
  void event(String id, Event event);

  /** Asks for a client that has come here; empty where nobody has it, or nobody answers soon. */
  CompletionStage<Optional<Handover>> fetch(Handover.Wanted wanted);

  /** Has connections be ended there. */
  void end(String userId, String sessionId, int code, String reason);

  /** Has clients begin anew there, as they miss something. */
  void lost();
}
