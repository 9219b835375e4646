package io.krait.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the metrics of plugins are, and who may read them. */
@ObjectClassDefinition(
    name = "Krait metrics of plugins",
    description =
        "Where plugins serve metrics of their own. Without a configuration, which may be empty, they"
            + " are nowhere. A change breaks off running requests.")
public @interface PluginMetricsConfiguration {

  /** The path, as a pattern of the HTTP Whiteboard. */
  @AttributeDefinition(
      name = "Path",
      description =
          "What comes before the plugin's identifier, with /* at its end. A plugin's metrics are"
              + " below it at <id> and <id>/metrics. On a listener that serves the plugins"
              + " themselves it cannot be /plugins/*. Default /metrics/plugins/*.")
  String osgi_http_whiteboard_servlet_pattern() default "/metrics/plugins/*";

  /** Which listener. */
  @AttributeDefinition(
      name = "Listener",
      description =
          "A filter for the HTTP server that has them, such as (krait.listener=metrics) for one that"
              + " was given that property. Default: every server.",
      required = false)
  String osgi_http_whiteboard_target();

  /** Which servlet context. */
  @AttributeDefinition(
      name = "Servlet context",
      description =
          "A filter for the servlet context that has them, such as"
              + " (osgi.http.whiteboard.context.name=metrics). Default: the server's default"
              + " context.",
      required = false)
  String osgi_http_whiteboard_context_select();

  /** What a request must show. */
  @AttributeDefinition(
      name = "Bearer token",
      description =
          "What requests must show in the header Authorization, as \"Bearer\" and the token; plugins"
              + " do not see it. Empty: everybody whom the listener lets in may read. Default"
              + " empty.",
      type = AttributeType.PASSWORD,
      required = false)
  String bearer_token() default "";

  /** How many requests one plugin may have at once. */
  @AttributeDefinition(
      name = "Concurrent requests per plugin",
      description = "One more is answered with 503. Default 10.",
      min = "1")
  int maxRequestsPerPlugin() default 10;

  /** After how much silence a request is given up. */
  @AttributeDefinition(
      name = "Idle time (seconds)",
      description =
          "A request on which nothing moves for so long is ended: with 504 where the plugin has not"
              + " answered yet, else by breaking off. Default 30.",
      min = "1")
  int idleSeconds() default 30;
}
