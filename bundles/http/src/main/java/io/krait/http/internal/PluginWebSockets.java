package io.krait.http.internal;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.Bytes;
import io.krait.api.RepeatedFailures;
import io.krait.api.management.HttpStatistics.Outcome;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import io.krait.api.web.WebSocketBounds;
import io.krait.api.web.WebSockets;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** All WebSockets to plugins: how many there are for each, and whether they are alive. */
final class PluginWebSockets implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PluginWebSockets.class.getName());

  /** How often clients are asked whether they are there; more than three answers may be missed. */
  private static final int PING_SECONDS = 30;

  private static final Duration IDLE = Duration.ofSeconds(110);
  private static final int UNSENT = 16;

  /** How long a plugin has for its answer to a request, and for its end when the client is gone. */
  private static final int ANSWER_SECONDS = 30;

  private static final int LINGER_SECONDS = 5;
  private static final int STOP_SECONDS = 5;

  private final WebSocketLimits limits;
  private final CookieFence cookies;
  private final Traffic traffic;
  private final RepeatedFailures failures = new RepeatedFailures(LOG);
  private final Map<String, Integer> perPlugin = new ConcurrentHashMap<>();
  private final Set<PluginWebSocket> open = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer;

  /** None is open so far. */
  PluginWebSockets(WebSocketLimits limits, CookieFence cookies, Traffic traffic) {
    this.limits = limits;
    this.cookies = cookies;
    this.traffic = traffic;
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "krait-http-websockets");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    timer.scheduleWithFixedDelay(
        () -> open.forEach(PluginWebSocket::ping), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
  }

  /** How many there are. */
  int size() {
    return perPlugin.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Hands a request for a WebSocket over to a plugin.
   *
   * @throws RefusedException where the plugin has as many as it may
   */
  void serve(
      WebSockets container,
      HttpServletRequest request,
      HttpServletResponse response,
      PluginPath path,
      AsyncPluginHooks hooks,
      String requestId,
      ServeHttpRequestInit init)
      throws RefusedException {
    String pluginId = path.pluginId();
    if (perPlugin.merge(pluginId, 1, Integer::sum) > limits.mostPerPlugin()) {
      leave(pluginId);
      throw new RefusedException(HostError.tooManyWebSockets(pluginId, limits.mostPerPlugin()));
    }
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    Entrance entrance = new Entrance(container, request, response, async, path, requestId);
    PluginWebSocket socket = new PluginWebSocket(pluginId, init, entrance);
    timer.schedule(
        () -> socket.late(HostError.pluginSilent(pluginId, ANSWER_SECONDS)),
        ANSWER_SECONDS,
        TimeUnit.SECONDS);
    try {
      hooks.serveWebSocket(socket).subscribe(socket);
    } catch (RuntimeException failure) {
      socket.onError(failure);
    }
  }

  private void leave(String pluginId) {
    perPlugin.computeIfPresent(pluginId, (id, had) -> had == 1 ? null : had - 1);
  }

  /** Ends what watches them; the connections end with the plugins or the server. */
  @Override
  public void close() {
    open.forEach(PluginWebSocket::cancel);
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "the clock of WebSockets does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where one client waits for its answer. */
  private final class Entrance implements PluginWebSocket.Door {
    private final WebSockets container;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final AsyncContext async;
    private final String pluginId;
    private final String requestId;
    private final CookieFence.Gate gate;
    private final Traffic.Running counted;
    private final long began = System.nanoTime();
    private final AtomicBoolean left = new AtomicBoolean();
    private final AtomicBoolean answered = new AtomicBoolean();

    Entrance(
        WebSockets container,
        HttpServletRequest request,
        HttpServletResponse response,
        AsyncContext async,
        PluginPath path,
        String requestId) {
      this.container = container;
      this.request = request;
      this.response = response;
      this.async = async;
      pluginId = path.pluginId();
      this.requestId = requestId;
      String mount = request.getContextPath() + request.getServletPath();
      gate = new CookieFence.Gate(cookies, pluginId, mount + "/" + pluginId);
      counted = traffic.began(pluginId);
    }

    private String who() {
      return "plugin " + pluginId + ", request " + requestId;
    }

    @Override
    public void accept(ServeHttpResponseInit answer, PluginWebSocket socket) {
      // By a thread of the server, as the first bytes may have to wait for the client.
      async.start(() -> upgrade(answer, socket));
    }

    private void upgrade(ServeHttpResponseInit answer, PluginWebSocket socket) {
      try {
        ResponseHead.of(answer, limits.maxHeaderBytes(), gate, who()).writeTo(response);
        WebSocketBounds bounds = new WebSocketBounds(limits.messageBytes(), IDLE, UNSENT);
        open.add(socket);
        if (!container.upgrade(request, response, bounds, socket)) {
          write(HostError.badRequest("the request for a WebSocket is not as RFC 6455 has it"));
          socket.unreachable();
          return;
        }
        counted(Outcome.INFORMATIONAL);
        async.complete();
      } catch (RefusedException refused) {
        write(refused.error());
        socket.unreachable();
      } catch (IOException | RuntimeException gone) {
        LOG.log(Level.DEBUG, () -> who() + ": the client of a WebSocket has gone", gone);
        counted(Outcome.BROKEN);
        socket.unreachable();
        async.complete();
      }
    }

    @Override
    public void refuse(ServeHttpResponseInit answer, Bytes body) {
      ServeHttpResponse whole =
          ServeHttpResponse.builder().init(answer).bodyChunk(body).bodyComplete(true).build();
      async.start(() -> write(whole));
    }

    @Override
    public void refuse(HostError error) {
      async.start(() -> write(error));
    }

    private void write(HostError error) {
      write(error.answer(requestId));
    }

    private void write(ServeHttpResponse answer) {
      try {
        ResponseHead.of(answer.init().orElseThrow(), limits.maxHeaderBytes(), gate, who())
            .writeTo(response);
        response.getOutputStream().write(answer.bodyChunk().toByteArray());
        counted(Outcome.of(response.getStatus()));
      } catch (RefusedException refused) {
        response.setStatus(refused.error().answer(requestId).init().orElseThrow().statusCode());
        counted(Outcome.SERVER_ERROR);
      } catch (IOException | RuntimeException gone) {
        LOG.log(Level.DEBUG, () -> who() + ": the client has gone", gone);
        counted(Outcome.BROKEN);
      }
      async.complete();
    }

    private void counted(Outcome outcome) {
      if (answered.compareAndSet(false, true)) {
        counted.ended(outcome, System.nanoTime() - began, 0, 0);
      }
    }

    @Override
    public void gone(PluginWebSocket socket) {
      if (left.compareAndSet(false, true)) {
        open.remove(socket);
        leave(pluginId);
        try {
          timer.schedule(socket::cancel, LINGER_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopped) {
          socket.cancel();
        }
      }
    }

    @Override
    public void failed(String what) {
      failures.log(Level.WARNING, pluginId + what, "%s: %s".formatted(who(), what), null);
    }
  }
}
