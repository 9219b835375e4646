package io.krait.runtime.internal.life;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Choices that are forgotten. */
final class MemoryChoices implements Choices {

  private final Map<String, Choice> choices = new ConcurrentHashMap<>();
  private volatile BiConsumer<String, Choice> listener = (id, choice) -> {};

  @Override
  public Choice of(String pluginId) {
    return choices.getOrDefault(pluginId, Choice.NONE);
  }

  @Override
  public Choice change(String pluginId, UnaryOperator<Choice> change) {
    return choices.compute(pluginId, (id, choice) -> change.apply(of(id, choice)));
  }

  private static Choice of(String id, Choice choice) {
    return choice == null ? Choice.NONE : choice;
  }

  @Override
  public void listen(BiConsumer<String, Choice> newListener) {
    listener = newListener;
  }

  /** Somebody else changes it. */
  void changeFromOutside(String pluginId, UnaryOperator<Choice> change) {
    listener.accept(pluginId, change(pluginId, change));
  }
}
