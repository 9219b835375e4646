/**
 * What it takes to run a plugin in a process of its own: what is to be run, how the process is
 * started, and what went wrong. How processes are started can be replaced, so that a plugin runs in
 * a container or on another machine.
 */
@Export
@Version("0.3.0")
package io.krait.supervisor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
