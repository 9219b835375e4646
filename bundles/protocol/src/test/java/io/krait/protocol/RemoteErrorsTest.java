package io.krait.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.krait.api.AppError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemoteErrorsTest {

  private static final Metadata.Key<byte[]> TRAILER =
      Metadata.Key.of("krait-app-error-bin", Metadata.BINARY_BYTE_MARSHALLER);

  @Test
  void idAndMessageAreReadFromTheTextOfOlderPeers() {
    AppError error = read(Status.NOT_FOUND.withDescription("app.user.missing.app_error: No: user"));

    assertThat(error.id()).isEqualTo("app.user.missing.app_error");
    assertThat(error.message()).isEqualTo("No: user");
    assertThat(error.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "internal error: it broke",
        "user is required",
        "Error: no id has no dot",
        "see example. then: this",
        "127.0.0.1: refused",
      })
  void textsWithoutIdAreKeptWhole(String text) {
    AppError error = read(Status.INVALID_ARGUMENT.withDescription(text));

    assertThat(error.id()).isEqualTo("krait.call.invalid_argument");
    assertThat(error.message()).isEqualTo("the call of Trial.Echo failed on the other side");
    assertThat(error.detailedError()).isEqualTo("INVALID_ARGUMENT: " + text);
    assertThat(error.where()).isEqualTo("krait.test.Trial/Echo");
    assertThat(error.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEADLINE_EXCEEDED | x | deadline_exceeded | 504 | has not answered within its deadline",
        "UNAVAILABLE | io exception | unavailable | 503 | the peer cannot be reached",
        "UNIMPLEMENTED | Method not found! | unknown_method | 501 | does not know the method",
        "CANCELLED | x | cancelled | 499 | was cancelled",
        "UNAUTHENTICATED | x | unauthenticated | 401 | does not accept who calls",
        "RESOURCE_EXHAUSTED | no memory | too_many | 429 | has no room",
        "RESOURCE_EXHAUSTED | gRPC message exceeds maximum size 4: 5 | message_too_large | 413 |"
            + " larger than one side's limit",
        "RESOURCE_EXHAUSTED | Received message larger than max (5 vs. 4) | message_too_large |"
            + " 413 | larger than one side's limit",
        "RESOURCE_EXHAUSTED | CLIENT: Sent message larger than max (5 vs. 4) | message_too_large |"
            + " 413 | larger than one side's limit",
      })
  void troubleOfTheTransportNamesTheMethod(
      Status.Code code, String text, String id, int status, String message) {
    AppError error = read(Status.fromCode(code).withDescription(text));

    assertThat(error.id()).isEqualTo("krait.call." + id);
    assertThat(error.statusCode()).isEqualTo(status);
    assertThat(error.message()).contains(message).contains("Trial.Echo");
    assertThat(error.detailedError()).contains(text);
  }

  @Test
  void allPartsTravelInTheTrailer() {
    AppError error =
        AppError.builder()
            .id("api.post.create.app_error")
            .message("Grüße")
            .detailedError("detail")
            .requestId("req")
            .statusCode(418)
            .where("CreatePost")
            .params(Map.of("a", List.of(1.5, "b", Map.of("c", true))))
            .build();

    StatusRuntimeException status = RemoteErrors.toStatus(error);

    assertThat(status.getStatus().getDescription()).isEqualTo("api.post.create.app_error: Grüße");
    assertThat(RemoteErrors.toAppError(status, Wire.ECHO)).isEqualTo(error);
  }

  @Test
  void errorWithoutIdIsStillAnError() {
    AppError error = AppError.builder().message("only text").build();

    StatusRuntimeException status = RemoteErrors.toStatus(error);

    assertThat(status.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(RemoteErrors.toAppError(status, Wire.ECHO)).isEqualTo(error);
  }

  @Test
  void hugeErrorIsCutToWhatTrailersMayHave() {
    String huge = "ü".repeat(100_000);
    Map<String, Object> params = new java.util.HashMap<>();
    IntStream.range(0, 10_000).forEach(i -> params.put("key" + i, huge.substring(0, 10)));
    AppError error =
        AppError.builder()
            .id("a.b")
            .message(huge)
            .detailedError(huge)
            .where(huge)
            .requestId(huge)
            .params(params)
            .statusCode(404)
            .build();

    StatusRuntimeException status = RemoteErrors.toStatus(error);

    assertThat(status.getTrailers().get(TRAILER).length).isLessThan(4096);
    assertThat(status.getStatus().getDescription()).hasSizeLessThan(1100);
    AppError read = RemoteErrors.toAppError(status, Wire.ECHO);
    assertThat(read.id()).isEqualTo("a.b");
    assertThat(read.statusCode()).isEqualTo(404);
    assertThat(read.message()).startsWith("üüü").endsWith("…");
  }

  @Test
  void trailerThatCannotBeReadLeavesWhatTheStatusSays() {
    Metadata trailers = new Metadata();
    trailers.put(TRAILER, new byte[] {1, 2, 3});

    AppError error =
        RemoteErrors.toAppError(Status.NOT_FOUND.withDescription("a.b: c"), trailers, Wire.ECHO);

    assertThat(error.id()).isEqualTo("a.b");
  }

  @Test
  void errorsInsideAFutureAreFound() {
    AppError error = AppError.of("a.b", "c", 400);

    assertThat(RemoteErrors.toAppError(new CompletionException(error), Wire.ECHO)).isSameAs(error);
  }

  @Test
  void textOfUnexpectedExceptionsStaysHere() {
    StatusRuntimeException status =
        RemoteErrors.toStatus(new IllegalStateException("password is 123"), Wire.ECHO);

    AppError error = RemoteErrors.toAppError(status, Wire.ECHO);
    assertThat(error.toString()).contains("Trial.Echo").contains("IllegalStateException");
    assertThat(status.getStatus().getDescription() + error).doesNotContain("123");
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_ARGUMENT",
    "401, UNAUTHENTICATED",
    "403, PERMISSION_DENIED",
    "404, NOT_FOUND",
    "409, ALREADY_EXISTS",
    "413, RESOURCE_EXHAUSTED",
    "429, RESOURCE_EXHAUSTED",
    "501, UNIMPLEMENTED",
    "503, UNAVAILABLE",
    "500, INTERNAL",
    "502, INTERNAL",
    "0, INTERNAL",
    "200, INTERNAL",
  })
  void httpStatusesHaveTheCodesOfTheContract(int http, Status.Code code) {
    assertThat(RemoteErrors.grpcCode(http)).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(Status.Code.class)
  void everyCodeHasAnHttpStatus(Status.Code code) {
    assertThat(RemoteErrors.httpStatus(code)).isBetween(200, 599);
  }

  private static AppError read(Status status) {
    return RemoteErrors.toAppError(status, null, Wire.ECHO);
  }
}
