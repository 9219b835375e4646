package io.krait.http.internal;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.PluginHttpClient;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.PluginContext;
import io.krait.api.model.PluginHttpResult;
import io.krait.api.model.ServeHttpRequestInit;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests of plugins to one another: whole in memory, as the contract has them, and bounded. */
@Component(configurationPid = "io.krait.http")
public final class PluginToPlugin implements PluginHttpClient {

  private static final System.Logger LOG = System.getLogger(PluginToPlugin.class.getName());
  private static final String CALLER_HEADER = "Mattermost-Plugin-ID";
  private static final String USER_HEADER = "Mattermost-User-Id";
  private static final String FORM = "Form of URL should be /<pluginid>/*";
  private static final int NOT_IMPLEMENTED = 501;

  /** Who makes the request is for the host to say. */
  private static final Set<String> REMOVED =
      Set.of("mattermost-plugin-id", "mattermost-user-id", "host", "expect");

  private final HookDispatcher dispatcher;
  private final Duration limit;
  private final int maxBytes;
  private final RequestIds ids = new RequestIds();

  @Activate
  public PluginToPlugin(@Reference HookDispatcher dispatcher, HttpConfiguration configuration) {
    this(
        dispatcher,
        Duration.ofSeconds(configuration.pluginToPluginSeconds()),
        configuration.pluginToPluginMebibytes() << 20);
  }

  /**
   * A client outside of a container.
   *
   * @param limit how long a request may take
   * @param maxBytes how large an answer may be
   */
  PluginToPlugin(HookDispatcher dispatcher, Duration limit, int maxBytes) {
    this.dispatcher = dispatcher;
    this.limit = limit;
    this.maxBytes = maxBytes;
  }

  @Override
  public PluginHttpResult send(
      String callerId, String method, String url, Map<String, String> headers, Bytes body) {
    return send(CALLER_HEADER, callerId, method, url, headers, body);
  }

  @Override
  public PluginHttpResult sendFor(
      String userId, String method, String url, Map<String, String> headers, Bytes body) {
    return send(USER_HEADER, userId, method, url, headers, body);
  }

  private PluginHttpResult send(
      String identity,
      String id,
      String method,
      String url,
      Map<String, String> headers,
      Bytes body) {
    String requestId = ids.next();
    try {
      Target target = Target.of(url);
      AsyncPluginHooks hooks =
          dispatcher
              .async(target.pluginId())
              .orElseThrow(
                  () ->
                      new RefusedException(
                          HostError.notFound(
                              "there is no plugin %s that runs".formatted(target.pluginId()))));
      ServeHttpRequestInit init =
          ServeHttpRequestInit.builder()
              .pluginContext(PluginContext.builder().requestId(requestId).build())
              .method(method.isEmpty() ? "GET" : method)
              .url(target.url())
              .proto("HTTP/1.1")
              .protoMajor(1)
              .protoMinor(1)
              .headers(told(identity, id, headers))
              .requestUri(target.url())
              .contentLength(body.size())
              .build();
      return ask(hooks, new WholeRequest(init, body), target.pluginId());
    } catch (RefusedException refused) {
      return result(refused.error(), requestId);
    }
  }

  private PluginHttpResult ask(AsyncPluginHooks hooks, WholeRequest request, String pluginId)
      throws RefusedException {
    WholeAnswer answer = new WholeAnswer(maxBytes);
    try {
      hooks.serveHttp(request).subscribe(answer);
      return result(answer.future().get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (AppError error) {
      throw new RefusedException(failed(error, pluginId));
    } catch (ExecutionException failed) {
      throw new RefusedException(failed(failed.getCause(), pluginId));
    } catch (TimeoutException late) {
      throw new RefusedException(HostError.pluginSilent(pluginId, limit.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(HostError.stopping());
    } finally {
      answer.cancel();
    }
  }

  private static HostError failed(Throwable failure, String pluginId) {
    if (failure instanceof AppError error && error.statusCode() == NOT_IMPLEMENTED) {
      return HostError.notFound("plugin %s does not answer HTTP requests".formatted(pluginId));
    }
    if (HostError.isOfAStop(failure)) {
      LOG.log(Level.INFO, "plugin {0} was stopped before it had answered another plugin", pluginId);
      return HostError.pluginStopped(pluginId);
    }
    LOG.log(
        Level.WARNING,
        "plugin {0} has failed to answer another plugin: {1}",
        pluginId,
        failure.getMessage());
    return HostError.badGateway(
        failure instanceof WholeAnswer.TooLargeException
            ? failure.getMessage()
            : "plugin %s has failed to answer".formatted(pluginId));
  }

  private static List<HttpHeader> told(String identity, String id, Map<String, String> headers) {
    Set<String> dropped =
        HopByHop.names(
            headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("connection"))
                .map(Map.Entry::getValue)
                .toList());
    List<HttpHeader> told = new ArrayList<>();
    headers.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!dropped.contains(lower) && !REMOVED.contains(lower.replace('_', '-'))) {
            told.add(HttpHeader.builder().key(name).values(List.of(value)).build());
          }
        });
    told.add(HttpHeader.builder().key(identity).values(List.of(id)).build());
    return told;
  }

  private static PluginHttpResult result(WholeAnswer.Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpHeader header : answer.headers()) {
      headers.merge(
          header.key(), String.join(", ", header.values()), (had, more) -> had + ", " + more);
    }
    return PluginHttpResult.builder()
        .statusCode(answer.status())
        .headers(headers)
        .body(answer.body())
        .build();
  }

  private static PluginHttpResult result(HostError error, String requestId) {
    return result(WholeAnswer.Answer.of(error.answer(requestId)));
  }

  /** Which plugin, and what it sees of the url. */
  private record Target(String pluginId, String url) {

    static Target of(String url) throws RefusedException {
      int query = url.indexOf('?');
      String path = query < 0 ? url : url.substring(0, query);
      String[] parts = path.split("/", 3);
      if (parts.length < 3 || !parts[0].isEmpty()) {
        throw new RefusedException(HostError.badRequest("Not enough URL. " + FORM));
      }
      if (parts[1].isEmpty()) {
        throw new RefusedException(HostError.badRequest("No plugin specified. " + FORM));
      }
      return new Target(parts[1], "/" + parts[2] + (query < 0 ? "" : url.substring(query)));
    }
  }
}
