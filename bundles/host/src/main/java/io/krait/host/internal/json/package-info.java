/** Models, posts' properties and errors as the JSON that clients know. */
package io.krait.host.internal.json;
