package io.krait.nats.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** By which NATS the nodes of a server speak with one another. */
@ObjectClassDefinition(
    id = "io.krait.nats",
    name = "Krait on NATS",
    description = "Events and leases between the nodes of a server, by NATS with JetStream.")
public @interface NatsConfiguration {

  /** See the description. */
  @AttributeDefinition(
      name = "Servers",
      description =
          "Addresses of the NATS servers, such as nats://nats.example.com:4222 or"
              + " tls://nats.example.com:4222. JetStream is switched on there.")
  String[] servers();

  /** See the description. */
  @AttributeDefinition(
      name = "Node",
      description =
          "Identifier of this server among those of the cluster, which no other has, of at most 200"
              + " characters.")
  String node();

  /** See the description. */
  @AttributeDefinition(
      name = "Cluster",
      description =
          "What streams and subjects of this cluster begin with, of letters, digits and hyphens."
              + " Default: krait.")
  String cluster() default "krait";

  /** See the description. */
  @AttributeDefinition(
      name = "Credentials",
      description = "A file with credentials of NATS. Default: empty, for none.")
  String credentials_file() default "";

  /** See the description. */
  @AttributeDefinition(
      name = "Replicas",
      description =
          "How many servers of NATS keep each event and lease, from 1 to 5. Default: 1; 3 where"
              + " there are three servers.")
  int replicas() default 1;
}
