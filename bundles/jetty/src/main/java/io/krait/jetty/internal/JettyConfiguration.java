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
}
