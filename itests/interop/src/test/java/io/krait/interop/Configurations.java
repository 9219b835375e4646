package io.krait.interop;

import java.lang.reflect.Proxy;

/** Configurations of components as they are without a configuration. */
final class Configurations {

  private Configurations() {}

  static <T> T defaults(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.getDefaultValue()));
  }
}
