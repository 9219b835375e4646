package io.krait.protocol.convert;

import io.krait.api.AppError;
import io.krait.protocol.internal.JsonValues;
import io.krait.protocol.internal.PeerBounds;

/** Converts between {@link AppError} and its message. */
public final class AppErrorConverter {

  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_NAME = 1024;
  private static final int MOST_BYTES_OF_PARAMS = 16 << 10;

  private AppErrorConverter() {}

  /**
   * The error that {@code proto} stands for. That it is there makes it one, whatever its parts.
   * Those that are longer than an error's should be are cut.
   */
  public static AppError fromWire(io.krait.protocol.v1.AppError proto) {
    return AppError.builder()
        .id(PeerBounds.text(proto.getId(), LONGEST_NAME, "AppError.id"))
        .message(PeerBounds.text(proto.getMessage(), LONGEST_TEXT, "AppError.message"))
        .detailedError(
            PeerBounds.text(proto.getDetailedError(), LONGEST_TEXT, "AppError.detailed_error"))
        .requestId(PeerBounds.text(proto.getRequestId(), LONGEST_NAME, "AppError.request_id"))
        .statusCode(proto.getStatusCode())
        .where(PeerBounds.text(proto.getWhere(), LONGEST_NAME, "AppError.where"))
        .params(PeerBounds.object(proto.getParams(), MOST_BYTES_OF_PARAMS, "AppError.params"))
        .build();
  }

  /**
   * The message that stands for {@code error}.
   *
   * @param disclosure as every converter has it; an error holds nothing to keep back
   */
  public static io.krait.protocol.v1.AppError toWire(AppError error, Disclosure disclosure) {
    io.krait.protocol.v1.AppError.Builder proto =
        io.krait.protocol.v1.AppError.newBuilder()
            .setId(error.id())
            .setMessage(error.message())
            .setDetailedError(error.detailedError())
            .setRequestId(error.requestId())
            .setStatusCode(error.statusCode())
            .setWhere(error.where());
    if (!error.params().isEmpty()) {
      proto.setParams(JsonValues.toStruct(error.params()));
    }
    return proto.build();
  }
}
