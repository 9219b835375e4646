package io.krait.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What HTTP requests to plugins may take, and how their users are known. */
@ObjectClassDefinition(
    name = "Krait HTTP",
    description =
        "HTTP requests to plugins, under /plugins/. A change breaks off running requests.")
public @interface HttpConfiguration {

  /** How many requests one plugin may have at once. */
  @AttributeDefinition(
      name = "Concurrent requests per plugin",
      description = "One more is answered with 503. Default 1000.",
      min = "1")
  int maxRequestsPerPlugin() default 1000;

  /** How many WebSockets one plugin may have at once. */
  @AttributeDefinition(
      name = "WebSockets per plugin",
      description = "One more is answered with 503. 0: there are none. Default 1000.",
      min = "0")
  int maxWebSocketsPerPlugin() default 1000;

  /** Size limit of a client's message. */
  @AttributeDefinition(
      name = "Largest WebSocket message (KiB)",
      description = "Of a client; a larger one ends its connection with code 1009. Default 1024.",
      min = "1",
      max = "16384")
  int webSocketMessageKibibytes() default 1024;

  /** After how much silence a request is given up. */
  @AttributeDefinition(
      name = "Idle time (seconds)",
      description =
          "A request on which nothing moves for so long, in either direction, is ended: with 504"
              + " where the plugin has not answered yet, else by breaking off. There is no limit on"
              + " how long a request may take altogether. 0: never. Default 300.",
      min = "0")
  int idleSeconds() default 300;

  /** How long the rest of a request is read that its plugin does not want. */
  @AttributeDefinition(
      name = "Drain time (seconds)",
      description =
          "When a plugin answers before it has read the whole request, the rest is read and thrown"
              + " away for so long, as many clients look for an answer only after they have sent"
              + " everything; then the connection is closed. Default 10.",
      min = "0")
  int drainSeconds() default 10;

  /** How much of such a rest is read. */
  @AttributeDefinition(
      name = "Drain size (MiB)",
      description = "How much of such a rest is read at most. Default 64.",
      min = "0")
  int drainMebibytes() default 64;

  /** Size limit of a request's or an answer's headers. */
  @AttributeDefinition(
      name = "Largest header (KiB)",
      description =
          "All names and values together. A request with more is answered with 431, an answer with"
              + " more is not sent on, but 502. The server has limits of its own, which may be"
              + " lower. Default 64.",
      min = "1",
      max = "1024")
  int maxHeaderKibibytes() default 64;

  /** Headers in which a proxy tells the address of the client. */
  @AttributeDefinition(
      name = "Trusted proxy headers",
      description =
          "Headers in which a proxy in front of this server says who the client is, such as"
              + " X-Forwarded-For; the first one that is there counts, and of it the first address."
              + " Name only headers that the proxy sets in every request. Default: none.",
      required = false)
  String[] trustedProxyHeaders() default {};

  /** Name of the session's cookie. */
  @AttributeDefinition(
      name = "Session cookie",
      description = "The cookie with a user's token; plugins do not see it. Default MMAUTHTOKEN.")
  String sessionCookie() default "MMAUTHTOKEN";

  /** Names of cookies that no plugin may set. */
  @AttributeDefinition(
      name = "Cookies of the host",
      description =
          "Cookies that no plugin may set, besides the session's; a star at the end stands for any"
              + " end. Default: MMAUTHTOKEN, MMUSERID, MMCSRF, JSESSIONID, felix-webconsole-*.",
      required = false)
  String[] reservedCookies() default {
    "MMAUTHTOKEN", "MMUSERID", "MMCSRF", "JSESSIONID", "felix-webconsole-*"
  };

  /** Whether only a token protects from forged requests. */
  @AttributeDefinition(
      name = "Strict CSRF check",
      description =
          "Whether a request with the session's cookie must show the CSRF token; if not, the header"
              + " X-Requested-With: XMLHttpRequest is enough. Default false.")
  boolean strictCsrf() default false;

  /** How long a request from plugin to plugin may take. */
  @AttributeDefinition(
      name = "Plugin to plugin (seconds)",
      description = "How long a request of one plugin to another may take. Default 30.",
      min = "1")
  int pluginToPluginSeconds() default 30;

  /** Size limit of an answer from plugin to plugin. */
  @AttributeDefinition(
      name = "Plugin to plugin (MiB)",
      description =
          "How large the answer to a request of one plugin to another may be, as it travels in one"
              + " message. Default 60.",
      min = "1",
      max = "1024")
  int pluginToPluginMebibytes() default 60;
}
