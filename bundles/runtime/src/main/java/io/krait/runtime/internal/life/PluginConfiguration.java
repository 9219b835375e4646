package io.krait.runtime.internal.life;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator can set about one plugin. */
@ObjectClassDefinition(
    name = "Krait plugin",
    description =
        "Whether a plugin runs, and its settings; the configuration's name is the plugin's id:"
            + " io.krait.plugin~com.example.hello",
    factoryPid = ConfigurationAdminChoices.FACTORY_PID)
public @interface PluginConfiguration {

  /** Whether the plugin is to run. */
  @AttributeDefinition(name = "Enabled", description = "Whether the plugin is to run")
  boolean enabled() default false;

  /** From which level on it logs. */
  @AttributeDefinition(
      name = "Log level",
      description =
          "From which level on the plugin logs: DEBUG, INFO, WARNING or ERROR; empty, as it is by"
              + " default, for log.level of io.krait.runtime. The plugin is told at its next start")
  String log_level() default "";

  /** Its settings. */
  @AttributeDefinition(
      name = "Settings",
      description =
          "The plugin's settings as a JSON object with lower-case keys; what is missing has the"
              + " default that the plugin's manifest gives")
  String settings() default "{}";
}
