package io.krait.runtime.internal.dispatch;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What happens to operations that a plugin guards which cannot be asked. */
@ObjectClassDefinition(
    name = "Krait guards",
    description =
        "What happens to operations that plugins can refuse, such as posts and logins, while a"
            + " plugin that looks at them cannot be asked. A change counts at once; plugins run"
            + " on.")
public @interface GuardConfiguration {

  /** While plugins are started. */
  @AttributeDefinition(
      name = "At the start",
      description =
          "While a plugin is being started by the server or by somebody, and while it is updated:"
              + " closed, the default, refuses the operation with status 503 and a time to try"
              + " again; open passes the plugin over.",
      options = {@Option(value = "closed"), @Option(value = "open")})
  String on_start() default "closed";

  /** How long they are waited for. */
  @AttributeDefinition(
      name = "Longest start (seconds)",
      description =
          "How long a plugin counts as being started; from then on it counts as one that has"
              + " failed. From 1 to 3600, default 30.")
  int start_seconds() default 30;

  /** While plugins fail. */
  @AttributeDefinition(
      name = "On failure",
      description =
          "While a plugin has failed or is backing off, and where it is late, fails or does not"
              + " answer: declared, the default, does what the contract says of each hook; closed"
              + " refuses the operation; open passes the plugin over.",
      options = {@Option(value = "declared"), @Option(value = "closed"), @Option(value = "open")})
  String on_failure() default "declared";

  /** For single plugins. */
  @AttributeDefinition(
      name = "Single plugins",
      description =
          "Plugins for which both settings above are another: its id and closed or open, such as"
              + " com.example.moderator=closed; several are separated by commas, or are several"
              + " values.",
      required = false)
  String[] plugins() default {};
}
