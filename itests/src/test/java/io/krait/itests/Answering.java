package io.krait.itests;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Services of which a test needs little. */
final class Answering {
  private Answering() {}

  /** A service whose named methods answer that, and whose others fail. */
  static <T> T service(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            Answering.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  case "toString" -> "a " + type.getSimpleName() + " of " + answers.keySet();
                  default -> {
                    var answer = answers.get(method.getName());
                    if (answer == null) {
                      throw new UnsupportedOperationException(method.getName());
                    }
                    yield answer.apply(arguments);
                  }
                }));
  }
}
