package io.krait.runtime.internal.dispatch;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator can set about the dispatch of hooks. */
@ObjectClassDefinition(
    name = "Krait hook dispatch",
    description = "How hooks of plugins are called.")
public @interface DispatchConfiguration {

  @AttributeDefinition(
      name = "Notification queue",
      description = "How many notifications may wait for one plugin; default 10000.")
  int notificationQueue() default 10_000;

  @AttributeDefinition(
      name = "Threads",
      description = "How many threads call the hooks of Java bundles; default 32.")
  int threads() default 32;

  @AttributeDefinition(
      name = "Waiting calls",
      description = "How many calls of such hooks may wait for a thread; default 10000.")
  int waitingCalls() default 10_000;

  @AttributeDefinition(
      name = "Waiting calls per plugin",
      description =
          "How many calls may wait for the answer of one plugin. One more fails at once, and what"
              + " the plugin guards is refused with 503, unless io.krait.runtime.guards says"
              + " something else; default 1000.")
  int waitingPerPlugin() default 1000;

  @AttributeDefinition(
      name = "Late calls",
      description =
          "After how many calls in a row that a plugin has not answered in time it is asked no"
              + " more, but to try it; 0 for never, default 5.",
      min = "0")
  int lateCalls() default 5;

  @AttributeDefinition(
      name = "Pause (seconds)",
      description =
          "How long such a plugin is not asked until one call is made to try it; twice as long"
              + " after each that is not answered; default 5.")
  int pauseSeconds() default 5;

  @AttributeDefinition(
      name = "Longest pause (seconds)",
      description = "How long that is at most; default 60.")
  int longestPauseSeconds() default 60;
}
