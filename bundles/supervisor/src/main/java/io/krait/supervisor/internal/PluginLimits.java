package io.krait.supervisor.internal;

import io.krait.supervisor.ProcessLimits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * What an administrator allows one plugin: a configuration {@code io.krait.supervisor.limits~…}.
 */
@Component(
    service = PluginLimits.class,
    configurationPid = PluginLimits.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PluginLimitsConfiguration.class, factory = true)
public final class PluginLimits {

  static final String PID = "io.krait.supervisor.limits";

  private static final long MEBIBYTE = 1 << 20;

  private final PluginLimitsConfiguration configuration;

  /** The limits of the plugin that {@code configuration} names. */
  @Activate
  public PluginLimits(PluginLimitsConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Whose they are. */
  String pluginId() {
    return configuration.plugin();
  }

  /** These limits, with those of {@code others} where nothing is said. */
  ProcessLimits over(ProcessLimits others) {
    return new ProcessLimits(
        configuration.limit_memory_megabytes() < 0
            ? others.memoryBytes()
            : configuration.limit_memory_megabytes() * MEBIBYTE,
        configuration.limit_processors() < 0
            ? others.processors()
            : configuration.limit_processors(),
        configuration.limit_tasks() < 0 ? others.tasks() : configuration.limit_tasks(),
        configuration.limit_descriptors() < 0
            ? others.descriptors()
            : configuration.limit_descriptors());
  }
}
