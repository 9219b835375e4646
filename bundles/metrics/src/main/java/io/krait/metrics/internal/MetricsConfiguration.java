package io.krait.metrics.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where Prometheus reads the figures of plugins. */
@ObjectClassDefinition(
    name = "Krait metrics",
    description = "Where Prometheus reads the figures of plugins")
public @interface MetricsConfiguration {

  /** Whether there is an endpoint. */
  @AttributeDefinition(
      name = "Endpoint",
      description = "Whether the server has an endpoint for Prometheus; yes by default")
  boolean enabled() default true;

  /** Where it is. */
  @AttributeDefinition(
      name = "Path",
      description = "The path of the endpoint on the server; /metrics by default")
  String path() default "/metrics";

  /** What one must show to read them. */
  @AttributeDefinition(
      name = "Bearer token",
      description =
          "What Prometheus must send as bearer token; empty, so that none is asked for, by default."
              + " The figures name plugins and hooks",
      type = AttributeType.PASSWORD,
      required = false)
  String bearer_token() default "";
}
