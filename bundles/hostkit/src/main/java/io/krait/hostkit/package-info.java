/**
 * What a host takes from Krait rather than writing it itself: an API put together from areas, and
 * the administration of plugins with the errors of the API.
 */
@Export
@Version("0.1.0")
package io.krait.hostkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
