package io.krait.api.testing;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Services of which a test needs little. */
public final class Answering {
  private Answering() {}

  /**
   * A service whose named methods answer that, and whose others fail.
   *
   * @param answers by the name of the method; called with its arguments
   */
  public static <T> T service(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
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
