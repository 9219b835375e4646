/** Makes the index of the OSGi repository, in the build. */
package io.krait.repository;
