package io.krait.host.internal.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What requests to the REST API may take. */
@ObjectClassDefinition(
    id = "io.krait.host.rest",
    name = "Krait embedded host: REST API",
    description =
        "What requests to /api/v4 may take. A change ends those that are under way; plugins run"
            + " on.")
public @interface RestConfiguration {

  /** How many requests are under way at once. */
  @AttributeDefinition(
      name = "Requests at once",
      description =
          "How many are under way at once, those that wait for a plugin or for their client"
              + " included; one more is answered with 503. None of them holds a thread while it"
              + " waits. Default 1024.",
      min = "1")
  int requests() default 1024;

  /** How many of these are of one address. */
  @AttributeDefinition(
      name = "Requests at once of an address",
      description =
          "How many of these come from one remote address; one more is answered with 429. Behind a"
              + " proxy all may seem to come from it. Default 512.",
      min = "1")
  int requestsPerAddress() default 512;

  /** How many bodies of one address take long. */
  @AttributeDefinition(
      name = "Slow bodies of an address",
      description =
          "How many requests of one remote address may have a body that takes more than five"
              + " seconds to come; one more is answered with 429. Default 64.",
      min = "1")
  int slowBodiesPerAddress() default 64;

  /** How long nothing may come of a body. */
  @AttributeDefinition(
      name = "Silence of a client (seconds)",
      description =
          "For how long nothing may come of a body before the request is answered with 408."
              + " Default 20.",
      min = "1")
  int bodyIdleSeconds() default 20;

  /** How long a body may take at any rate. */
  @AttributeDefinition(
      name = "Grace of a body (seconds)",
      description = "How long a body may take before its rate is looked at. Default 10.",
      min = "0")
  int bodyGraceSeconds() default 10;

  /** The least rate of a body. */
  @AttributeDefinition(
      name = "Least rate of a body (bytes per second)",
      description =
          "How fast a body has to come after that, on average from its beginning, lest the request"
              + " be answered with 408. 0: at any rate. Default 1024.",
      min = "0")
  int bodyBytesPerSecond() default 1024;

  /** How large an archive of a plugin may be. */
  @AttributeDefinition(
      name = "Largest archive (MiB)",
      description =
          "How large the archive of a plugin may be that is uploaded to /api/v4/plugins; more is"
              + " refused with 413. Default 256.",
      min = "1")
  int archiveMebibytes() default 256;

  /** Whether administrators may have plugins fetched. */
  @AttributeDefinition(
      name = "Install from an address",
      description =
          "Whether administrators may have the server fetch a plugin by https from where they say."
              + " Default false.")
  boolean installFromUrl() default false;

  /** How many threads work. */
  @AttributeDefinition(
      name = "Threads",
      description =
          "How many threads work at requests, each for as long as the database and the disk need."
              + " Default 16.",
      min = "1")
  int threads() default 16;
}
