package io.krait.api.testing;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.Nullable;
import io.krait.api.PluginHooks;
import io.krait.api.model.EmailNotificationWillBeSentResult;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.MessageWillBeUpdatedResult;
import io.krait.api.model.NotificationWillBePushedResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A dispatcher with one plugin, whose hooks are called by the calling thread. Those that it does
 * not handle are passed over.
 */
public final class RunningPlugins implements HookDispatcher {
  private final String id;
  private final PluginHooks hooks;

  /** The plugin {@code id} runs, and handles these hooks. */
  public RunningPlugins(String id, PluginHooks hooks) {
    this.id = id;
    this.hooks = hooks;
  }

  @Override
  public AsyncPluginHooks async() {
    return (AsyncPluginHooks)
        Proxy.newProxyInstance(
            AsyncPluginHooks.class.getClassLoader(),
            new Class<?>[] {AsyncPluginHooks.class},
            (proxy, method, arguments) -> answered(method, arguments));
  }

  private CompletableFuture<Object> answered(Method hook, Object[] arguments) throws Exception {
    Method blocking = PluginHooks.class.getMethod(hook.getName(), hook.getParameterTypes());
    try {
      return CompletableFuture.completedFuture(blocking.invoke(hooks, arguments));
    } catch (InvocationTargetException failure) {
      return failure.getCause() instanceof AppError error && error.statusCode() == 501
          ? CompletableFuture.completedFuture(passedOver(hook, arguments))
          : CompletableFuture.failedFuture(failure.getCause());
    }
  }

  private static @Nullable Object passedOver(Method hook, Object[] arguments) {
    return switch (hook.getName()) {
      case "messageWillBePosted" -> MessageWillBePostedResult.builder().build();
      case "messageWillBeUpdated" -> MessageWillBeUpdatedResult.builder().build();
      case "messagesWillBeConsumed" -> arguments[0];
      case "userWillLogIn" -> "";
      case "configurationWillBeSaved", "describeCommand" -> Optional.empty();
      case "notificationWillBePushed" -> NotificationWillBePushedResult.builder().build();
      case "emailNotificationWillBeSent" -> EmailNotificationWillBeSentResult.builder().build();
      case "runDataRetention" -> 0L;
      case "generateSupportData" -> List.of();
      default -> null;
    };
  }

  @Override
  public PluginHooks blocking() {
    return hooks;
  }

  @Override
  public Optional<AsyncPluginHooks> async(String pluginId) {
    return pluginId.equals(id) ? Optional.of(async()) : Optional.empty();
  }

  @Override
  public Optional<PluginHooks> blocking(String pluginId) {
    return pluginId.equals(id) ? Optional.of(hooks) : Optional.empty();
  }

  @Override
  public List<String> handlersOf(HookName hook) {
    return List.of(id);
  }

  @Override
  public List<HookStatistics> statistics() {
    return List.of();
  }
}
