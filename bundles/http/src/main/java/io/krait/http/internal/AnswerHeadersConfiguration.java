package io.krait.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which headers all answers have. */
@ObjectClassDefinition(
    name = "Krait answers' headers",
    description = "Headers that all answers of the server have which do not say otherwise.")
public @interface AnswerHeadersConfiguration {

  /** The headers. */
  @AttributeDefinition(
      name = "Headers",
      description =
          "Each as Name: value. An answer that has another value for one keeps that. Default:"
              + " X-Content-Type-Options: nosniff, Referrer-Policy: same-origin, X-Frame-Options:"
              + " SAMEORIGIN.",
      required = false)
  String[] headers() default {
    "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "X-Frame-Options: SAMEORIGIN"
  };
}
