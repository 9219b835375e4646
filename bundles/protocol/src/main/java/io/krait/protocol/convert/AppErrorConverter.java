package io.krait.protocol.convert;

import io.krait.api.AppError;
import io.krait.protocol.internal.JsonValues;

/** Converts between {@link AppError} and its message. */
public final class AppErrorConverter {

  private AppErrorConverter() {}

  /** The error that {@code proto} stands for. That it is there makes it one, whatever its parts. */
  public static AppError fromWire(io.krait.protocol.v1.AppError proto) {
    return AppError.builder()
        .id(proto.getId())
        .message(proto.getMessage())
        .detailedError(proto.getDetailedError())
        .requestId(proto.getRequestId())
        .statusCode(proto.getStatusCode())
        .where(proto.getWhere())
        .params(JsonValues.fromStruct(proto.getParams()))
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
