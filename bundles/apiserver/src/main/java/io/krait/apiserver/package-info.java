/**
 * The endpoints at which plugins call the host's API. {@link io.krait.apiserver.ApiServer} is a
 * service; whoever starts a plugin opens an endpoint before its process and closes it after.
 */
@Export
@Version("0.2.0")
package io.krait.apiserver;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
