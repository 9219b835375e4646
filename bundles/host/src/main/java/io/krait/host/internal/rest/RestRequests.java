package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.PluginContext;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.serving.Answer;
import io.krait.host.internal.serving.BodyRules;
import io.krait.host.internal.serving.Exchange;
import io.krait.host.internal.serving.ExchangeBounds;
import io.krait.host.internal.serving.Exchanges;
import io.krait.host.internal.serving.IncomingBody;
import io.krait.host.internal.serving.ReceivedBody;
import io.krait.host.internal.serving.Spool;
import io.krait.host.internal.serving.Workers;
import io.krait.host.internal.storage.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Serves requests to the REST API: lets them in, takes in their bodies, and has a page answer. A
 * thread is needed only for what the pages do. Safe for use from any thread.
 */
final class RestRequests {

  private static final System.Logger LOGGER = System.getLogger(RestRequests.class.getName());

  /** What a body may have of whom nobody knows, in bytes. */
  static final int ANONYMOUS = 64 << 10;

  /** What requests that run have to end when the host stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Their bodies are taken in by the pages, when they know who sends them and what for. */
  private static final Set<String> UPLOADS = Set.of("/files", "/plugins");

  private static final String PIECES = "/uploads/";

  private final DispatchedHooks hooks;
  private final Supplier<String> versionId;
  private final Ids ids = new Ids();
  private final Workers workers;
  private final Exchanges exchanges;
  private final Authentication authentication;
  private final Pages pages;

  RestRequests(
      RestConfiguration configuration,
      RestApplication application,
      DispatchedHooks hooks,
      Spool spool) {
    this.hooks = hooks;
    workers = new Workers("krait-host-rest", configuration.threads());
    exchanges =
        new Exchanges(
            new ExchangeBounds(
                configuration.requests(),
                configuration.requestsPerAddress(),
                configuration.slowBodiesPerAddress(),
                new BodyRules(
                    Duration.ofSeconds(configuration.bodyIdleSeconds()),
                    Duration.ofSeconds(configuration.bodyGraceSeconds()),
                    configuration.bodyBytesPerSecond()),
                application.largestBody()),
            spool);
    authentication = application.authentication();
    versionId = application::versionId;
    pages = application.pages(new Continuation(hooks, workers, exchanges));
  }

  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String requestId = IdentifyingFilter.requestId(response, ids);
    response.setHeader(IdentifyingFilter.REQUEST, requestId);
    response.setHeader(IdentifyingFilter.VERSION, versionId.get());
    // Not Cache-Control: clients take an answer that has it for one that may be an old one, and
    // learn the server's version from others alone.
    response.setHeader("Expires", "0");
    response.setHeader("X-Content-Type-Options", "nosniff");
    PluginContext context =
        PluginContext.builder()
            .requestId(requestId)
            .ipAddress(orEmpty(request.getRemoteAddr()))
            .acceptLanguage(orEmpty(request.getHeader("Accept-Language")))
            .userAgent(orEmpty(request.getHeader("User-Agent")))
            .build();
    try (var within = hooks.within(context)) {
      switch (exchanges.enter(request)) {
        case OPEN -> begin(exchanges.begin(request, response));
        case FULL ->
            refuse(
                response,
                "api.context.busy.app_error",
                "the server has as many requests under way as it takes; try again soon",
                503);
        case ADDRESS_FULL ->
            refuse(
                response,
                "api.context.too_many_requests.app_error",
                "this address has as many requests under way as it may have; try again soon",
                429);
        case CLOSED ->
            refuse(response, "api.context.stopping.app_error", "the host is stopping", 503);
      }
    }
  }

  private void refuse(HttpServletResponse response, String id, String message, int status)
      throws IOException {
    Answer answer = pages.refusal(AppError.of(id, message, status));
    response.setStatus(status);
    answer.headers().forEach(header -> response.addHeader(header.name(), header.value()));
    response.setHeader("Retry-After", "1");
    response.setHeader("Connection", "close");
    answer.content().transferTo(response.getOutputStream());
  }

  private void begin(Exchange exchange) {
    Executor work = hooks.carrying(workers);
    long length = exchange.body().length();
    if (!exchange.body().mayBeThere() || takesBodyItself(exchange.request())) {
      work(work, exchange, () -> pages.serve(exchange, InputStream.nullInputStream()));
    } else if (length >= 0 && length <= ANONYMOUS) {
      receive(work, exchange, ANONYMOUS);
    } else {
      work(
          work,
          exchange,
          () ->
              receive(
                  work,
                  exchange,
                  authentication.knows(exchange.request()) ? JsonBodies.LARGEST : ANONYMOUS));
    }
  }

  private static boolean takesBodyItself(HttpServletRequest request) {
    String path = request.getPathInfo();
    return request.getMethod().equals("POST")
        && path != null
        && (UPLOADS.contains(path) || path.startsWith(PIECES));
  }

  private void receive(Executor work, Exchange exchange, int largest) {
    IncomingBody body = exchange.body();
    AppError tooLarge =
        AppError.of(
            "api.context.request_body_too_large.app_error",
            "a request has at most %d bytes here".formatted(largest),
            413);
    var unused =
        body.receive(largest, tooLarge)
            .whenComplete(
                (received, failure) ->
                    work(
                        work,
                        exchange,
                        () -> {
                          if (failure == tooLarge) {
                            // It may be for somebody else to be refused, for another reason.
                            pages.serve(exchange, new Unreadable(tooLarge));
                          } else if (failure != null) {
                            pages.refuse(exchange, failure);
                          } else {
                            serve(exchange, received);
                          }
                        }));
  }

  private void serve(Exchange exchange, ReceivedBody received) {
    // Whoever wants it reads it before the page returns.
    try (received;
        InputStream entity = received.open()) {
      pages.serve(exchange, entity);
    } catch (IOException failure) {
      pages.refuse(exchange, failure);
    }
  }

  private void work(Executor work, Exchange exchange, Runnable task) {
    try {
      work.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException failure) {
              pages.refuse(exchange, failure);
            }
          });
    } catch (RejectedExecutionException closed) {
      LOGGER.log(Level.DEBUG, "a request comes to its end too late", closed);
    }
  }

  /** Lets requests end that run, and answers those that do not. */
  void close() {
    exchanges.close(
        GRACE,
        () ->
            pages.refusal(
                AppError.of("api.context.stopping.app_error", "the host is stopping", 503)));
    workers.close(GRACE);
    pages.close();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Fails with an error of the API wherever it is read. */
  private static final class Unreadable extends InputStream {
    private final AppError error;

    Unreadable(AppError error) {
      this.error = error;
    }

    @Override
    public int read() {
      throw error;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      throw error;
    }
  }
}
