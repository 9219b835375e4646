package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.storage.Ids;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

  /**
   * The page that a query names; a larger one than there is stands for the largest.
   *
   * @throws AppError with status 400 where a number is none, or negative
   */
  static Page page(@Nullable String page, @Nullable String perPage) {
    return page(page, perPage, USUAL_PAGE);
  }

  /** As {@link #page(String, String)}, where pages are usually so large. */
  static Page page(@Nullable String page, @Nullable String perPage, int usual) {
    int size = number("per_page", perPage, 0);
    return Page.of(number("page", page, 0), size == 0 ? usual : Math.min(size, LARGEST_PAGE));
  }

  private static int number(String name, @Nullable String text, int otherwise) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.trim());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below.
    }
    throw AppError.of(
        "api.context.invalid_url_param.app_error",
        "%s is not a number from 0 to %d".formatted(name, Integer.MAX_VALUE),
        400);
  }

  /**
   * Refuses all formats but the one that there is, which newer clients ask for by no name.
   *
   * @throws AppError with status 501 where another is wanted
   */
  static void checkFormat(@Nullable String format, String id) {
    if (format != null && !format.equals("old")) {
      throw AppError.of(id, "this is told in the old format alone: ask for format=old", 501);
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

  /**
   * A list that a body is, if it is one of ids.
   *
   * @throws AppError with status 400 where it is not
   */
  static List<String> ids(List<String> body) {
    for (int i = 0; i < body.size(); i++) {
      if (!Ids.isId(body.get(i))) {
        throw invalid("[%d]".formatted(i), "is no id: 26 lower-case letters and digits");
      }
    }
    return body;
  }

  /** Refuses a part of a body by its name. */
  static AppError invalid(String name, String why) {
    return AppError.of("api.context.invalid_body_param.app_error", name + " " + why, 400);
  }
}
