/** Events and leases between the nodes of a server, by NATS JetStream. */
package io.krait.nats.internal;
