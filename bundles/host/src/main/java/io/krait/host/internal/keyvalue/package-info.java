/** The keys and values that plugins store. */
package io.krait.host.internal.keyvalue;
