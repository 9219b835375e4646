package io.krait.runtime.internal.dispatch;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long plugins may take for hooks. */
@ObjectClassDefinition(
    name = "Krait hook deadlines",
    description =
        "How long plugins may take for hooks. A change counts for all calls from then on; plugins"
            + " run on.")
public @interface DeadlineConfiguration {

  /** For hooks that have no deadline of their own. */
  @AttributeDefinition(
      name = "Usual deadline (seconds)",
      description =
          "For hooks of which neither the contract nor the next setting says something else; from"
              + " 0.1 to 3600, default 30.")
  String default_seconds() default "30";

  /** For single hooks. */
  @AttributeDefinition(
      name = "Deadlines of single hooks (seconds)",
      description =
          "Hook and seconds, such as MessageWillBePosted=2.5; several are separated by commas, or"
              + " are several values. From 0.1 to 3600. Default: what the contract declares.",
      required = false)
  String[] hooks_seconds() default {};
}
