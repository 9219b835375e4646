/** JMH benchmarks of Krait's layers; {@code benchmarks/run} starts them. */
package io.krait.benchmarks;
