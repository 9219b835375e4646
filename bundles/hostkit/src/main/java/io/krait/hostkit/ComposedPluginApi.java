package io.krait.hostkit;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin API that is answered by areas: each of its methods by the one area that has it, and with
 * 501, as the interface does, where none has.
 */
public final class ComposedPluginApi implements InvocationHandler {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_IMPLEMENTED = 501;

  /** Of more at once no database can be asked, and no answer could be sent. */
  private static final int MOST_ELEMENTS = 10_000;

  private final Map<Method, Owner> owners;

  /**
   * Answers as the interface does. That could be asked of the proxy itself, by {@link
   * InvocationHandler#invokeDefault}, but Java 17 keeps the proxy's class for it until some other
   * is asked, and with that the class loader of the interface's bundle.
   */
  private final PluginApi absent = new PluginApi() {};

  private ComposedPluginApi(Map<Method, Owner> owners) {
    this.owners = Map.copyOf(owners);
  }

  /**
   * Who answers a method.
   *
   * @param otherwise who does where the first says that it has no such method
   */
  private record Owner(PluginApi first, @Nullable PluginApi otherwise) {}

  /**
   * The API that these areas answer together. Whatever it is asked with more than 10000 values at
   * once fails with status 400.
   *
   * @throws IllegalArgumentException where two of them have the same method
   */
  public static PluginApi of(List<PluginApi> areas) {
    return proxy(owners(areas));
  }

  /**
   * The API of a host, with areas for what it does not have: methods that it does not implement,
   * and those that fail with the error of {@link AppError#notImplemented} that names them.
   *
   * @throws IllegalArgumentException where two of the areas have the same method
   */
  public static PluginApi completed(PluginApi host, List<PluginApi> areas) {
    Map<Method, Owner> owners = owners(areas);
    hosts(host)
        .forEach(
            (method, first) ->
                owners.merge(
                    method,
                    new Owner(first, null),
                    (ours, hosts) -> new Owner(hosts.first(), ours.first())));
    return proxy(owners);
  }

  private static PluginApi proxy(Map<Method, Owner> owners) {
    return (PluginApi)
        Proxy.newProxyInstance(
            PluginApi.class.getClassLoader(),
            new Class<?>[] {PluginApi.class},
            new ComposedPluginApi(owners));
  }

  private static Map<Method, Owner> owners(List<PluginApi> areas) {
    Map<Method, Owner> owners = new HashMap<>();
    for (PluginApi area : areas) {
      for (Method method : PluginApi.class.getMethods()) {
        if (has(area, method)) {
          Owner other = owners.put(method, new Owner(area, null));
          if (other != null) {
            throw new IllegalArgumentException(
                "%s and %s both have the method %s"
                    .formatted(
                        other.first().getClass().getName(),
                        area.getClass().getName(),
                        method.getName()));
          }
        }
      }
    }
    return owners;
  }

  private static Map<Method, PluginApi> hosts(PluginApi host) {
    Map<Method, PluginApi> hosts = new HashMap<>();
    // One that is composed itself is not gone through for each call.
    if (Proxy.isProxyClass(host.getClass())
        && Proxy.getInvocationHandler(host) instanceof ComposedPluginApi composed) {
      composed.owners.forEach((method, owner) -> hosts.put(method, owner.first()));
      return hosts;
    }
    for (Method method : PluginApi.class.getMethods()) {
      if (has(host, method)) {
        hosts.put(method, host);
      }
    }
    return hosts;
  }

  private static boolean has(PluginApi api, Method method) {
    try {
      return api.getClass()
              .getMethod(method.getName(), method.getParameterTypes())
              .getDeclaringClass()
          != PluginApi.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
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
      if (arguments != null) {
        checkSizes(method, arguments);
      }
      Owner owner = owners.get(method);
      return owner == null ? method.invoke(absent, arguments) : answer(owner, method, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private Object answer(Owner owner, Method method, Object[] arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(owner.first(), arguments);
    } catch (InvocationTargetException failure) {
      if (owner.otherwise() != null
          && failure.getCause() instanceof AppError error
          && error.statusCode() == NOT_IMPLEMENTED
          && isOfTheInterface(error, method, arguments)) {
        return method.invoke(owner.otherwise(), arguments);
      }
      throw failure;
    }
  }

  /** A host may say 501 of something else that the method needs, which is its answer. */
  private boolean isOfTheInterface(AppError error, Method method, Object[] arguments)
      throws ReflectiveOperationException {
    try {
      method.invoke(absent, arguments);
      return false;
    } catch (InvocationTargetException failure) {
      return failure.getCause() instanceof AppError said
          && error.id().equals(said.id())
          && error.where().equals(said.where());
    }
  }
}
