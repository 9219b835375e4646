package io.krait.itests.talk;

import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.management.PluginManager;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * The activator of a bundle that is a host of plugins. It offers the functions {@code install},
 * which takes the path of an archive, runs the plugin and returns its state, and {@code post},
 * which takes a message and returns what plugins make of it.
 */
public final class HostTalk implements BundleActivator {
  private static final long PATIENCE_SECONDS = 120;

  @Override
  public void start(BundleContext context) {
    context.registerService(PluginApiProvider.class, new Entries(), null);
    offer(context, "install", archive -> use(context, PluginManager.class, install(archive)));
    offer(context, "post", message -> use(context, HookDispatcher.class, post(message)));
  }

  private static void offer(BundleContext context, String talk, Function<String, String> function) {
    context.registerService(
        Function.class, function, FrameworkUtil.asDictionary(Map.of("talk", talk)));
  }

  private static <S> String use(BundleContext context, Class<S> type, Work<S> work) {
    ServiceReference<S> reference = context.getServiceReference(type);
    if (reference == null) {
      return "nobody offers a " + type.getName();
    }
    try {
      return work.with(context.getService(reference));
    } catch (Exception e) {
      return e.toString();
    } finally {
      context.ungetService(reference);
    }
  }

  private interface Work<S> {
    String with(S service) throws Exception;
  }

  private static Work<PluginManager> install(String archive) {
    return manager -> {
      try (InputStream content = Files.newInputStream(Path.of(archive))) {
        var plugin = manager.install(content, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return manager.enable(plugin.id()).get(PATIENCE_SECONDS, TimeUnit.SECONDS).state().name();
      }
    };
  }

  private static Work<HookDispatcher> post(String message) {
    return dispatcher ->
        dispatcher
            .blocking()
            .messageWillBePosted(
                PluginContext.builder().build(), Post.builder().message(message).build())
            .modifiedPost()
            .map(Post::message)
            .orElse("unchanged");
  }

  @Override
  public void stop(BundleContext context) {}

  private static final class Entries implements PluginApiProvider {
    private final Map<String, Bytes> entries = new ConcurrentHashMap<>();

    @Override
    public PluginApi open(HostedPlugin plugin) {
      return new PluginApi() {
        @Override
        public void kvSet(String key, Bytes value) {
          entries.put(key, value);
        }
      };
    }
  }
}
