package io.krait.host.internal.rest;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as the framework would make it. */
final class Configured {
  private Configured() {}

  /** These settings, and the defaults of all others. */
  static <T> T of(Class<T> type, Map<String, Object> settings) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                settings.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}
