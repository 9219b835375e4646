/**
 * Both sides of the contract's two services: tables that pass each rpc to a Java interface, and
 * clients that are such an interface. Every call, in either direction, passes one seam: {@link
 * io.krait.protocol.CallTransport} where it leaves, {@link io.krait.protocol.calls.ServedInterface}
 * where it arrives.
 */
@Export
@Version("0.1.0")
package io.krait.protocol.calls;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
