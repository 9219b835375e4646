/** What the values of the API are made of. Not for use outside this bundle. */
package io.krait.api.internal;
