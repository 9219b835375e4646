package io.krait.protocol.internal;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Metadata;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.protocol.convert.AppErrorConverter;
import io.krait.protocol.convert.Disclosure;
import java.util.Map;

/**
 * An AppError beside a status, so that nothing of it is lost where the answer has no error field.
 */
public final class AppErrorTrailer {

  private static final Metadata.Key<byte[]> KEY =
      Metadata.Key.of("krait-app-error-bin", Metadata.BINARY_BYTE_MARSHALLER);

  /** gRPC libraries take 8 KiB of trailers unless told otherwise; base64 makes 4 KiB 5.4. */
  private static final int MAX_BYTES = 4 << 10;

  /** Four such texts of three bytes a character still fit. */
  private static final int MAX_TEXT = 256;

  private AppErrorTrailer() {}

  /** Adds {@code error}; one that is too large loses its parameters, then the ends of its texts. */
  public static void write(AppError error, Metadata trailers) {
    byte[] bytes = encode(error);
    if (bytes.length > MAX_BYTES) {
      bytes = encode(error.toBuilder().params(Map.of()).build());
    }
    if (bytes.length > MAX_BYTES) {
      bytes =
          encode(
              AppError.builder()
                  .id(cut(error.id()))
                  .message(cut(error.message()))
                  .detailedError(cut(error.detailedError()))
                  .requestId(cut(error.requestId()))
                  .where(cut(error.where()))
                  .statusCode(error.statusCode())
                  .build());
    }
    trailers.put(KEY, bytes);
  }

  /** The error that the peer has sent, or null where there is none that can be read. */
  public static @Nullable AppError read(Metadata trailers) {
    byte[] bytes = trailers.get(KEY);
    if (bytes == null) {
      return null;
    }
    try {
      return AppErrorConverter.fromWire(io.krait.protocol.v1.AppError.parseFrom(bytes));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      // The status itself still says something, so the call's error is not lost with this.
      return null;
    }
  }

  /** The bytes of the error in {@code trailers}; null where there is none. */
  public static byte @Nullable [] bytes(Metadata trailers) {
    return trailers.get(KEY);
  }

  /** Trailers with the bytes of an error. */
  public static Metadata of(byte[] bytes) {
    Metadata trailers = new Metadata();
    trailers.put(KEY, bytes);
    return trailers;
  }

  private static byte[] encode(AppError error) {
    return AppErrorConverter.toWire(error, Disclosure.FULL).toByteArray();
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
