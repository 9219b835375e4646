package io.krait.host.internal.events;

import io.krait.api.Nullable;
import io.krait.api.web.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
  private record Message(long seq, String beginning, String eventId) {
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

  /** Of one that another node may have. */
  private final @Nullable ComingClient coming;

  /** Where it has gone to, if it has. */
  private @Nullable Consumer<Handover.Late> elsewhere;

  Client(String id, String userId, String sessionId, WebSocketConnection wire) {
    this(id, userId, sessionId, wire, null);
  }

  private Client(
      String id,
      String userId,
      String sessionId,
      WebSocketConnection wire,
      @Nullable ComingClient coming) {
    this.id = id;
    this.userId = userId;
    this.sessionId = sessionId;
    this.wire = wire;
    this.coming = coming;
  }

  /** One of another node, which is sent nothing until {@link #hasCome}. */
  static Client coming(Handover.Wanted wanted, WebSocketConnection wire) {
    return new Client(
        wanted.connectionId(), wanted.userId(), wanted.sessionId(), wire, new ComingClient());
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

  /**
   * Sends an event, whose text goes on with its number and ends with a brace.
   *
   * @param eventId identifies it on all nodes; empty where it is this node's alone
   */
  void tell(String eventId, String beginning) {
    Consumer<Handover.Late> to;
    synchronized (this) {
      to = elsewhere;
      if (to == null) {
        tellHere(eventId, beginning);
      }
    }
    if (to == null) {
      sendNext();
    } else {
      to.accept(new Handover.Late(id, eventId, beginning));
    }
  }

  private void tellHere(String eventId, String beginning) {
    if (coming != null && coming.isWaiting()) {
      lost |= !coming.keep(eventId, beginning);
    } else if (coming == null || coming.isNew(eventId)) {
      number(eventId, beginning);
    }
  }

  private void number(String eventId, String beginning) {
    add(new Message(nextSeq++, beginning, eventId));
  }

  /** Goes on where it was on another node, and is told what has come meanwhile. */
  boolean hasCome(Handover from) {
    synchronized (this) {
      if (coming == null || lost || wire == null) {
        return false;
      }
      nextSeq = from.nextSeq();
      from.missed().forEach(missed -> add(new Message(missed.seq(), missed.beginning(), "")));
      coming.hasCome(from.told(), beginning -> number("", beginning));
    }
    sendNext();
    return true;
  }

  /**
   * Has it go on at another node, from a number on; what it is told here from now on is told there.
   *
   * @return empty where what it has missed is not there any more
   */
  Optional<Handover> handOver(long seq, Consumer<Handover.Late> to, long now) {
    WebSocketConnection before;
    Handover handed;
    synchronized (this) {
      if (isComing() || elsewhere != null || !has(seq)) {
        return Optional.empty();
      }
      List<Handover.Missed> missed = new ArrayList<>();
      List<String> told = new ArrayList<>();
      for (Deque<Message> some : List.of(kept, unsent)) {
        for (Message message : some) {
          if (message.isEvent()) {
            told.add(message.eventId());
            if (message.seq() >= seq) {
              missed.add(new Handover.Missed(message.seq(), message.beginning()));
            }
          }
        }
      }
      handed = new Handover(missed, told, nextSeq);
      elsewhere = to;
      goneAt = now;
      before = wire;
      wire = null;
      sending = false;
      kept.clear();
      unsent.clear();
    }
    if (before != null) {
      before.close(REPLACED, "the client goes on at another server");
    }
    return Optional.of(handed);
  }

  private boolean isComing() {
    return coming != null && coming.isWaiting();
  }

  /** Whether it goes on at another node. */
  synchronized boolean isElsewhere() {
    return elsewhere != null;
  }

  /** Sends what is no event, if it is connected. */
  void reply(String text) {
    synchronized (this) {
      if (wire == null) {
        return;
      }
      add(new Message(-1, text, ""));
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
      if (sending || wire == null || unsent.isEmpty() || isComing()) {
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
      if (isComing() || elsewhere != null || !has(seq)) {
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

  /** Whether all from a number on is there. */
  private boolean has(long seq) {
    long first =
        !kept.isEmpty() ? kept.getFirst().seq() : unsent.isEmpty() ? nextSeq : firstUnsent();
    return !lost && seq >= first && seq <= nextSeq;
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
