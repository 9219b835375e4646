/** The parts of the API that Krait answers where a host does not. */
package io.krait.hostkit.internal;
