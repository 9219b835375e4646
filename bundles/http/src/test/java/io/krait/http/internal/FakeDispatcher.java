package io.krait.http.internal;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.PluginHooks;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpResponse;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Plugins that are functions, and run as long as a test wants. */
final class FakeDispatcher implements HookDispatcher {

  private final Map<String, AsyncPluginHooks> plugins = new ConcurrentHashMap<>();

  void run(
      String id,
      Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> serveHttp) {
    run(
        id,
        (AsyncPluginHooks)
            Proxy.newProxyInstance(
                FakeDispatcher.class.getClassLoader(),
                new Class<?>[] {AsyncPluginHooks.class},
                (proxy, method, arguments) -> {
                  @SuppressWarnings("unchecked")
                  var requests = (Flow.Publisher<ServeHttpRequest>) arguments[0];
                  return serveHttp.apply(requests);
                }));
  }

  void run(String id, AsyncPluginHooks hooks) {
    plugins.put(id, hooks);
  }

  void stop(String id) {
    plugins.remove(id);
  }

  @Override
  public Optional<AsyncPluginHooks> async(String pluginId) {
    return Optional.ofNullable(plugins.get(pluginId));
  }

  @Override
  public AsyncPluginHooks async() {
    throw new UnsupportedOperationException();
  }

  @Override
  public PluginHooks blocking() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<PluginHooks> blocking(String pluginId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> handlersOf(HookName hook) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<HookStatistics> statistics() {
    return List.of();
  }
}
