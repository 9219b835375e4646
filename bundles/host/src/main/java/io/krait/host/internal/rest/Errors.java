package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.RepeatedFailures;
import io.krait.api.management.ManagementException;
import io.krait.host.internal.json.ErrorJson;
import io.krait.host.internal.plugin.DispatchedHooks;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Answers with the error of the API, whatever went wrong. */
public final class Errors implements ExceptionMapper<Throwable> {

  private static final System.Logger LOGGER = System.getLogger(Errors.class.getName());

  private final DispatchedHooks hooks;
  private final RepeatedFailures failures = new RepeatedFailures(LOGGER);

  Errors(DispatchedHooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Throwable failure = FailureCause.of(thrown);
    String requestId = hooks.context().requestId();
    AppError error = error(failure, requestId);
    int status = error.statusCode() < 400 || error.statusCode() > 599 ? 500 : error.statusCode();
    // Whoever may ask again is refused for a reason that is known and logged elsewhere.
    if (status >= 500 && error.getCause() != null && error.retryAfter().isEmpty()) {
      // What a plugin did is in the plugin's log, with a trace of the plugin; one of ours tells
      // nothing.
      boolean plugins = ofPlugin(error);
      failures.log(
          Level.ERROR,
          error.id() + failure.getClass() + error.getCause().getClass(),
          "request " + requestId + " failed" + (plugins ? ": " + FailureCause.text(error) : ""),
          plugins ? null : failure);
    }
    Map<String, Object> body = ErrorJson.of(error, requestId, status);
    Response.ResponseBuilder response =
        Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
    error.retryAfter().ifPresent(wait -> response.header("Retry-After", wait.toSeconds()));
    return response.build();
  }

  private static boolean ofPlugin(AppError error) {
    return error.params().containsKey("plugin_id")
        || (error.getCause() instanceof ManagementException managed
            && managed.problem() == ManagementException.Problem.START_FAILED);
  }

  private static AppError error(Throwable failure, String requestId) {
    if (failure instanceof AppError already) {
      return already;
    }
    if (failure instanceof NotFoundException || failure instanceof NotAllowedException) {
      return AppError.of(
          "api.context.404.app_error", "there is no such page, or not for this method", 404);
    }
    if (failure instanceof WebApplicationException refused) {
      return AppError.of(
          "api.context.invalid_request.app_error",
          "the request cannot be answered: "
              + refused.getResponse().getStatusInfo().getReasonPhrase(),
          refused.getResponse().getStatus());
    }
    return AppError.builder()
        .id("api.internal.app_error")
        .message("the server failed; its log tells more under " + requestId)
        .statusCode(500)
        .cause(failure)
        .build();
  }
}
