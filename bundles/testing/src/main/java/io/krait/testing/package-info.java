/**
 * For tests of a host, or of a bundle that uses plugins. {@link io.krait.testing.KraitServer} is a
 * server in the test's own process, {@link io.krait.testing.FakePlugin} a plugin that needs no
 * Python; {@link io.krait.testing.PluginsInMemory} and {@link io.krait.testing.HooksInMemory} stand
 * in for the services of Krait where nothing is to be started at all.
 */
@Export
@Version("0.1.0")
package io.krait.testing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
