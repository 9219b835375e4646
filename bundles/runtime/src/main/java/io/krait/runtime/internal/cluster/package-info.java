/**
 * Plugins of several nodes that are one server: brings this node's to what all nodes are to have,
 * and tells the others how it went. Without shared plugins nothing of it does anything.
 */
package io.krait.runtime.internal.cluster;
