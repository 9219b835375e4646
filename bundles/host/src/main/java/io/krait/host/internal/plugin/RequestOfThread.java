package io.krait.host.internal.plugin;

import io.krait.api.Nullable;
import io.krait.api.model.PluginContext;
import io.krait.host.internal.storage.Ids;
import java.util.concurrent.Executor;

/** Knows in which request the calling thread is. Safe for use from any thread. */
final class RequestOfThread {

  private final ThreadLocal<@Nullable PluginContext> request = new ThreadLocal<>();
  private final Ids ids = new Ids();

  DispatchedHooks.Within within(PluginContext context) {
    request.set(context);
    return request::remove;
  }

  void inSession(String sessionId) {
    PluginContext context = request.get();
    if (context != null) {
      request.set(context.toBuilder().sessionId(sessionId).build());
    }
  }

  Executor carrying(Executor threads) {
    PluginContext context = request.get();
    if (context == null) {
      return threads;
    }
    return task ->
        threads.execute(
            () -> {
              try (var within = within(context)) {
                task.run();
              }
            });
  }

  PluginContext context() {
    PluginContext context = request.get();
    return context == null ? PluginContext.builder().requestId(ids.next()).build() : context;
  }
}
