/** How a plugin without Python is made and run, and where bundles for a test are found. */
package io.krait.testing.internal;
