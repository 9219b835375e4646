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

  /** Its settings. */
  @AttributeDefinition(
      name = "Settings",
      description =
          "The plugin's settings as a JSON object with lower-case keys; what is missing has the"
              + " default that the plugin's manifest gives")
  String settings() default "{}";
}
