package io.krait.webconsole.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the page of the plugins shows and takes. */
@ObjectClassDefinition(
    name = "Krait Web Console page",
    description = "The page of the plugins in the Web Console")
public @interface WebConsoleConfiguration {

  /** How often it is looked at what plugins use. */
  @AttributeDefinition(
      name = "Sample interval",
      description = "Seconds between two looks at what plugins use and do; 2 by default",
      min = "1",
      max = "60")
  int sample_seconds() default 2;

  /** How many samples are kept. */
  @AttributeDefinition(
      name = "Samples",
      description =
          "How many samples of each plugin are kept for the charts; 300 by default, which is ten"
              + " minutes",
      min = "2",
      max = "3600")
  int samples() default 300;

  /** How large an archive may be. */
  @AttributeDefinition(
      name = "Largest upload",
      description = "Megabytes that the archive of a plugin may have; 256 by default",
      min = "1",
      max = "4096")
  int upload_megabytes() default 256;
}
