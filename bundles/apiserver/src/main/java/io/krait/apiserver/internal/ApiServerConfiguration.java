package io.krait.apiserver.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How plugins reach the API, and what one of them may take. */
@ObjectClassDefinition(
    name = "Krait API server",
    description = "Where plugins call the host. A change closes all endpoints, so plugins restart.")
public @interface ApiServerConfiguration {

  /** How plugins connect. */
  @AttributeDefinition(
      name = "Transport",
      description =
          "unix: sockets in a folder that only this user can enter (default). tcp: ports of"
              + " 127.0.0.1, where each plugin has to show a token.",
      options = {@Option(label = "unix", value = "unix"), @Option(label = "tcp", value = "tcp")})
  String transport() default "unix";

  /** Whether there is a lane beside gRPC. */
  @AttributeDefinition(
      name = "Lane",
      description =
          "Whether plugins with Krait's own SDK may call without gRPC, which costs a fraction, on a"
              + " socket beside that of gRPC. On by default; never where the transport is tcp")
  boolean lane() default true;

  /** Whether the token is asked for from the beginning. */
  @AttributeDefinition(
      name = "Token always",
      description =
          "Whether a plugin has to show the token of its process from its first call on a unix"
              + " socket. Off by default: one that has never shown it, as one without Krait's SDK,"
              + " may call without; once it was shown it is asked for. On a port it always is")
  boolean tokenAlways() default false;

  /** Folder of the sockets. */
  @AttributeDefinition(
      name = "Socket folder",
      description =
          "A folder for the sockets, made with mode 0700 where it is missing; its path should be"
              + " short, as a socket's has 107 bytes at most. Empty: a new one among the temporary"
              + " files, removed at the end.",
      required = false)
  String socketFolder() default "";

  /** Size limit of a message. */
  @AttributeDefinition(
      name = "Largest message (MiB)",
      description = "Of requests and of responses; 1 to 1024. Default 64.",
      min = "1",
      max = "1024")
  int maxMessageMebibytes() default 64;

  /** How many calls of one plugin run at once. */
  @AttributeDefinition(
      name = "Concurrent calls per plugin",
      description = "One more is refused at once with RESOURCE_EXHAUSTED. Default 256.",
      min = "1")
  int maxConcurrentCalls() default 256;

  /** How long running calls may go on when an endpoint is closed. */
  @AttributeDefinition(
      name = "Grace (seconds)",
      description = "How long running calls may go on when an endpoint is closed. Default 5.",
      min = "0")
  int graceSeconds() default 5;
}
