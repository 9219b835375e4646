package io.krait.host.internal.events;

import io.krait.api.Nullable;
import io.krait.api.web.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A client's place in the hub: what it has been sent last, and what it has still to be sent. It
 * outlives the connection for a while, so that the client can go on where it was. Safe for use from
 * any thread; nobody waits in it for the network.
 */
public final class Client {

  /** What may wait for a client, connected or not. */
  static final int MOST_UNSENT = 256;

  static final int MOST_UNSENT_CHARACTERS = 8 << 20;

  /** How much of what was sent is kept for a client that has missed it. */
  static final int MOST_KEPT = 128;

  static final int MOST_KEPT_CHARACTERS = 1 << 20;

  private static final int TRY_AGAIN_LATER = 1013;
  private static final int REPLACED = 4000;

  /**
   * A reply has no number: it is of one connection alone. The beginning of an event is the same for
   * all whom it is told, and is held once, however many they are.
   */
  private record Message(long seq, String beginning) {
    boolean isEvent() {
      return seq >= 0;
    }

    String text() {
      return isEvent() ? beginning + seq + "}" : beginning;
    }

    int length() {
      return beginning.length();
    }
  }

  private final String id;
  private final String userId;
  private final String sessionId;
  private final Deque<Message> kept = new ArrayDeque<>();
  private final Deque<Message> unsent = new ArrayDeque<>();
  private int keptCharacters;
  private int unsentCharacters;
  private long nextSeq;
  private @Nullable WebSocketConnection wire;
  private boolean sending;
  private boolean lost;
  private long goneAt;

  Client(String id, String userId, String sessionId, WebSocketConnection wire) {
    this.id = id;
    this.userId = userId;
    this.sessionId = sessionId;
    this.wire = wire;
  }

  /** Identifies it, over all its connections. */
  public String id() {
    return id;
  }

  /** Whose it is. */
  public String userId() {
    return userId;
  }

  /** The session that it has shown. */
  public String sessionId() {
    return sessionId;
  }

  /** Whether it is connected. */
  public synchronized boolean isConnected() {
    return wire != null;
  }

  /** Since when it is not connected, in milliseconds. */
  synchronized long goneAt() {
    return goneAt;
  }

  /** Whether it has missed what it cannot be sent any more. */
  synchronized boolean isLost() {
    return lost;
  }

  /** Sends an event, whose text goes on with its number and ends with a brace. */
  void tell(String beginning) {
    synchronized (this) {
      add(new Message(nextSeq++, beginning));
    }
    sendNext();
  }

  /** Sends what is no event, if it is connected. */
  void reply(String text) {
    synchronized (this) {
      if (wire == null) {
        return;
      }
      add(new Message(-1, text));
    }
    sendNext();
  }

  private void add(Message message) {
    if (lost) {
      return;
    }
    unsent.add(message);
    unsentCharacters += message.length();
    if (unsent.size() > MOST_UNSENT || unsentCharacters > MOST_UNSENT_CHARACTERS) {
      lost = true;
      unsent.clear();
      unsentCharacters = 0;
      if (wire != null) {
        // It does not read, so it would not read that either; a connection that is just slow may.
        wire.close(TRY_AGAIN_LATER, "the client is too slow");
        wire.abort();
      }
    }
  }

  private void sendNext() {
    Message message;
    WebSocketConnection to;
    synchronized (this) {
      if (sending || wire == null || unsent.isEmpty()) {
        return;
      }
      sending = true;
      to = wire;
      message = unsent.remove();
      unsentCharacters -= message.length();
      if (message.isEvent()) {
        keep(message);
      }
    }
    var unused =
        to.send(message.text())
            .whenComplete(
                (sent, failure) -> {
                  synchronized (this) {
                    if (to != wire) {
                      return;
                    }
                    sending = false;
                  }
                  if (failure == null) {
                    sendNext();
                  }
                });
  }

  private void keep(Message message) {
    kept.add(message);
    keptCharacters += message.length();
    while (kept.size() > MOST_KEPT || keptCharacters > MOST_KEPT_CHARACTERS) {
      keptCharacters -= kept.remove().length();
    }
  }

  /** The connection is no more; unless it is another one by now. */
  synchronized boolean gone(WebSocketConnection connection, long now) {
    if (wire != connection) {
      return false;
    }
    wire = null;
    sending = false;
    goneAt = now;
    unsent.removeIf(message -> !message.isEvent());
    unsentCharacters = unsent.stream().mapToInt(message -> message.length()).sum();
    return true;
  }

  /**
   * Goes on by another connection, from a number on.
   *
   * @return false where that is not there any more
   */
  boolean resume(WebSocketConnection connection, long seq) {
    WebSocketConnection before;
    synchronized (this) {
      long first =
          !kept.isEmpty() ? kept.getFirst().seq() : unsent.isEmpty() ? nextSeq : firstUnsent();
      if (lost || seq < first || seq > nextSeq) {
        return false;
      }
      before = wire;
      Iterator<Message> newest = kept.descendingIterator();
      while (newest.hasNext()) {
        Message message = newest.next();
        if (message.seq() < seq) {
          break;
        }
        newest.remove();
        keptCharacters -= message.length();
        unsent.addFirst(message);
        unsentCharacters += message.length();
      }
      wire = connection;
      sending = false;
    }
    if (before != null) {
      before.close(REPLACED, "the client goes on by another connection");
    }
    sendNext();
    return true;
  }

  private long firstUnsent() {
    return unsent.stream().filter(Message::isEvent).findFirst().map(Message::seq).orElse(nextSeq);
  }

  /** Asks for a sign of life, if it is connected. */
  void ping() {
    WebSocketConnection to;
    synchronized (this) {
      to = wire;
    }
    if (to != null) {
      to.ping();
    }
  }

  /** Ends the connection, if there is one. */
  void close(int code, String reason) {
    WebSocketConnection to;
    synchronized (this) {
      lost = true;
      to = wire;
    }
    if (to != null) {
      to.close(code, reason);
    }
  }
}
