/** Starts a Krait server: what is on the class path before there is any bundle. */
package io.krait.launcher;
