package io.krait.jetty.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the embedded server listens with TLS. */
@ObjectClassDefinition(
    name = "Krait TLS",
    description =
        "A port of the embedded server with TLS (HTTPS). There is none without this configuration.")
public @interface TlsConfiguration {

  /** The certificate. */
  @AttributeDefinition(
      name = "Certificate file",
      description =
          "A PEM file with the server's certificate, and after it those up to the authority's.")
  String certificate();

  /** The private key. */
  @AttributeDefinition(
      name = "Key file",
      description =
          "A PEM file with the certificate's private key in PKCS#8 form (BEGIN PRIVATE KEY),"
              + " without a password. Only the server's user should be able to read it.")
  String key();

  /** The port. */
  @AttributeDefinition(name = "Port", description = "Default 8443.", min = "1", max = "65535")
  int port() default 8443;

  /** The address. */
  @AttributeDefinition(
      name = "Address",
      description =
          "The address on which to listen; 0.0.0.0 for all of this machine's. Default 0.0.0.0.")
  String host() default "0.0.0.0";

  /** How long browsers are to insist on TLS. */
  @AttributeDefinition(
      name = "Insist on TLS (seconds)",
      description =
          "For how long browsers are told to use TLS alone for this host"
              + " (Strict-Transport-Security). 0: they are not told. Default 0.",
      min = "0")
  int insist_seconds() default 0;

  /** How often the files are looked at. */
  @AttributeDefinition(
      name = "Look at the files (seconds)",
      description =
          "How often is looked whether the files have changed. New ones are used for new"
              + " connections; with bad ones the old go on. From 1 to 86400. Default 10.",
      min = "1",
      max = "86400")
  int look_seconds() default 10;
}
