package io.krait.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which proxies are believed. */
@ObjectClassDefinition(
    name = "Krait proxies",
    description =
        "Which proxies in front of this server may say who their client is, and which address it"
            + " has asked for. Counts for everything that the server offers.")
public @interface ProxiesConfiguration {

  /** The addresses of the proxies. */
  @AttributeDefinition(
      name = "Trusted proxies",
      description =
          "Addresses such as 127.0.0.1, and networks such as 10.0.0.0/8, whose X-Forwarded-For,"
              + " X-Forwarded-Proto and X-Forwarded-Host count. Requests of all others lose these"
              + " headers, and others like them. Default: none.",
      required = false)
  String[] trusted() default {};
}
