package io.krait.runtime.internal.dispatch;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How large files may be that plugins look at. */
@ObjectClassDefinition(
    name = "Krait uploads",
    description = "How large uploaded files may be that plugins look at.")
public @interface UploadConfiguration {

  @AttributeDefinition(
      name = "Largest file (MiB)",
      description =
          "Larger ones are refused, as are larger ones that a plugin makes; default 1024.",
      min = "1")
  int maxMebibytes() default 1024;

  @AttributeDefinition(
      name = "Largest file in one piece (MiB)",
      description =
          "Plugins that cannot take files as streams are passed over for larger ones. It must fit"
              + " into one message of 64 MiB; default 60.",
      min = "1",
      max = "63")
  int wholeMebibytes() default 60;
}
