package io.krait.api;

import io.krait.api.internal.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The error with which the API and the hooks answer. Its parts are those of the contract's AppError
 * and travel unchanged between host and plugin; two errors are equal when all their parts are.
 */
public final class AppError extends RuntimeException {

  private static final long serialVersionUID = 1L;
  // Among the parameters, as the contract's AppError has no field for it and it is to travel too.
  private static final String RETRY_AFTER = "retry_after_seconds";
  private static final long LONGEST_RETRY = Duration.ofDays(1).toSeconds();

  private final String id;
  private final String message;
  private final String detailedError;
  private final String requestId;
  private final int statusCode;
  private final String where;
  private final transient Map<String, Object> params;

  private AppError(Builder builder) {
    super(builder.message, builder.cause);
    id = builder.id;
    message = builder.message;
    detailedError = builder.detailedError;
    requestId = builder.requestId;
    statusCode = builder.statusCode;
    where = builder.where;
    params = builder.params;
  }

  /** Starts an error whose parts are all empty. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * An error with the parts that every error should have.
   *
   * @param id what kind of error it is, for programs: {@code app.user.missing}
   * @param message what happened, for people
   * @param statusCode the HTTP status that fits best
   */
  public static AppError of(String id, String message, int statusCode) {
    return builder().id(id).message(message).statusCode(statusCode).build();
  }

  /** The error of a method that is not there: status 501, and the method's name. */
  public static AppError notImplemented(String method) {
    return builder()
        .id("plugin.api.not_implemented")
        .message(method + " is not implemented by this server")
        .where(method)
        .statusCode(501)
        .build();
  }

  /** Starts an error whose parts are those of this one, cause included. */
  public Builder toBuilder() {
    return builder()
        .id(id)
        .message(message)
        .detailedError(detailedError)
        .requestId(requestId)
        .statusCode(statusCode)
        .where(where)
        .params(params())
        .cause(getCause());
  }

  /** What kind of error it is, for programs: a dotted name that does not change. */
  public String id() {
    return id;
  }

  /** What happened, for people. */
  public String message() {
    return message;
  }

  /** More for whoever looks into it; not for end users. */
  public String detailedError() {
    return detailedError;
  }

  /** The request in which it happened. */
  public String requestId() {
    return requestId;
  }

  /** The HTTP status that fits best; 0 where none was given. */
  public int statusCode() {
    return statusCode;
  }

  /** Name of the method that failed. */
  public String where() {
    return where;
  }

  /** Values that a translation of the message needs: a JSON object. */
  public Map<String, Object> params() {
    return params == null ? Map.of() : params;
  }

  /**
   * How long whoever asked should wait before asking again, from one second to one day: what HTTP
   * says with {@code Retry-After}. It is among the {@link #params()}, and so travels with them.
   *
   * @return empty where there is no telling
   */
  public Optional<Duration> retryAfter() {
    return params().get(RETRY_AFTER) instanceof Number seconds && seconds.longValue() >= 1
        ? Optional.of(Duration.ofSeconds(Math.min(seconds.longValue(), LONGEST_RETRY)))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AppError that
        && id.equals(that.id)
        && message.equals(that.message)
        && detailedError.equals(that.detailedError)
        && requestId.equals(that.requestId)
        && statusCode == that.statusCode
        && where.equals(that.where)
        && params().equals(that.params());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, message, detailedError, requestId, statusCode, where, params());
  }

  /** Where, what, the details, id and status; parts that are empty are left out. */
  @Override
  public String getMessage() {
    StringBuilder text = new StringBuilder();
    if (!where.isEmpty()) {
      text.append(where).append(": ");
    }
    text.append(message.isEmpty() ? "no message" : message);
    if (!detailedError.isEmpty()) {
      text.append(", ").append(detailedError);
    }
    if (!id.isEmpty()) {
      text.append(" [").append(id).append(']');
    }
    if (statusCode != 0) {
      text.append(" (HTTP ").append(statusCode).append(')');
    }
    return text.toString();
  }

  /** Collects the parts of an error. Not safe for use from several threads. */
  public static final class Builder {
    private String id = "";
    private String message = "";
    private String detailedError = "";
    private String requestId = "";
    private int statusCode;
    private String where = "";
    private Map<String, Object> params = Map.of();
    private @Nullable Throwable cause;

    private Builder() {}

    /** See {@link AppError#id()}. */
    public Builder id(String id) {
      this.id = Objects.requireNonNull(id, "id");
      return this;
    }

    /** See {@link AppError#message()}. */
    public Builder message(String message) {
      this.message = Objects.requireNonNull(message, "message");
      return this;
    }

    /** See {@link AppError#detailedError()}. */
    public Builder detailedError(String detailedError) {
      this.detailedError = Objects.requireNonNull(detailedError, "detailedError");
      return this;
    }

    /** See {@link AppError#requestId()}. */
    public Builder requestId(String requestId) {
      this.requestId = Objects.requireNonNull(requestId, "requestId");
      return this;
    }

    /** See {@link AppError#statusCode()}. */
    public Builder statusCode(int statusCode) {
      this.statusCode = statusCode;
      return this;
    }

    /** See {@link AppError#where()}. */
    public Builder where(String where) {
      this.where = Objects.requireNonNull(where, "where");
      return this;
    }

    /**
     * See {@link AppError#params()}.
     *
     * @throws IllegalArgumentException where a value is none of JSON's
     */
    public Builder params(Map<String, ?> params) {
      this.params = JsonObject.freeze("params", params);
      return this;
    }

    /**
     * See {@link AppError#retryAfter()}. Adds to the parameters that are there.
     *
     * @param wait rounded up to whole seconds, of which there are from one to those of a day
     */
    public Builder retryAfter(Duration wait) {
      long seconds = wait.toSeconds() + (wait.toNanosPart() > 0 ? 1 : 0);
      Map<String, Object> more = new LinkedHashMap<>(params);
      more.put(RETRY_AFTER, Math.max(1, Math.min(seconds, LONGEST_RETRY)));
      return params(more);
    }

    /** What led to the error on this side; it never travels. */
    public Builder cause(@Nullable Throwable cause) {
      this.cause = cause;
      return this;
    }

    /** The error, with the stack of its making. */
    public AppError build() {
      return new AppError(this);
    }
  }
}
