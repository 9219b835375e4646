/** Options for Pax Exam: which bundles a container needs so that plugins run in it. */
@Export
@Version("0.1.0")
package io.krait.testing.exam;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
