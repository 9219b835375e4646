/**
 * What a host, or another bundle, compiles against: the API that plugins call, the hooks that a
 * host calls, and the errors both answer with. No type of gRPC or protobuf appears in it.
 */
@Export
@Version("0.2.0")
package io.krait.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
