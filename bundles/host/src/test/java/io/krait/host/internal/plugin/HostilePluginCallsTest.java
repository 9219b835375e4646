package io.krait.host.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.Channel;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import io.krait.hostkit.testing.FakeHostedPlugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each method of the API is called with what no honest plugin sends. It may do what it is asked, or
 * refuse it by an error that blames the plugin; what was not foreseen would be an error of ours.
 */
class HostilePluginCallsTest {

  private static final int DEEPEST = 3;
  private static final int MANY = 10_001;

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private PluginApi api;
  private Map<String, String> ids;

  /** A kind of bad input: one text, one number, one size of lists. */
  enum Kind {
    NOTHING("", 0, 0),
    NUL("a\0b", -1, 1),
    ODD_CHARACTERS("\u202e\ufffe\u0007", Long.MIN_VALUE, 1),
    LONG("x".repeat(1 << 20), Long.MAX_VALUE, 1),
    PATTERN("%_\\'\";--", 1, 2),
    PATH("../../etc/passwd", Integer.MAX_VALUE, 2),
    SPACES(" \t\n", 60, 2),
    MANY_OF_THEM("abc", 2, MANY);

    private final String text;
    private final long number;
    private final int size;

    Kind(String text, long number, int size) {
      this.text = text;
      this.number = number;
      this.size = size;
    }
  }

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    api =
        new WholeApi(host.surroundings(), new DispatchedHooks())
            .of(new FakeHostedPlugin("one", folder.resolve("one"), Map.of()));
    User user = host.user("ada");
    Team team = host.team("red");
    Channel channel = host.channel(team, "plans");
    ids = Map.of("userId", user.id(), "teamId", team.id(), "channelId", channel.id());
  }

  @ParameterizedTest
  @EnumSource
  void whatNoHonestPluginSendsIsDoneOrRefused(Kind kind) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Method method : PluginApi.class.getMethods()) {
      if (method.getDeclaringClass() == Object.class || Modifier.isStatic(method.getModifiers())) {
        continue;
      }
      // Once with nothing that is right, once with parts that are.
      for (boolean known : new boolean[] {false, true}) {
        try {
          method.invoke(api, arguments(method, kind, known));
        } catch (InvocationTargetException thrown) {
          if (!(thrown.getCause() instanceof AppError error)) {
            wrong.add(method.getName() + ": " + brief(thrown.getCause()));
          } else if (error.statusCode() >= 500 && error.statusCode() != 501
              || error.statusCode() < 400
              || error.getMessage().contains("java.")) {
            wrong.add(method.getName() + ": " + brief(error));
          }
        }
      }
    }

    assertThat(wrong.stream().distinct().toList()).isEmpty();
  }

  private static String brief(Throwable failure) {
    String text = String.valueOf(failure);
    StackTraceElement[] trace = failure.getStackTrace();
    for (StackTraceElement element : trace) {
      if (element.getClassName().startsWith("io.krait.host")) {
        return text.substring(0, Math.min(200, text.length())) + " at " + element;
      }
    }
    return text.substring(0, Math.min(200, text.length()));
  }

  private Object[] arguments(Method method, Kind kind, boolean known) throws Exception {
    List<Object> arguments = new ArrayList<>();
    for (Type type : method.getGenericParameterTypes()) {
      arguments.add(value(type, kind, known, 0));
    }
    return arguments.toArray();
  }

  private @Nullable Object value(Type type, Kind kind, boolean known, int depth) throws Exception {
    if (type instanceof ParameterizedType generic) {
      return collection(generic, kind, known, depth);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return kind.text;
    } else if (raw == int.class || raw == Integer.class) {
      return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, kind.number));
    } else if (raw == long.class || raw == Long.class) {
      return kind.number;
    } else if (raw == boolean.class || raw == Boolean.class) {
      return known;
    } else if (raw == Bytes.class) {
      return Bytes.utf8(kind.text);
    } else if (raw == Object.class) {
      return kind.text;
    } else if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    return model(raw, kind, known, depth);
  }

  private Object collection(ParameterizedType type, Kind kind, boolean known, int depth)
      throws Exception {
    Type[] parts = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return Optional.ofNullable(value(parts[0], kind, known, depth));
    } else if (type.getRawType() == List.class) {
      return depth > 1 && kind.size == MANY
          ? List.of()
          : Collections.nCopies(kind.size, value(parts[0], kind, known, depth + 1));
    } else if (type.getRawType() == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      if (kind.size > 0 && depth < DEEPEST) {
        map.put(kind.text, value(parts[1], kind, known, depth + 1));
      }
      return map;
    } else if (type.getRawType() == Flow.Publisher.class) {
      return (Flow.Publisher<Object>) subscriber -> {};
    }
    throw new IllegalArgumentException("no value for " + type);
  }

  private @Nullable Object model(Class<?> type, Kind kind, boolean known, int depth)
      throws Exception {
    Object builder = type.getMethod("builder").invoke(null);
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getParameterCount() != 1
          || setter.getReturnType() != builder.getClass()
          || Modifier.isStatic(setter.getModifiers())) {
        continue;
      }
      Type part = setter.getGenericParameterTypes()[0];
      if (depth >= DEEPEST && !(part instanceof Class<?> simple && simple == String.class)) {
        continue;
      }
      String id = ids.get(setter.getName());
      try {
        setter.invoke(builder, known && id != null ? id : value(part, kind, known, depth + 1));
      } catch (InvocationTargetException outOfRange) {
        // What no message can hold.
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }
}
