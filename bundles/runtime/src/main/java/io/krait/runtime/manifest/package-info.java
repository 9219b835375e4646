/**
 * What a plugin says of itself in its manifest, and how a manifest is read and checked. Values are
 * immutable; every error names the file, the key and the rule.
 */
@Export
@Version("0.2.0")
package io.krait.runtime.manifest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
