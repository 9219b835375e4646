package io.krait.host.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.web.WebSocketConnection;
import io.krait.host.internal.chat.Surroundings;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Who is connected, and what they are told. Events reach every client in the order in which they
 * are published; who publishes them does not wait, and no client waits for another. Safe for use
 * from any thread.
 */
public final class EventHub implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(EventHub.class.getName());

  /** How long a client that has lost its connection can go on where it was. */
  static final Duration KEPT = Duration.ofMinutes(5);

  /** How long another node may be behind this one in what it has heard. */
  private static final Duration LATE = Duration.ofSeconds(10);

  private static final Duration PING = Duration.ofSeconds(50);
  private static final int MOST_EVENTS = 20_000;

  /** How much of what plugins tell may wait for its turn. */
  static final long MOST_OFFERED = 32 << 20;

  private static final int MOST_CLIENTS = 20_000;
  private static final int MOST_OF_USER = 200;
  private static final int MOST_AWAITED = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int GOING_AWAY = 1001;
  private static final int POLICY = 1008;

  private final Surroundings surroundings;
  private final ObjectMapper mapper;
  private final EventRows rows;
  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Set<Client>> byUser = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor thread;
  private final Map<WebSocketConnection, Long> awaited = new ConcurrentHashMap<>();
  private final AtomicLong offered = new AtomicLong();
  private volatile long lastPing;
  private volatile Relay relay = Relay.NOWHERE;

  /** Nobody is connected so far. */
  public EventHub(Surroundings surroundings, ObjectMapper mapper) {
    this.surroundings = surroundings;
    this.mapper = mapper;
    this.rows = new EventRows(surroundings.database());
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_EVENTS),
            task -> {
              Thread made = new Thread(task, "krait-host-events");
              made.setDaemon(true);
              return made;
            });
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Gives a connection some time to say whose it is.
   *
   * @return false where too many have not done so
   */
  public boolean await(WebSocketConnection wire) {
    if (awaited.size() >= MOST_AWAITED) {
      return false;
    }
    awaited.put(wire, surroundings.now());
    return true;
  }

  /** A connection has said whose it is, or is no more. */
  public void noLongerAwait(WebSocketConnection wire) {
    awaited.remove(wire);
  }

  /**
   * Takes in a new client, which is told hello first.
   *
   * @throws AppError with status 503 where there are too many
   */
  public Client connect(
      String connectionId,
      String userId,
      String sessionId,
      WebSocketConnection wire,
      Map<String, Object> hello) {
    Client client = new Client(connectionId, userId, sessionId, wire);
    checkRoom(userId);
    client.tell("", beginning("hello", hello, Broadcast.toUser(userId)));
    enter(client);
    return client;
  }

  private void checkRoom(String userId) {
    if (clients.size() >= MOST_CLIENTS
        || byUser.getOrDefault(userId, Set.of()).size() >= MOST_OF_USER) {
      throw AppError.of(
          "api.web_socket.connect.too_many.app_error",
          "there are as many connections as this server takes",
          503);
    }
  }

  private void enter(Client client) {
    byUser.compute(
        client.userId(),
        (id, there) -> {
          Set<Client> set = there == null ? ConcurrentHashMap.newKeySet() : there;
          set.add(client);
          return set;
        });
    Client before = clients.put(client.id(), client);
    if (before != null) {
      forget(before);
    }
  }

  /**
   * Has a client of another node go on here where it was there. It hears all that happens from now
   * on, and is sent it after what it has missed.
   *
   * @return empty where no node has it any more, or none answers soon; the client is a new one then
   * @throws AppError with status 503 where there are too many
   */
  public CompletionStage<Optional<Client>> fetch(Handover.Wanted wanted, WebSocketConnection wire) {
    Client there = clients.get(wanted.connectionId());
    if (!relay.isNeeded() || there != null && !there.isElsewhere()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    checkRoom(wanted.userId());
    Client client = Client.coming(wanted, wire);
    enter(client);
    return relay
        .fetch(wanted)
        .handle(
            (handover, failure) -> {
              if (failure == null && handover.filter(client::hasCome).isPresent()) {
                return Optional.of(client);
              }
              forget(client);
              return Optional.empty();
            });
  }

  /** Gives a client of this node away, to which {@code late} brings what it is told later on. */
  public Optional<Handover> handOver(Handover.Wanted wanted, Consumer<Handover.Late> late) {
    return Optional.ofNullable(clients.get(wanted.connectionId()))
        .filter(client -> client.userId().equals(wanted.userId()))
        .filter(client -> client.sessionId().equals(wanted.sessionId()))
        .flatMap(client -> client.handOver(wanted.seq(), late, surroundings.now()));
  }

  /** Tells a client what the node that it has come from was told after that. */
  public void tellLate(Handover.Late late) {
    Optional.ofNullable(clients.get(late.connectionId()))
        .ifPresent(client -> tell(client, late.eventId(), late.beginning()));
  }

  /**
   * Has a client go on by a new connection where it was, and sends again what it has missed.
   *
   * @param seq the number of the first event that it has not seen
   * @return empty where that is not possible; the client is a new one then
   */
  public Optional<Client> resume(
      String connectionId, String userId, String sessionId, long seq, WebSocketConnection wire) {
    return Optional.ofNullable(clients.get(connectionId))
        .filter(client -> client.userId().equals(userId) && client.sessionId().equals(sessionId))
        .filter(client -> client.resume(wire, seq));
  }

  /** A client's connection is no more; it may come back. */
  public void disconnected(Client client, WebSocketConnection wire) {
    if (client.gone(wire, surroundings.now()) && client.isLost()) {
      forget(client);
    }
  }

  /** Whether a user has a connection. */
  public boolean isConnected(String userId) {
    // Who has just gone to another node is there.
    return byUser.getOrDefault(userId, Set.of()).stream()
        .anyMatch(client -> client.isConnected() || client.isElsewhere());
  }

  /** Whether a user has a connection, or may have one to another node. */
  public boolean mayReach(String userId) {
    return isConnected(userId) || relay.isNeeded();
  }

  /** The users who have a connection. */
  public Set<String> connected() {
    Set<String> users = ConcurrentHashMap.newKeySet();
    clients.values().stream().filter(Client::isConnected).map(Client::userId).forEach(users::add);
    return users;
  }

  /** All clients, those among them that may come back. */
  public Collection<Client> clients() {
    return List.copyOf(clients.values());
  }

  /** Tells an event, soon. */
  public void publish(Event event) {
    publish(() -> Optional.of(event));
  }

  /**
   * As {@link #publish(Event)}, where there is room: whoever tells much and often would otherwise
   * fill the memory before clients are told.
   *
   * @param size of the event, in characters
   * @return false where there is no room now, and nobody is told
   */
  public boolean offer(Event event, long size) {
    if (offered.addAndGet(size) > MOST_OFFERED) {
      offered.addAndGet(-size);
      return false;
    }
    Supplier<Optional<Event>> leaving =
        () -> {
          offered.addAndGet(-size);
          return Optional.of(event);
        };
    if (!isToBeTold(leaving)) {
      offered.addAndGet(-size);
    }
    return true;
  }

  /** Tells an event that is still to be made, in its turn and in the hub's own thread. */
  public void publish(Supplier<Optional<Event>> event) {
    var unused = isToBeTold(event);
  }

  private boolean isToBeTold(Supplier<Optional<Event>> event) {
    Relay others = relay;
    boolean everywhere = others.isNeeded();
    if (clients.isEmpty() && !everywhere) {
      return false;
    }
    boolean taken =
        inTurn(
            () ->
                event
                    .get()
                    .ifPresent(
                        made -> {
                          String id = everywhere ? surroundings.ids().next() : "";
                          if (everywhere) {
                            others.event(id, made);
                          }
                          send(id, made);
                        }));
    if (!taken && everywhere) {
      others.lost();
    }
    return taken;
  }

  /** Tells clients of this node an event of another one. */
  public void tellHere(String id, Event event) {
    if (!clients.isEmpty()) {
      inTurn(() -> send(id, event));
    }
  }

  private boolean inTurn(Runnable telling) {
    try {
      thread.execute(
          () -> {
            try {
              telling.run();
            } catch (RuntimeException failure) {
              LOGGER.log(Level.WARNING, "clients are not told of something", failure);
            }
          });
      return true;
    } catch (RejectedExecutionException full) {
      if (!thread.isShutdown()) {
        LOGGER.log(Level.WARNING, "more happens than clients can be told; all have to begin anew");
        beginAnew();
      }
      return false;
    }
  }

  /** Has all clients of this node begin anew: whoever has missed something sees all then. */
  public void beginAnew() {
    clients().forEach(client -> end(client, TRY_AGAIN_LATER, "events were lost"));
  }

  /** From now on other nodes are told by this one. */
  public void relayBy(Relay others) {
    relay = others;
  }

  /** Answers a client. */
  public void reply(Client client, Map<String, Object> answer) {
    client.reply(json(answer));
  }

  private void send(String id, Event event) {
    Broadcast broadcast = event.broadcast();
    String common = "";
    Map<String, String> personal = new HashMap<>();
    for (Client client : readers(broadcast)) {
      if (broadcast.omitUsers().contains(client.userId())
          || client.id().equals(broadcast.omitConnectionId())) {
        continue;
      }
      Map<String, Object> own = event.personal().get(client.userId());
      if (own == null) {
        if (common.isEmpty()) {
          common = beginning(event.name(), event.data(), broadcast);
        }
        tell(client, id, common);
      } else {
        tell(
            client,
            id,
            personal.computeIfAbsent(
                client.userId(),
                user -> {
                  Map<String, Object> data = new LinkedHashMap<>(event.data());
                  data.putAll(own);
                  return beginning(event.name(), data, broadcast);
                }));
      }
    }
  }

  private void tell(Client client, String id, String beginning) {
    client.tell(id, beginning);
    if (client.isLost() && !client.isConnected()) {
      forget(client);
    }
  }

  private Collection<Client> readers(Broadcast broadcast) {
    if (!broadcast.connectionId().isEmpty()) {
      return Optional.ofNullable(clients.get(broadcast.connectionId())).stream().toList();
    }
    if (!broadcast.userId().isEmpty()) {
      return byUser.getOrDefault(broadcast.userId(), Set.of());
    }
    if (!broadcast.channelId().isEmpty()) {
      return of(rows.membersOfChannel(broadcast.channelId()));
    }
    if (!broadcast.teamId().isEmpty()) {
      return of(rows.membersOfTeam(broadcast.teamId()));
    }
    return broadcast.administrators() ? of(rows.administrators(byUser.keySet())) : clients.values();
  }

  private List<Client> of(Set<String> users) {
    return users.stream().flatMap(user -> byUser.getOrDefault(user, Set.of()).stream()).toList();
  }

  private String beginning(String name, Map<String, Object> data, Broadcast broadcast) {
    Map<String, Object> to = new LinkedHashMap<>();
    Map<String, Boolean> omitted = new LinkedHashMap<>();
    broadcast.omitUsers().forEach(user -> omitted.put(user, true));
    to.put("omit_users", omitted.isEmpty() ? null : omitted);
    to.put("user_id", broadcast.userId());
    to.put("channel_id", broadcast.channelId());
    to.put("team_id", broadcast.teamId());
    to.put("connection_id", broadcast.connectionId());
    to.put("omit_connection_id", broadcast.omitConnectionId());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    event.put("data", data);
    event.put("broadcast", to);
    String text = json(event);
    return text.substring(0, text.length() - 1) + ",\"seq\":";
  }

  /** A value as the text of JSON that clients read. */
  public String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Forgets clients that have not come back, and asks those that are there for a sign of life. */
  public void sweep() {
    long now = surroundings.now();
    boolean ping = now - lastPing >= PING.toMillis();
    if (ping) {
      lastPing = now;
    }
    awaited.forEach(
        (wire, since) -> {
          if (now - since > PATIENCE.toMillis() && awaited.remove(wire, since)) {
            wire.close(POLICY, "nobody has said whose connection it is");
          }
        });
    for (Client client : clients()) {
      Duration kept = client.isElsewhere() ? LATE : KEPT;
      if (!client.isConnected() && (client.isLost() || now - client.goneAt() > kept.toMillis())) {
        forget(client);
      } else if (ping) {
        client.ping();
      }
    }
  }

  /** Ends the connections of a user on all nodes, or those by one session where it is not empty. */
  public void end(String userId, String sessionId, int code, String reason) {
    relay.end(userId, sessionId, code, reason);
    endHere(userId, sessionId, code, reason);
  }

  /** As {@link #end}, on this node alone. */
  public void endHere(String userId, String sessionId, int code, String reason) {
    for (Client client : Set.copyOf(byUser.getOrDefault(userId, Set.of()))) {
      if (sessionId.isEmpty() || client.sessionId().equals(sessionId)) {
        end(client, code, reason);
      }
    }
  }

  private void end(Client client, int code, String reason) {
    client.close(code, reason);
    if (!client.isConnected()) {
      forget(client);
    }
  }

  private void forget(Client client) {
    clients.remove(client.id(), client);
    byUser.computeIfPresent(
        client.userId(),
        (user, all) -> {
          all.remove(client);
          return all.isEmpty() ? null : all;
        });
  }

  /** Waits until what was published so far has been told. */
  public void settle() {
    try {
      thread.submit(() -> {}).get(30, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Ends all connections. */
  @Override
  public void close() {
    thread.shutdownNow();
    clients().forEach(client -> end(client, GOING_AWAY, "the host is stopping"));
  }
}
