/** Plugins on disk: how an archive is unpacked, and which plugin is there in which versions. */
package io.krait.runtime.internal.plugins;
