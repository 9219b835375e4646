/** Whole plugins, measured beside bare gRPC on the same machine in the same run. */
package io.krait.benchmarks.plugins;
