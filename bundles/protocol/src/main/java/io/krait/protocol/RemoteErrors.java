package io.krait.protocol;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.krait.api.AppError;
import io.krait.api.BoundedText;
import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.protocol.internal.AppErrorTrailer;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates between errors as gRPC reports them and {@link AppError}, in both directions.
 *
 * <p>An error of the peer's code is read from the trailer {@code krait-app-error-bin} where the
 * peer sends one, else from a status text of the form {@code <id>: <message>}. Whatever else a
 * status says is the transport's own trouble: it gets an id that begins with {@link #ID_PREFIX} and
 * a message that names the method.
 */
public final class RemoteErrors {

  /** How the ids of errors begin that neither side's code has raised. */
  public static final String ID_PREFIX = "krait.call.";

  // At least one dot, so that an ordinary sentence that begins with a word and a colon is not one.
  private static final Pattern ID_AND_MESSAGE =
      Pattern.compile("([A-Za-z][\\w-]*(?:\\.[\\w-]+)+): (.*)", Pattern.DOTALL);

  private static final Pattern OVER_LIMIT =
      Pattern.compile("exceeds maximum size|larger than max|message too large|more than the limit");

  private static final int MAX_STATUS_TEXT = 1024;
  private static final int LONGEST_STATUS_READ = 4096;

  private RemoteErrors() {}

  /**
   * What a call has failed with, as an error of the API.
   *
   * @param failure an {@link AppError} is returned as it is; a status is read; anything else is an
   *     internal error
   * @param method the method that was called, which the error's text names
   */
  public static AppError toAppError(Throwable failure, MethodDescriptor<?, ?> method) {
    Throwable cause = FailureCause.of(failure);
    if (cause instanceof AppError error) {
      return error;
    }
    if (cause instanceof StatusRuntimeException status) {
      return toAppError(status.getStatus(), status.getTrailers(), method);
    }
    if (cause instanceof StatusException status) {
      return toAppError(status.getStatus(), status.getTrailers(), method);
    }
    if (cause instanceof CancellationException) {
      return of("cancelled", 499, method, "the call of " + name(method) + " was cancelled")
          .cause(cause)
          .build();
    }
    return of("internal", 500, method, "the call of " + name(method) + " failed on this side")
        .detailedError(cause.toString())
        .cause(cause)
        .build();
  }

  /**
   * What a status that is not OK says, as an error of the API.
   *
   * @param trailers those that came with it, if any did
   */
  public static AppError toAppError(
      Status status, @Nullable Metadata trailers, MethodDescriptor<?, ?> method) {
    if (trailers != null) {
      AppError sent = AppErrorTrailer.read(trailers);
      if (sent != null) {
        return sent;
      }
    }
    String text =
        status.getDescription() == null
            ? ""
            : BoundedText.of(status.getDescription(), LONGEST_STATUS_READ);
    Matcher matcher = ID_AND_MESSAGE.matcher(text);
    if (matcher.matches()) {
      return AppError.builder()
          .id(matcher.group(1))
          .message(matcher.group(2))
          .statusCode(httpStatus(status.getCode()))
          .cause(status.getCause())
          .build();
    }
    return transportError(status, text, method)
        .detailedError(detail(status, text))
        .cause(status.getCause())
        .build();
  }

  private static AppError.Builder transportError(
      Status status, String text, MethodDescriptor<?, ?> method) {
    String name = name(method);
    int http = httpStatus(status.getCode());
    return switch (status.getCode()) {
      case DEADLINE_EXCEEDED ->
          of("deadline_exceeded", http, method, name + " has not answered within its deadline");
      case UNAVAILABLE ->
          of("unavailable", http, method, "cannot call " + name + ": the peer cannot be reached");
      case RESOURCE_EXHAUSTED ->
          OVER_LIMIT.matcher(text).find()
              ? of(
                  "message_too_large",
                  413,
                  method,
                  "a message of " + name + " is larger than one side's limit")
              : of("too_many", http, method, "the peer has no room for a call of " + name);
      case UNIMPLEMENTED ->
          of("unknown_method", http, method, "the peer does not know the method " + name);
      case CANCELLED -> of("cancelled", http, method, "the call of " + name + " was cancelled");
      case UNAUTHENTICATED ->
          of("unauthenticated", http, method, "the peer does not accept who calls " + name);
      default ->
          of(
              status.getCode().name().toLowerCase(Locale.ROOT),
              http,
              method,
              "the call of " + name + " failed on the other side");
    };
  }

  /**
   * An error as a status for answers that have no place for one: its code by HTTP status, its text
   * {@code <id>: <message>}, and all its parts in the trailer {@code krait-app-error-bin}.
   */
  public static StatusRuntimeException toStatus(AppError error) {
    Metadata trailers = new Metadata();
    AppErrorTrailer.write(error, trailers);
    String text = error.id().isEmpty() ? error.message() : error.id() + ": " + error.message();
    return Status.fromCode(grpcCode(error.statusCode()))
        .withDescription(BoundedText.of(text, MAX_STATUS_TEXT))
        .withCause(error)
        .asRuntimeException(trailers);
  }

  /**
   * Whatever answering a call has failed with, as a status. Of failures that are neither an {@link
   * AppError} nor a status only the kind is told: their text is for this side's log.
   */
  public static StatusRuntimeException toStatus(Throwable failure, MethodDescriptor<?, ?> method) {
    Throwable cause = FailureCause.of(failure);
    if (cause instanceof AppError error) {
      return toStatus(error);
    }
    if (cause instanceof StatusRuntimeException status) {
      return status;
    }
    if (cause instanceof StatusException status) {
      return status.getStatus().asRuntimeException(status.getTrailers());
    }
    return toStatus(
        of("internal", 500, method, "answering " + name(method) + " failed with an internal error")
            .detailedError(cause.getClass().getSimpleName())
            .cause(cause)
            .build());
  }

  /** The HTTP status that fits a gRPC code best. */
  public static int httpStatus(Status.Code code) {
    return switch (code) {
      case OK -> 200;
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case CANCELLED -> 499;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      case UNKNOWN, INTERNAL, DATA_LOSS -> 500;
    };
  }

  /** The gRPC code for an error of this HTTP status; never OK. */
  public static Status.Code grpcCode(int httpStatus) {
    return switch (httpStatus) {
      case 400 -> Status.Code.INVALID_ARGUMENT;
      case 401 -> Status.Code.UNAUTHENTICATED;
      case 403 -> Status.Code.PERMISSION_DENIED;
      case 404 -> Status.Code.NOT_FOUND;
      case 409 -> Status.Code.ALREADY_EXISTS;
      case 413, 429 -> Status.Code.RESOURCE_EXHAUSTED;
      case 499 -> Status.Code.CANCELLED;
      case 501 -> Status.Code.UNIMPLEMENTED;
      case 503 -> Status.Code.UNAVAILABLE;
      default -> Status.Code.INTERNAL;
    };
  }

  static AppError.Builder of(
      String id, int httpStatus, MethodDescriptor<?, ?> method, String message) {
    return AppError.builder()
        .id(ID_PREFIX + id)
        .message(message)
        .where(method.getFullMethodName())
        .statusCode(httpStatus);
  }

  // The package is the same for all methods and tells a reader nothing.
  static String name(MethodDescriptor<?, ?> method) {
    String service = method.getServiceName();
    String simple = service == null ? "" : service.substring(service.lastIndexOf('.') + 1) + ".";
    return simple + method.getBareMethodName();
  }

  private static String detail(Status status, String text) {
    String detail = status.getCode() + (text.isEmpty() ? "" : ": " + text);
    return status.getCause() == null ? detail : detail + " (" + status.getCause() + ")";
  }
}
