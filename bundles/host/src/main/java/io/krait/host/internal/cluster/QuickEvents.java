package io.krait.host.internal.cluster;

import io.krait.api.Bytes;
import io.krait.api.host.ClusterMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

/** Messages as the text of a notification, which is at most 8000 bytes. */
final class QuickEvents {

  private static final int LONGEST = 7900;

  private QuickEvents() {}

  /** The text; empty where the message is too large for one. */
  static Optional<String> write(Entry entry) {
    ClusterMessage message = entry.message();
    if (message.data().size() > LONGEST) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(entry.sender());
      out.writeLong(entry.seq());
      out.writeUTF(message.target());
      out.writeUTF(message.topic());
      out.writeUTF(message.name());
      out.write(message.data().toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
    return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
  }

  /** The message of a text; empty where it is none, as other programs may notify too. */
  static Optional<Entry> read(String text) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      String sender = in.readUTF();
      long number = in.readLong();
      String target = in.readUTF();
      String topic = in.readUTF();
      String name = in.readUTF();
      Bytes data = Bytes.owning(in.readAllBytes());
      return Optional.of(
          new Entry(sender, number, new ClusterMessage(topic, name, data, false, target)));
    } catch (IOException | RuntimeException none) {
      return Optional.empty();
    }
  }
}
