package io.krait.runtime.internal.dispatch;

import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import java.util.List;
import java.util.Locale;

/**
 * Answers to HTTP requests that go on until their client leaves, as the standard of server-sent
 * events has it: to wait for their end is of no use, and clients connect again when it comes.
 */
final class EventStream {

  private static final String TYPE = "text/event-stream";

  private EventStream() {}

  /** Whether what begins with {@code message} is one. */
  static boolean beginsWith(Object message) {
    return message instanceof ServeHttpResponse answer
        && answer.init().map(ServeHttpResponseInit::headers).orElse(List.of()).stream()
            .filter(header -> header.key().equalsIgnoreCase("Content-Type"))
            .flatMap(header -> header.values().stream())
            .anyMatch(EventStream::isItsType);
  }

  private static boolean isItsType(String value) {
    return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE);
  }
}
