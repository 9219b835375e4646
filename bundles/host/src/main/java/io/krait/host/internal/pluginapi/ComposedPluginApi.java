package io.krait.host.internal.pluginapi;

import io.krait.api.AppError;
import io.krait.api.PluginApi;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin API that is answered by areas: each of its methods by the one area that has it, and with
 * 501, as the interface does, where none has.
 */
final class ComposedPluginApi implements InvocationHandler {

  private static final int BAD_REQUEST = 400;

  /** Of more at once no database can be asked, and no answer could be sent. */
  private static final int MOST_ELEMENTS = 10_000;

  private final Map<Method, PluginApi> areas;

  private ComposedPluginApi(Map<Method, PluginApi> areas) {
    this.areas = areas;
  }

  /**
   * The API that these areas answer together.
   *
   * @throws IllegalArgumentException where two of them have the same method
   */
  static PluginApi of(List<PluginApi> areas) {
    Map<Method, PluginApi> owners = new HashMap<>();
    for (PluginApi area : areas) {
      for (Method method : PluginApi.class.getMethods()) {
        if (has(area, method)) {
          PluginApi other = owners.put(method, area);
          if (other != null) {
            throw new IllegalArgumentException(
                "%s and %s both have the method %s"
                    .formatted(
                        other.getClass().getName(), area.getClass().getName(), method.getName()));
          }
        }
      }
    }
    return (PluginApi)
        Proxy.newProxyInstance(
            PluginApi.class.getClassLoader(),
            new Class<?>[] {PluginApi.class},
            new ComposedPluginApi(Map.copyOf(owners)));
  }

  private static boolean has(PluginApi area, Method method) {
    return Arrays.stream(area.getClass().getDeclaredMethods())
        .anyMatch(
            own ->
                own.getName().equals(method.getName())
                    && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }

  private static void checkSizes(Method method, Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Collection<?> many && many.size() > MOST_ELEMENTS) {
        throw AppError.builder()
            .id("api.context.invalid_body_param.app_error")
            .message(
                "%d values at once are more than the %d that are taken"
                    .formatted(many.size(), MOST_ELEMENTS))
            .where(method.getName())
            .statusCode(BAD_REQUEST)
            .build();
      }
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      if (method.getDeclaringClass() == Object.class) {
        return method.invoke(this, arguments);
      }
      PluginApi area = areas.get(method);
      if (arguments != null) {
        checkSizes(method, arguments);
      }
      return area == null
          ? InvocationHandler.invokeDefault(proxy, method, arguments)
          : method.invoke(area, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
