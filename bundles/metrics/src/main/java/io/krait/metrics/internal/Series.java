package io.krait.metrics.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Meters of things that come and go: a set of them for each thing there is.
 *
 * @param <T> what is known of a thing at one moment
 */
final class Series<T> {

  private final Function<Latest<T>, List<Runnable>> meters;
  private final Map<String, Shown<T>> shown = new HashMap<>();

  /** What is known last. Registries hold it weakly, and read it on any thread. */
  static final class Latest<T> {
    private volatile T value;

    private Latest(T value) {
      this.value = value;
    }

    T value() {
      return value;
    }

    double figure(ToDoubleFunction<T> figure) {
      return figure.applyAsDouble(value);
    }
  }

  private record Shown<T>(Latest<T> latest, List<Runnable> removals) {}

  /**
   * No meters yet.
   *
   * @param meters registers those of one thing, and gives what removes them
   */
  Series(Function<Latest<T>, List<Runnable>> meters) {
    this.meters = meters;
  }

  /** Shows what is known now, by anything that tells one thing from another. */
  void update(Map<String, T> now) {
    shown
        .entrySet()
        .removeIf(
            entry -> {
              boolean isGone = !now.containsKey(entry.getKey());
              if (isGone) {
                entry.getValue().removals().forEach(Runnable::run);
              }
              return isGone;
            });
    now.forEach(
        (key, value) -> {
          Shown<T> before = shown.get(key);
          if (before == null) {
            Latest<T> latest = new Latest<>(value);
            shown.put(key, new Shown<>(latest, meters.apply(latest)));
          } else {
            before.latest().value = value;
          }
        });
  }
}
