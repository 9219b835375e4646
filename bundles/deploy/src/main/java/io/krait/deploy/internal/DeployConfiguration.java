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

  /** How long a bundle may be stopped before its plugin is. */
  @AttributeDefinition(
      name = "Bundle update time",
      description =
          "Milliseconds that a bundle may be stopped, as it is while it is updated or refreshed,"
              + " until its plugin is stopped too; 1000 by default",
      min = "0",
      max = "60000")
  int bundle_update_millis() default 1000;

  /** How long a bundle may be missing before its plugin is removed. */
  @AttributeDefinition(
      name = "Missing bundle time",
      description =
          "Milliseconds that a bundle may be missing after the start of the server, until its"
              + " plugin is removed; 10000 by default. Some bundles are only then brought in",
      min = "0",
      max = "600000")
  int bundle_missing_millis() default 10000;
}
