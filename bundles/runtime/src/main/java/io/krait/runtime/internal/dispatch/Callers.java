package io.krait.runtime.internal.dispatch;

import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Which plugin's call of the API a thread is carrying out. A plugin that is being started may do
 * there what it guards itself, or what another one guards that is being started too: none of them
 * could wait for the other.
 */
public final class Callers {

  private final ThreadLocal<@Nullable String> caller = new ThreadLocal<>();

  /** The plugin whose call of the API the current thread is carrying out. */
  Optional<String> current() {
    return Optional.ofNullable(caller.get());
  }

  /** The API of a plugin, so that it is known whose calls are carried out. */
  public PluginApi known(String pluginId, PluginApi api) {
    return (PluginApi)
        Proxy.newProxyInstance(
            PluginApi.class.getClassLoader(),
            new Class<?>[] {PluginApi.class},
            (proxy, method, arguments) -> {
              String outer = caller.get();
              caller.set(pluginId);
              try {
                return method.invoke(api, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (outer == null) {
                  caller.remove();
                } else {
                  caller.set(outer);
                }
              }
            });
  }
}
