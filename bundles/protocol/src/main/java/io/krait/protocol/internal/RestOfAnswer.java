package io.krait.protocol.internal;

import io.grpc.Metadata;
import io.krait.api.Nullable;

/** How a call asks for the rest of an answer that has begun together with other calls. */
public final class RestOfAnswer {

  private static final Metadata.Key<String> NUMBER =
      Metadata.Key.of("krait-rest", Metadata.ASCII_STRING_MARSHALLER);

  private RestOfAnswer() {}

  /** Headers of a call that asks for the rest with this number. */
  public static Metadata headers(long number) {
    Metadata headers = new Metadata();
    headers.put(NUMBER, Long.toString(number));
    return headers;
  }

  /** The number that a call asks for; null for a call of its own. */
  public static @Nullable Long in(Metadata headers) {
    String number = headers.get(NUMBER);
    try {
      return number == null ? null : Long.valueOf(number);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
