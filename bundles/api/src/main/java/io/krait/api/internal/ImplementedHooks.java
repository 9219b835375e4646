package io.krait.api.internal;

import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells which hooks a class implements: those whose method it overrides. */
public final class ImplementedHooks {

  private ImplementedHooks() {}

  /** The names of the hooks that {@code hooks} implements, in the contract's order. */
  public static List<String> of(PluginHooks hooks) {
    Map<String, HookName> byMethod = new HashMap<>();
    for (HookName hook : HookName.values()) {
      byMethod.put(hook.methodName(), hook);
    }
    return Stream.of(hooks.getClass().getMethods())
        .filter(method -> !method.isBridge() && method.getDeclaringClass() != PluginHooks.class)
        .map(Method::getName)
        .map(byMethod::get)
        .filter(hook -> hook != null && hook != HookName.IMPLEMENTED)
        .sorted()
        .map(HookName::hookName)
        .distinct()
        .toList();
  }
}
