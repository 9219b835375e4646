/**
 * The things that the API and the hooks speak of: immutable values with builders, generated from
 * the contract. Times are milliseconds since the epoch, and 0 where there is none.
 */
@Export
@Version("0.1.0")
package io.krait.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
