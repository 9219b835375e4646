/**
 * What the embedded host takes from outside, or offers to whoever brings in something from outside:
 * push gateways, directories, identity providers, licence servers, other nodes. Each has an
 * embedded default that works by itself; a service of an integrator's bundle goes before it.
 */
@Version("2.1.0")
@Export
package io.krait.api.host;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
