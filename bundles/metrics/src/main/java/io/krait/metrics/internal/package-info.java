/** Figures of plugins for Micrometer, and an endpoint that Prometheus reads. */
package io.krait.metrics.internal;
