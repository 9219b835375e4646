package io.krait.nats.internal;

import io.krait.api.Bytes;
import io.krait.api.host.ClusterEvent;
import io.krait.api.host.ClusterMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * An event on its way.
 *
 * @param target the only node that it is for; empty for all
 */
record Envelope(ClusterEvent event, String target) {

  static Envelope of(String id, String sender, ClusterMessage message) {
    return new Envelope(
        new ClusterEvent(id, sender, message.topic(), message.name(), message.data()),
        message.target());
  }

  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(event.id());
      out.writeUTF(event.sender());
      out.writeUTF(target);
      out.writeUTF(event.topic());
      out.writeUTF(event.name());
      event.data().writeTo(out, 0, event.data().size());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** What was written; empty where it was written by somebody else. */
  static Optional<Envelope> read(byte[] content) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      String id = in.readUTF();
      String sender = in.readUTF();
      String target = in.readUTF();
      String topic = in.readUTF();
      String name = in.readUTF();
      Bytes data = Bytes.owning(in.readAllBytes());
      return Optional.of(new Envelope(new ClusterEvent(id, sender, topic, name, data), target));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  boolean isFor(String node) {
    return !event.sender().equals(node) && (target.isEmpty() || target.equals(node));
  }
}
