package io.krait.jetty.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the embedded server bears. */
@ObjectClassDefinition(
    name = "Krait Jetty",
    description = "What the embedded server bears. A change counts from the next request on.")
public @interface JettyConfiguration {

  /** How fast a body has to come. */
  @AttributeDefinition(
      name = "Slowest body (bytes per second)",
      description =
          "A request whose body comes more slowly, from its first byte on, is ended, with 408 where"
              + " there is no answer yet. 0: as slowly as anybody likes, but no longer silent than"
              + " org.apache.felix.http.timeout. From 0 to 1000000. Default 16.",
      min = "0",
      max = "1000000")
  int slowest_body_bytes_per_second() default 16;

  /** How long the end of the server waits for those who ask. */
  @AttributeDefinition(
      name = "Leave (seconds)",
      description =
          "When the server ends, it takes no connection any more, and goes on with those that there"
              + " are until they are closed, at most for so long; then all stops. For servers behind"
              + " a balancer, which goes to another one meanwhile. 0: all stops at once. From 0 to"
              + " 600. Default 0.",
      min = "0",
      max = "600")
  int leave_seconds() default 0;
}
