package io.krait.host.internal.interactive;

import io.krait.api.AppError;
import io.krait.host.internal.configuration.ServerConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Requests that the server makes for users to programs elsewhere: few at once, not for long, not
 * inside of its own network, and with answers that are not large. Safe for use from any thread.
 */
public final class OutgoingRequests implements AutoCloseable {

  private static final int THREADS = 8;
  private static final int MOST_WAITING = 256;
  private static final int LARGEST_ANSWER = 1 << 20;
  private static final long USUAL_SECONDS = 30;
  private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(2);

  private final ServerConfiguration configuration;
  private final InnerAddresses inner;
  private final ThreadPoolExecutor threads;
  private final AtomicReference<HttpClient> client = new AtomicReference<>();

  /** Requests as this configuration has them. */
  public OutgoingRequests(ServerConfiguration configuration) {
    this.configuration = configuration;
    this.inner = new InnerAddresses(configuration);
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread thread = new Thread(task, "krait-host-outgoing-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** What has been answered. */
  public record Answer(int status, String type, String text) {}

  /** Runs what waits for others. */
  public <T> CompletionStage<T> run(Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(task, threads);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedStage(
          AppError.of(
              "api.integration.busy.app_error",
              "the server waits for as many other programs as it does; try again soon",
              503));
    }
  }

  /** What may run as the tasks of {@link #run} do. */
  public Executor executor() {
    return threads;
  }

  /**
   * Sends a request; fails with an {@link AppError} where that is not possible or not allowed.
   *
   * @param url an address of http or https
   */
  public CompletionStage<Answer> send(
      String method, String url, Map<String, String> headers, String body) {
    return run(() -> sent(method, url, headers, body));
  }

  /**
   * Fetches what is at an address; fails with an {@link AppError} where that is not possible or not
   * allowed, or where it is too large.
   *
   * @param largest how large it may be, in bytes
   */
  public CompletionStage<byte[]> download(String url, int largest) {
    return run(() -> fetched(url, largest));
  }

  private byte[] fetched(String url, int largest) {
    URI uri = web(url);
    inner.check(uri);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(LONGEST_DOWNLOAD).GET().build();
    try {
      HttpResponse<InputStream> response = client().send(request, BodyHandlers.ofInputStream());
      try (InputStream content = response.body()) {
        if (response.statusCode() != 200) {
          throw failed(uri.getHost() + " answers " + response.statusCode());
        }
        byte[] bytes = content.readNBytes(largest + 1);
        if (bytes.length > largest) {
          throw failed("what " + uri.getHost() + " has there is too large");
        }
        return bytes;
      }
    } catch (IOException failure) {
      throw unreachable(uri, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed("the host is stopping");
    }
  }

  private static AppError unreachable(URI uri, IOException failure) {
    return AppError.builder()
        .id("api.post.do_action.action_integration.app_error")
        .message(uri.getHost() + " does not answer")
        .statusCode(400)
        .cause(failure)
        .build();
  }

  private Answer sent(String method, String url, Map<String, String> headers, String body) {
    URI uri = web(url);
    inner.check(uri);
    long seconds = configuration.number("ServiceSettings", "OutgoingIntegrationRequestsTimeout");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(seconds > 0 ? seconds : USUAL_SECONDS))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<InputStream> response =
          client().send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream content = response.body()) {
        byte[] bytes = content.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
          throw failed("the answer of " + uri.getHost() + " is too large");
        }
        return new Answer(
            response.statusCode(),
            response.headers().firstValue("Content-Type").orElse(""),
            new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw unreachable(uri, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed("the host is stopping");
    }
  }

  private static URI web(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException none) {
      // Said below.
    }
    throw failed("this is no address of http or https");
  }

  private static AppError failed(String message) {
    return AppError.of("api.post.do_action.action_integration.app_error", message, 400);
  }

  private HttpClient client() {
    HttpClient there = client.get();
    if (there != null) {
      return there;
    }
    // Nothing is followed to where it would not have been let.
    HttpClient made =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return client.compareAndSet(null, made) ? made : client.get();
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
