package io.krait.host.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.web.WebSocketConnection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A connection whose other side reads at once, or does not read at all. */
public final class FakeWire implements WebSocketConnection {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> received = new ArrayList<>();
  private final boolean reading;
  private int closeCode;
  private boolean aborted;

  private FakeWire(boolean reading) {
    this.reading = reading;
  }

  /** Reads at once. */
  public static FakeWire reading() {
    return new FakeWire(true);
  }

  /** Never reads. */
  public static FakeWire notReading() {
    return new FakeWire(false);
  }

  /** What has come so far. */
  public synchronized List<JsonNode> received() {
    return List.copyOf(received);
  }

  /** The events of this name that have come so far. */
  public List<JsonNode> events(String name) {
    return received().stream()
        .filter(message -> message.path("event").asText().equals(name))
        .toList();
  }

  /** The names of all events that have come so far. */
  public List<String> names() {
    return received().stream().map(message -> message.path("event").asText()).toList();
  }

  /** With which code the server has closed it; 0 for not at all. */
  public synchronized int closeCode() {
    return closeCode;
  }

  synchronized boolean aborted() {
    return aborted;
  }

  @Override
  public synchronized CompletionStage<Void> send(String text) {
    try {
      received.add(JSON.readTree(text));
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(text, noJson);
    }
    return reading ? CompletableFuture.completedStage(null) : new CompletableFuture<>();
  }

  @Override
  public CompletionStage<Void> send(ByteBuffer bytes) {
    throw new AssertionError("clients are told by texts");
  }

  @Override
  public void ping() {}

  @Override
  public synchronized void close(int code, String reason) {
    if (closeCode == 0) {
      closeCode = code;
    }
  }

  @Override
  public synchronized void abort() {
    aborted = true;
  }
}
