/**
 * The transport between host and plugin: channels and servers over unix sockets and loopback TCP,
 * on threads of our own, with one set of limits for both directions. Calls pass {@link
 * io.krait.protocol.CallTransport}, streams {@link io.krait.protocol.FlowCalls}, and what goes
 * wrong in either becomes an {@link io.krait.api.AppError} in {@link
 * io.krait.protocol.RemoteErrors}.
 */
@Export
@Version("0.2.0")
package io.krait.protocol;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
