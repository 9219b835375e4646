package io.krait.protocol.internal.lane;

import com.google.protobuf.ByteString;
import io.grpc.Metadata;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.internal.AppErrorTrailer;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.End;

/**
 * How a call or a stream has ended, as gRPC's classes have it and as frames do.
 *
 * @param trailers have the error of the API, if there is one
 */
record EndStatus(Status status, Metadata trailers) {

  static final EndStatus OK = new EndStatus(Status.OK, new Metadata());

  static EndStatus of(Status status) {
    return new EndStatus(status, new Metadata());
  }

  static EndStatus of(Answer answer) {
    return of(answer.getStatus(), answer.getStatusText(), answer.getAppError());
  }

  static EndStatus of(End end) {
    return of(end.getStatus(), end.getStatusText(), end.getAppError());
  }

  private static EndStatus of(int code, String text, ByteString error) {
    Status status = Status.fromCodeValue(code);
    return new EndStatus(
        text.isEmpty() ? status : status.withDescription(text),
        error.isEmpty() ? new Metadata() : AppErrorTrailer.of(error.toByteArray()));
  }

  End end() {
    return End.newBuilder()
        .setStatus(status.getCode().value())
        .setStatusText(text())
        .setAppError(error())
        .build();
  }

  Answer answer(long id) {
    return Answer.newBuilder()
        .setId(id)
        .setStatus(status.getCode().value())
        .setStatusText(text())
        .setAppError(error())
        .build();
  }

  private String text() {
    String text = status.getDescription();
    return text == null ? "" : text;
  }

  private ByteString error() {
    byte @Nullable [] bytes = AppErrorTrailer.bytes(trailers);
    return bytes == null ? ByteString.EMPTY : ByteString.copyFrom(bytes);
  }
}
