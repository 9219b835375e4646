package io.krait.testing;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.HookKind;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.Nullable;
import io.krait.api.PluginHooks;
import io.krait.api.model.EmailNotificationWillBeSentResult;
import io.krait.api.model.FileWillBeUploadedResult;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.MessageWillBeUpdatedResult;
import io.krait.api.model.NotificationWillBePushedResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A dispatcher whose plugins are objects of the test, called by the calling thread: for tests of
 * bundles that use the service. Which hooks were called is written down. Safe for use from any
 * thread.
 *
 * <pre>{@code
 * HooksInMemory hooks =
 *     new HooksInMemory()
 *         .with(
 *             "com.example.strict",
 *             new PluginHooks() {
 *               @Override
 *               public MessageWillBePostedResult messageWillBePosted(
 *                   PluginContext context, Post post) {
 *                 return MessageWillBePostedResult.builder().rejectionReason("no").build();
 *               }
 *             });
 *
 * MessageWillBePostedResult result =
 *     hooks
 *         .blocking()
 *         .messageWillBePosted(PluginContext.builder().build(), Post.builder().build());
 *
 * assertThat(result.rejectionReason()).isEqualTo("no");
 * assertThat(hooks.called()).containsExactly("com.example.strict MessageWillBePosted");
 * }</pre>
 *
 * <p>Plugins are asked in the order of their identifiers, and a hook that one does not override is
 * passed over. All are told of what has happened; elsewhere the first answer counts that is not the
 * one of a plugin that does nothing. It has no deadlines, and no value goes from plugin to plugin:
 * for that there is {@link KraitServer}, which has Krait's own dispatcher.
 */
public final class HooksInMemory implements HookDispatcher {

  /** In place of a result by which a plugin could say that it has done nothing. */
  private static final Object CANNOT_BE_SAID = new Object();

  private final Map<String, PluginHooks> plugins = new ConcurrentSkipListMap<>();
  private final List<String> called = new CopyOnWriteArrayList<>();

  /** No plugin runs. */
  public HooksInMemory() {}

  /** The plugin {@code id} runs, and handles these hooks. */
  public HooksInMemory(String id, PluginHooks hooks) {
    with(id, hooks);
  }

  /** From now on the plugin {@code id} runs, and handles these hooks. */
  public HooksInMemory with(String id, PluginHooks hooks) {
    plugins.put(id, hooks);
    return this;
  }

  /** From now on the plugin {@code id} does not run. */
  public HooksInMemory without(String id) {
    plugins.remove(id);
    return this;
  }

  /**
   * The hooks that were called and not passed over, in order, as in {@code com.example.a
   * OnInstall}; may be cleared.
   */
  public List<String> called() {
    return called;
  }

  @Override
  public AsyncPluginHooks async() {
    return async(plugins.keySet());
  }

  @Override
  public PluginHooks blocking() {
    return blocking(plugins.keySet());
  }

  @Override
  public Optional<AsyncPluginHooks> async(String pluginId) {
    return Optional.of(pluginId).filter(plugins::containsKey).map(id -> async(List.of(id)));
  }

  @Override
  public Optional<PluginHooks> blocking(String pluginId) {
    return Optional.of(pluginId).filter(plugins::containsKey).map(id -> blocking(List.of(id)));
  }

  @Override
  public List<String> handlersOf(HookName hook) {
    return plugins.entrySet().stream()
        .filter(plugin -> plugin.getValue().implemented().contains(hook.hookName()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<HookStatistics> statistics() {
    return List.of();
  }

  private AsyncPluginHooks async(Collection<String> ids) {
    return proxy(
        AsyncPluginHooks.class,
        (method, arguments) -> {
          Method hook = PluginHooks.class.getMethod(method.getName(), method.getParameterTypes());
          if (!CompletionStage.class.isAssignableFrom(method.getReturnType())) {
            return answer(ids, hook, arguments);
          }
          try {
            return CompletableFuture.completedFuture(answer(ids, hook, arguments));
          } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
          }
        });
  }

  private PluginHooks blocking(Collection<String> ids) {
    return proxy(PluginHooks.class, (method, arguments) -> answer(ids, method, arguments));
  }

  private interface Handler {
    @Nullable Object handle(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> "hooks in memory";
                };
              }
              return handler.handle(method, arguments == null ? new Object[0] : arguments);
            }));
  }

  private @Nullable Object answer(Collection<String> ids, Method hook, Object[] arguments)
      throws ReflectiveOperationException {
    HookName name =
        Stream.of(HookName.values())
            .filter(known -> known.methodName().equals(hook.getName()))
            .findFirst()
            .orElseThrow();
    Object nothing = passedOver(hook, arguments);
    for (String id : ids) {
      PluginHooks plugin = plugins.get(id);
      if (plugin != null) {
        Object answer = asked(id, plugin, name, hook, arguments, nothing);
        if (name.kind() != HookKind.NOTIFY && !Objects.equals(answer, nothing)) {
          return answer;
        }
      }
    }
    if (nothing == CANNOT_BE_SAID) {
      throw AppError.notImplemented(name.hookName());
    }
    return nothing;
  }

  private @Nullable Object asked(
      String id,
      PluginHooks plugin,
      HookName name,
      Method hook,
      Object[] arguments,
      @Nullable Object nothing)
      throws IllegalAccessException {
    try {
      Object answer = hook.invoke(plugin, arguments);
      called.add(id + " " + name.hookName());
      return answer;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AppError error && error.statusCode() == 501) {
        return nothing;
      }
      called.add(id + " " + name.hookName());
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
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
      case "fileWillBeUploaded" -> FileWillBeUploadedResult.builder().build();
      case "generateSupportData" -> List.of();
      default -> {
        if (hook.getReturnType() == void.class) {
          yield null;
        }
        yield hook.getReturnType() == Optional.class ? Optional.empty() : CANNOT_BE_SAID;
      }
    };
  }
}
