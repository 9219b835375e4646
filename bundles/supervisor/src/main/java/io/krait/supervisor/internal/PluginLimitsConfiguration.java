package io.krait.supervisor.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What one plugin may take of the machine. */
@ObjectClassDefinition(
    name = "Krait limits of a plugin",
    description =
        "What one plugin may take of the machine, from its next start on; what is not set here is"
            + " as in the configuration of the supervisor")
public @interface PluginLimitsConfiguration {

  /** Whose limits these are. */
  @AttributeDefinition(name = "Plugin", description = "The plugin's id")
  String plugin();

  /** How much memory it may hold. */
  @AttributeDefinition(
      name = "Memory",
      description = "MiB of memory; 0 for no limit, -1 for that of the supervisor, as by default")
  int limit_memory_megabytes() default -1;

  /** On how many processors it may run. */
  @AttributeDefinition(
      name = "Processors",
      description = "Number of processors; 0 for no limit, -1 for that of the supervisor")
  double limit_processors() default -1;

  /** How many processes and threads it may have. */
  @AttributeDefinition(
      name = "Processes and threads",
      description = "Their number; 0 for no limit, -1 for that of the supervisor")
  int limit_tasks() default -1;

  /** How many files and sockets it may have open. */
  @AttributeDefinition(
      name = "Descriptors",
      description =
          "Files and sockets that each process may have open; 0 for no limit, -1 for that of the"
              + " supervisor")
  int limit_descriptors() default -1;
}
