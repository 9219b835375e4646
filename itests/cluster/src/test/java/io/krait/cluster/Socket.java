package io.krait.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's connection for events, and what has come on it. */
final class Socket implements WebSocket.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private volatile WebSocket opened;

  @Override
  public void onOpen(WebSocket socket) {
    opened = socket;
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
    text.append(part);
    if (isLast) {
      try {
        JsonNode event = JSON.readTree(text.toString());
        if (event.has("event")) {
          events.add(event);
        }
      } catch (JsonProcessingException none) {
        throw new UncheckedIOException(none);
      }
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  /** Why the server has ended it, when it has. */
  CompletableFuture<Integer> closed() {
    return closed;
  }

  /** Ends it without a word, as a network does. */
  void lose() {
    opened.abort();
  }

  /** The names of the events that have come. */
  List<String> names() {
    return events.stream().map(event -> event.path("event").asText()).toList();
  }

  /** The messages of the posts that it was told of, in their order. */
  List<String> posts() {
    return events.stream()
        .filter(event -> event.path("event").asText().equals("posted"))
        .map(event -> event.path("data").path("post").asText())
        .map(Socket::message)
        .toList();
  }

  private static String message(String post) {
    try {
      return JSON.readTree(post).path("message").asText();
    } catch (JsonProcessingException none) {
      throw new UncheckedIOException(none);
    }
  }

  String connectionId() {
    return events.get(0).path("data").path("connection_id").asText();
  }

  /** The number of the event that is to come next. */
  long nextNumber() {
    return events.get(events.size() - 1).path("seq").asLong() + 1;
  }
}
