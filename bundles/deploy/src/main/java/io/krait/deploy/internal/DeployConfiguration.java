package io.krait.deploy.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How plugins are deployed. */
@ObjectClassDefinition(
    name = "Krait deploy",
    description = "How plugins are deployed from watched folders and from bundles")
public @interface DeployConfiguration {

  /** Where is remembered what was deployed. */
  @AttributeDefinition(
      name = "Data folder",
      description =
          "Where is remembered what was deployed from where; by default the bundle's own data"
              + " folder, which is not enough where the framework's storage does not outlive a"
              + " restart",
      required = false)
  String data_folder() default "";

  /** Whether plugins whose archive is new in a folder are enabled. */
  @AttributeDefinition(
      name = "Enable new plugins",
      description =
          "Whether a plugin whose archive is new in a watched folder is enabled as well; yes by"
              + " default. An archive that is replaced leaves its plugin enabled or disabled")
  boolean enable_new() default true;

  /** How long a bundle may be away before its plugin is stopped or removed. */
  @AttributeDefinition(
      name = "Patience with bundles",
      description =
          "Milliseconds that a bundle may be away until its plugin is stopped, while it is updated"
              + " or refreshed, or removed, after a start of the server; 10000 by default. A bundle"
              + " that somebody stops or uninstalls is followed at once",
      min = "0",
      max = "600000")
  int bundle_patience_millis() default 10000;
}
