package io.krait.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where plugins are served. */
@ObjectClassDefinition(
    name = "Krait origin of plugins",
    description =
        "Serves plugins by another host name than the rest, so that for browsers their pages are"
            + " another site.")
public @interface PluginOriginConfiguration {

  /** The host of the plugins. */
  @AttributeDefinition(
      name = "Host of the plugins",
      description =
          "A name of this server, such as plugins.example.com or plugins.example.com:8443, by which"
              + " plugins are served and nothing else; by other names they are not served any more."
              + " It should not end in the name of the host itself. Default: none, and plugins are"
              + " served by all names.",
      required = false)
  String host() default "";
}
