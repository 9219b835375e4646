/** What operators' tools ask of a server: Felix Health Checks and the inventory of plugins. */
package io.krait.health.internal;
