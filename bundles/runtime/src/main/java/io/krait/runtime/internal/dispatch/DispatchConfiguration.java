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
}
