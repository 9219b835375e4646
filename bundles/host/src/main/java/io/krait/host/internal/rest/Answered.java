package io.krait.host.internal.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a route answers where all is well, as the API's description tells it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answered {

  /** The type of the answer; whatever JSON it is where that is not said. */
  Class<?> value() default Object.class;

  /** Whether it is a list of these. */
  boolean list() default false;

  /** Which status it has. */
  int status() default 200;

  /** Of which media type it is. */
  String type() default "application/json";
}
