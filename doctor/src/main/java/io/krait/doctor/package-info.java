/**
 * What bundles lack or do without, and what usually brings it. Copied into bundles that tell it.
 */
package io.krait.doctor;
