/** What clients that are connected are told of what happens, live. */
package io.krait.host.internal.events;
