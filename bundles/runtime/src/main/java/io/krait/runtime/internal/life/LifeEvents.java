package io.krait.runtime.internal.life;

import java.util.Map;

/** Whoever wants to hear what happens to plugins. Safe for use from any thread. */
@FunctionalInterface
public interface LifeEvents {

  /**
   * Something has happened. Returns at once.
   *
   * @param topic one of {@link io.krait.api.management.PluginEvents}
   */
  void happened(String topic, Map<String, Object> properties);
}
