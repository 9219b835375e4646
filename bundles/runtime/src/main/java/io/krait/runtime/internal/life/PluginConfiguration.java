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

  /** Where debuggers find a plugin, if nothing else is said. */
  int DEBUG_PORT = 5678;

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

  /** Whether it is debugged. */
  @AttributeDefinition(
      name = "Debug",
      description =
          "Whether the plugin is debugged from its next start on: it has no deadlines, nobody looks"
              + " after its health, and a debugger can be attached. Who waits for the plugin then"
              + " waits for as long as it stands still: not for servers that people work with")
  boolean debug() default false;

  /** Where its debuggers find it. */
  @AttributeDefinition(
      name = "Debug port",
      description =
          "Port of this machine where debugpy listens while the plugin is debugged; 0 for any that"
              + " is free. The plugin's log says which one it is")
  int debug_port() default DEBUG_PORT;

  /** Its settings. */
  @AttributeDefinition(
      name = "Settings",
      description =
          "The plugin's settings as a JSON object with lower-case keys; what is missing has the"
              + " default that the plugin's manifest gives")
  String settings() default "{}";
}
