package io.krait.sandbox.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How plugins are isolated. Without a configuration they are not. */
@ObjectClassDefinition(
    name = "Krait sandbox",
    description =
        "How plugins' processes are kept away from the rest of the machine; without a configuration"
            + " they are not. A change starts all plugins again.")
public @interface SandboxConfiguration {

  /** The way. */
  @AttributeDefinition(
      name = "Mode",
      description =
          "none; user: another user of the system (the server has to be root); bubblewrap: a"
              + " sandbox by bwrap (default); systemd: a transient unit; container: docker or"
              + " podman",
      options = {
        @Option(label = "none", value = "none"),
        @Option(label = "user", value = "user"),
        @Option(label = "bubblewrap", value = "bubblewrap"),
        @Option(label = "systemd", value = "systemd"),
        @Option(label = "container", value = "container")
      })
  String mode() default "bubblewrap";

  /** Whether there is a network. */
  @AttributeDefinition(
      name = "Network",
      description =
          "Whether plugins reach the network; the API and hooks do not need it. Off by default. In"
              + " mode user the network is there always")
  boolean network() default false;

  /** The user. */
  @AttributeDefinition(
      name = "User",
      description =
          "Mode user: a name of /etc/passwd, or numbers as 1234:1234 for user and group. Default"
              + " nobody")
  String user() default "nobody";

  /** More to read. */
  @AttributeDefinition(
      name = "Readable",
      description =
          "Absolute paths of more files and folders that plugins may read. None by default")
  String[] readable() default {};

  /** More to write. */
  @AttributeDefinition(
      name = "Writable",
      description = "Absolute paths of folders that plugins may write. None by default")
  String[] writable() default {};

  /** The engine of containers. */
  @AttributeDefinition(
      name = "Engine",
      description = "Mode container: the command, docker (default) or podman, by name or path")
  String engine() default "docker";

  /** The image of containers. */
  @AttributeDefinition(
      name = "Image",
      description =
          "Mode container: an image that has Python and protobuf. Default python:3-slim, which"
              + " lacks protobuf")
  String image() default "python:3-slim";

  /** The interpreter in containers. */
  @AttributeDefinition(
      name = "Interpreter",
      description = "Mode container: the Python of the image. Default python3")
  String interpreter() default "python3";

  /** What is different for some plugins. */
  @AttributeDefinition(
      name = "Plugins",
      description =
          "What is different for some plugins, each as its id and then settings with blanks"
              + " between: com.example.hello mode=bubblewrap network=true"
              + " writable=/srv/hello:/srv/more. Settings are mode, network, user, readable,"
              + " writable, image, interpreter")
  String[] plugins() default {};
}
