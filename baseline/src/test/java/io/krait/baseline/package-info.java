/** Tests that nobody changes by accident what others compile against. */
package io.krait.baseline;
