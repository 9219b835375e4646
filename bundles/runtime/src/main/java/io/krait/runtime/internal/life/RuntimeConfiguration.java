package io.krait.runtime.internal.life;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator can set about the life of plugins. */
@ObjectClassDefinition(
    name = "Krait runtime",
    description = "Where plugins are, and how they are started and stopped")
public @interface RuntimeConfiguration {

  /** Where plugins are. */
  @AttributeDefinition(
      name = "Plugin folder",
      description =
          "Folder of the installed plugins; empty, as it is by default, for the one that the"
              + " framework property krait.plugins names, else for one in this bundle's data area,"
              + " which is deleted when the bundle is uninstalled")
  String plugins_folder() default "";

  /** How long a plugin may work on a hook. */
  @AttributeDefinition(
      name = "Hook time limit",
      description =
          "Seconds that plugins are told they may work on one hook, for those that do not look at"
              + " the deadlines of calls; with 30, the default, what io.krait.runtime.deadlines says"
              + " is all that counts")
  int hook_seconds() default 30;

  /** From which level on plugins log. */
  @AttributeDefinition(
      name = "Log level",
      description =
          "From which level on plugins log: DEBUG, INFO, WARNING or ERROR; INFO by default")
  String log_level() default "INFO";

  /** How long a stop waits for running hooks and HTTP requests. */
  @AttributeDefinition(
      name = "Drain time",
      description =
          "Seconds that hooks and HTTP requests which run when their plugin is stopped may take to"
              + " end; what takes longer is broken off; 5 by default")
  int drain_seconds() default 5;

  /** How long all plugins together may take to stop. */
  @AttributeDefinition(
      name = "Stop time limit",
      description =
          "Seconds that are waited for plugins to stop when the runtime ends or a bundle that they"
              + " need goes away; 30 by default")
  int stop_seconds() default 30;

  /** How many threads there are. */
  @AttributeDefinition(
      name = "Threads",
      description = "How many threads at most deal with starts, stops and changes; 8 by default")
  int threads() default 8;

  /** Whether nodes take new versions one after the other. */
  @AttributeDefinition(
      name = "Rolling updates",
      description =
          "Whether, where several nodes are one server, one after the other takes a new version of a"
              + " plugin that runs, rather than all at once; true by default")
  boolean cluster_rolling() default true;

  /** Whether a failure of one node keeps the others from taking a version. */
  @AttributeDefinition(
      name = "Stop at failure",
      description =
          "Whether, where several nodes are one server, no further node takes a version of a plugin"
              + " that has failed on one of them; false by default")
  boolean cluster_stop_at_failure() default false;

  /** How often a node looks for what it was not told. */
  @AttributeDefinition(
      name = "Time between looks",
      description =
          "Seconds after which a node looks whether other nodes have changed plugins, in case it was"
              + " not told; 10 by default")
  int cluster_poll_seconds() default 10;
}
