package io.krait.supervisor.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How plugins' processes are started, watched and ended. */
@ObjectClassDefinition(
    name = "Krait supervisor",
    description = "How plugins' processes are started, watched and ended")
public @interface SupervisorConfiguration {

  /** How long a plugin may take to start. */
  @AttributeDefinition(
      name = "Start time limit",
      description =
          "Seconds that a plugin's process may take from its start until it answers; 10 by default")
  int start_seconds() default 10;

  /** How often health is asked for. */
  @AttributeDefinition(
      name = "Health interval",
      description = "Seconds between two questions for a plugin's health; 30 by default")
  int health_interval_seconds() default 30;

  /** How long the answer may take. */
  @AttributeDefinition(
      name = "Health time limit",
      description = "Seconds that a plugin may take to say that it is healthy; 5 by default")
  int health_seconds() default 5;

  /** How long a plugin may take to end. */
  @AttributeDefinition(
      name = "Grace time",
      description =
          "Seconds that a plugin may take to end after it was asked by a call, and again after it"
              + " was asked by a signal, before it is killed; 5 by default")
  int grace_seconds() default 5;

  /** Variables of the host that plugins may see. */
  @AttributeDefinition(
      name = "Environment variables",
      description =
          "Names of more environment variables of this server that plugins may see; none by"
              + " default, as they may hold secrets")
  String[] environment() default {};

  /** Where files are kept that can be made again. */
  @AttributeDefinition(
      name = "Cache folder",
      description =
          "Where the Python SDK is unpacked and virtual environments of plugins are made; for this"
              + " server alone. Empty: the folder supervisor in the one that the framework property"
              + " krait.data names, or else in the bundle's storage",
      required = false)
  String cache_folder() default "";

  /** How long packages may take to be installed. */
  @AttributeDefinition(
      name = "Installation time limit",
      description =
          "Seconds that it may take to make a virtual environment with what a plugin requires; 600"
              + " by default")
  int install_seconds() default 600;

  /** Whether plugins are offered to encrypt. */
  @AttributeDefinition(
      name = "Encryption (AutoMTLS)",
      description =
          "Whether plugins get a certificate of this server, made for each of their processes, so"
              + " that those that can answer with one of their own, and only these two talk to each"
              + " other. Plugins that cannot are spoken to without encryption. On by default")
  boolean auto_mtls() default true;

  /** How much memory a plugin may hold. */
  @AttributeDefinition(
      name = "Memory",
      description =
          "MiB of memory that a plugin and all that it has started may hold together, on Linux; 0"
              + " for no limit, 2048 by default")
  int limit_memory_megabytes() default 2048;

  /** On how many processors a plugin may run. */
  @AttributeDefinition(
      name = "Processors",
      description =
          "Number of processors, such as 0.5, that a plugin and all that it has started may keep"
              + " busy, on Linux; 0 for no limit, as by default")
  double limit_processors() default 0;

  /** How many processes and threads a plugin may have. */
  @AttributeDefinition(
      name = "Processes and threads",
      description =
          "Number of processes and threads that a plugin may have, with all that it has started,"
              + " on Linux; 0 for no limit, 512 by default")
  int limit_tasks() default 512;

  /** How many files and sockets a plugin may have open. */
  @AttributeDefinition(
      name = "Descriptors",
      description =
          "Files and sockets that each process of a plugin may have open, on Linux; 0 for no limit,"
              + " 4096 by default")
  int limit_descriptors() default 4096;

  /** Whether plugins are offered the lane. */
  @AttributeDefinition(
      name = "Lane",
      description =
          "Whether plugins are offered calls without gRPC, which plugins with Krait's own SDK take"
              + " and which cost a fraction. Others are called by gRPC either way. On by default")
  boolean lane() default true;

  /** Whether nothing runs that is not isolated. */
  @AttributeDefinition(
      name = "Isolation required",
      description =
          "Whether plugins are started only where io.krait.sandbox, or another bundle that isolates"
              + " processes, isolates them. Off by default",
      required = false)
  boolean isolation_required() default false;
}
