package io.krait.protocol.internal.lane;

import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.TransportSettings;

/** What one message may have, in both directions. */
final class MessageLimit {

  private MessageLimit() {}

  /** What is wrong with a message of {@code size} bytes; null where nothing is. */
  static @Nullable Status status(int size, TransportSettings settings) {
    return size <= settings.maxMessageBytes()
        ? null
        : Status.RESOURCE_EXHAUSTED.withDescription(
            "the message has "
                + size
                + " bytes, more than the limit of "
                + settings.maxMessageBytes());
  }
}
