package io.krait.host.internal.plugin;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.PluginHooks;
import io.krait.api.model.Post;
import io.krait.testing.HooksInMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plugins that read posts for one another. */
class ReadingsTest {

  private static final List<Post> POSTS = List.of(Post.builder().message("ahoy").build());

  private final DispatchedHooks hooks = new DispatchedHooks();
  private final Several plugins = new Several();
  private final List<String> read = new ArrayList<>();

  @Test
  void pluginsThatReadForOneAnotherWithoutEndAreToldSo() {
    List<AppError> refused = new ArrayList<>();
    for (String id : List.of("one", "two")) {
      plugins.has(
          id,
          posts -> {
            read.add(id);
            try {
              return hooks.messagesWillBeConsumedBy(id, posts).await();
            } catch (AppError tooDeep) {
              refused.add(tooDeep);
              throw tooDeep;
            }
          });
    }
    hooks.bindDispatcher(plugins);

    assertThat(hooks.messagesWillBeConsumedBy("one", POSTS).await()).isEqualTo(POSTS);

    assertThat(read).containsExactly("two", "one", "two", "one");
    assertThat(refused.get(0))
        .returns(508, AppError::statusCode)
        .hasMessageContaining("plugin one reads posts while it is asked how");
    assertThat(hooks.messagesWillBeConsumedBy("two", POSTS).await()).as("later").isEqualTo(POSTS);
  }

  @Test
  void whoReadsManyTimesIsNotDeep() {
    plugins.has("two", posts -> posts);
    hooks.bindDispatcher(plugins);

    for (int i = 0; i < 100; i++) {
      assertThat(hooks.messagesWillBeConsumedBy("one", POSTS).await()).isEqualTo(POSTS);
    }
  }

  @Test
  void depthIsThatOfTheLatestCallThatIsUnderWay() {
    Readings readings = new Readings();
    assertThat(readings.depth("one")).isEqualTo(1);

    Readings.Reading first = readings.begin("one", 1);
    Readings.Reading latest = readings.begin("one", 4);
    assertFails(508, () -> readings.depth("one"));
    readings.end("one", latest);
    assertThat(readings.depth("one")).isEqualTo(2);
    readings.end("one", first);
    assertThat(readings.depth("one")).isEqualTo(1);
  }

  /** How a plugin wants posts shown. */
  @FunctionalInterface
  private interface Showing {
    List<Post> of(List<Post> posts);
  }

  /** A dispatcher with plugins, whose hooks are called by the calling thread. */
  private static final class Several implements HookDispatcher {
    private final Map<String, HooksInMemory> plugins = new LinkedHashMap<>();

    void has(String id, Showing showing) {
      plugins.put(
          id,
          new HooksInMemory(
              id,
              new PluginHooks() {
                @Override
                public List<Post> messagesWillBeConsumed(List<Post> posts) {
                  return showing.of(posts);
                }
              }));
    }

    @Override
    public AsyncPluginHooks async() {
      throw new UnsupportedOperationException("each is asked for itself");
    }

    @Override
    public PluginHooks blocking() {
      throw new UnsupportedOperationException("each is asked for itself");
    }

    @Override
    public Optional<AsyncPluginHooks> async(String pluginId) {
      return Optional.ofNullable(plugins.get(pluginId)).map(HooksInMemory::async);
    }

    @Override
    public Optional<PluginHooks> blocking(String pluginId) {
      return Optional.ofNullable(plugins.get(pluginId)).map(HooksInMemory::blocking);
    }

    @Override
    public List<String> handlersOf(HookName hook) {
      return List.copyOf(plugins.keySet());
    }

    @Override
    public List<HookStatistics> statistics() {
      return List.of();
    }
  }
}
