package io.krait.interop;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations of components as they are without a configuration. */
final class Configurations {

  private Configurations() {}

  static <T> T defaults(Class<T> type) {
    return with(type, Map.of());
  }

  /** One in which an administrator has set {@code values}. */
  static <T> T with(Class<T> type, Map<String, Object> values) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
  }
}
