package io.krait.host.internal.plugin;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.testing.HooksInMemory;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A dispatcher with one plugin, which is asked about posts and does not answer until it is let. */
public final class SilentModerator implements HookDispatcher {
  private final Queue<CompletableFuture<Object>> waiting = new ConcurrentLinkedQueue<>();
  private final HooksInMemory others =
      new HooksInMemory(
          "silent",
          new PluginHooks() {
            @Override
            public void messageHasBeenPosted(PluginContext context, Post post) {}

            @Override
            public void userHasLoggedIn(PluginContext context, User user) {}
          });

  /** How many posts wait for it. */
  public int waiting() {
    return waiting.size();
  }

  /** Lets all posts pass that wait. */
  public void answer() {
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      one.complete(MessageWillBePostedResult.builder().build());
    }
  }

  /** Ends all that wait as a dispatcher does whose deadline has passed. */
  public void fail(RuntimeException failure) {
    for (var one = waiting.poll(); one != null; one = waiting.poll()) {
      one.completeExceptionally(failure);
    }
  }

  @Override
  public AsyncPluginHooks async() {
    AsyncPluginHooks passing = others.async();
    return (AsyncPluginHooks)
        Proxy.newProxyInstance(
            AsyncPluginHooks.class.getClassLoader(),
            new Class<?>[] {AsyncPluginHooks.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("messageWillBePosted")) {
                return method.invoke(passing, arguments);
              }
              CompletableFuture<Object> answer = new CompletableFuture<>();
              waiting.add(answer);
              return answer;
            });
  }

  @Override
  public PluginHooks blocking() {
    return others.blocking();
  }

  @Override
  public Optional<AsyncPluginHooks> async(String pluginId) {
    return Optional.empty();
  }

  @Override
  public Optional<PluginHooks> blocking(String pluginId) {
    return Optional.empty();
  }

  @Override
  public List<String> handlersOf(HookName hook) {
    return List.of("silent");
  }

  @Override
  public List<HookStatistics> statistics() {
    return List.of();
  }
}
