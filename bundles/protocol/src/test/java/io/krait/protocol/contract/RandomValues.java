package io.krait.protocol.contract;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes random values of any type that the API's interfaces and models use. Each part is empty now
 * and then, as emptiness is where conversions go wrong.
 */
public final class RandomValues {

  private static final int DEEPEST = 3;
  private static final long UINT32_MASK = 0xffff_ffffL;
  private static final String[] TEXTS = {
    "",
    "a",
    "Grüße, 世界 🐍",
    "line\nbreak\ttab",
    "\"quoted\" \\ <b>&amp;</b>",
    "\u0000",
    "x".repeat(300)
  };

  private final RandomGenerator random;
  private final Set<String> leftEmpty;

  /** Values all of whose parts may be filled. */
  public RandomValues(RandomGenerator random) {
    this(random, Set.of());
  }

  private RandomValues(RandomGenerator random, Set<String> leftEmpty) {
    this.random = random;
    this.leftEmpty = leftEmpty;
  }

  /** The same with nothing in the parts that are never sent to a plugin. */
  public RandomValues withoutNeverSent() {
    return new RandomValues(random, ContractTypes.neverSent());
  }

  /** A value for a parameter or result; null now and then where it is marked as nullable. */
  public Object of(AnnotatedType type) {
    if (type.isAnnotationPresent(Nullable.class) && chance(3)) {
      return null;
    }
    return of(type.getType(), 0);
  }

  /** A value of {@code type}. */
  public Object of(Type type) {
    return of(type, 0);
  }

  /** An error all of whose parts travel. */
  public AppError error() {
    return AppError.builder()
        .id(chance(4) ? "" : "app.test." + random.nextInt(100))
        .message(text())
        .detailedError(text())
        .requestId(text())
        .statusCode(random.nextInt(600))
        .where(text())
        .params(json(0))
        .build();
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private Object of(Type type, int depth) {
    if (type instanceof ParameterizedType generic) {
      return parameterized(generic, depth);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return text();
    } else if (raw == int.class || raw == Integer.class) {
      return chance(3) ? 0 : random.nextInt();
    } else if (raw == long.class || raw == Long.class) {
      return chance(3) ? 0L : random.nextLong();
    } else if (raw == boolean.class || raw == Boolean.class) {
      return random.nextBoolean();
    } else if (raw == Bytes.class) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      return Bytes.copyOf(bytes);
    } else if (raw == Object.class) {
      return jsonValue(depth);
    } else if (raw == AppError.class) {
      return error();
    } else if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    return model(raw, depth);
  }

  private Object parameterized(ParameterizedType type, int depth) {
    Type[] arguments = type.getActualTypeArguments();
    int size = depth >= DEEPEST ? 0 : random.nextInt(3);
    if (type.getRawType() == Optional.class) {
      return chance(3) ? Optional.empty() : Optional.ofNullable(of(arguments[0], depth));
    } else if (type.getRawType() == List.class) {
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(of(arguments[0], depth + 1));
      }
      return list;
    } else if (type.getRawType() == Map.class && arguments[1] == Object.class) {
      return json(depth);
    } else if (type.getRawType() == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        map.put("key " + i + text(), of(arguments[1], depth + 1));
      }
      return map;
    }
    throw new IllegalArgumentException("no random value for " + type);
  }

  private Object model(Class<?> type, int depth) {
    try {
      Object builder = type.getMethod("builder").invoke(null);
      Method[] setters = builder.getClass().getMethods();
      // Reflection has no order of its own, and the same seed must make the same value.
      Arrays.sort(setters, Comparator.comparing(Method::getName));
      for (Method setter : setters) {
        if (setter.getParameterCount() == 1
            && setter.getReturnType() == builder.getClass()
            && !Modifier.isStatic(setter.getModifiers())) {
          fill(builder, setter, depth);
        }
      }
      return builder.getClass().getMethod("build").invoke(builder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private void fill(Object builder, Method setter, int depth) throws ReflectiveOperationException {
    String model = builder.getClass().getEnclosingClass().getSimpleName();
    if (leftEmpty.contains(model + "." + setter.getName())) {
      return;
    }
    AnnotatedType type = setter.getAnnotatedParameterTypes()[0];
    boolean nullable = type.isAnnotationPresent(Nullable.class);
    if (nullable && (depth >= DEEPEST || chance(3))) {
      return;
    }
    Object value = of(type.getType(), depth + 1);
    try {
      setter.invoke(builder, value);
    } catch (InvocationTargetException outOfRange) {
      if (!(value instanceof Long number)) {
        throw outOfRange;
      }
      setter.invoke(builder, number & UINT32_MASK);
    }
  }

  private Map<String, Object> json(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = depth >= DEEPEST ? 0 : random.nextInt(4); i > 0; i--) {
      object.put("key " + i + text(), jsonValue(depth + 1));
    }
    return object;
  }

  private Object jsonValue(int depth) {
    return switch (random.nextInt(depth >= DEEPEST ? 5 : 7)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> text();
      case 3 -> (long) random.nextInt();
      case 4 -> random.nextDouble() * 1e6 + 0.5e-3;
      case 5 -> json(depth + 1);
      default -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(jsonValue(depth + 1));
        }
        yield list;
      }
    };
  }
}
