/**
 * What the HTTP container can do that the Servlet API has no word for: WebSockets. A bundle that
 * knows the container provides it; where none does, there are no WebSockets.
 */
@Export
@Version("0.1.0")
package io.krait.api.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
