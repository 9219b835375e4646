package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.host.internal.chat.Page;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What several resources answer and understand alike. */
final class Answers {

  private static final int USUAL_PAGE = 60;
  private static final int LARGEST_PAGE = 200;

  private Answers() {}

  static Response ok(Object body) {
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
  }

  static Response created(Object body) {
    return Response.status(201).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }

  /** What is answered where there is nothing to tell. */
  static Response done() {
    return ok(Map.of("status", "OK"));
  }

  /** The page that a query names; what is no number, or out of bounds, stands for the usual. */
  static Page page(@Nullable String page, @Nullable String perPage) {
    int size = number(perPage, USUAL_PAGE);
    return Page.of(
        Math.max(0, number(page, 0)), size <= 0 ? USUAL_PAGE : Math.min(size, LARGEST_PAGE));
  }

  static int number(@Nullable String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text.trim());
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  /** A value that a body must have. */
  static String required(Map<String, Object> body, String name) {
    if (body.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw invalid(name);
  }

  static AppError invalid(String name) {
    return AppError.of(
        "api.context.invalid_body_param.app_error",
        "%s is missing in the body of the request, or is not what is wanted".formatted(name),
        400);
  }
}
