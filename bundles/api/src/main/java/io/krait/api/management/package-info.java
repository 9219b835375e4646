/**
 * How the plugins of a server are looked after: installed, started, stopped, configured and
 * watched. Consoles, deployers and hosts use it; the runtime provides it.
 */
@Export
@Version("0.2.0")
package io.krait.api.management;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
