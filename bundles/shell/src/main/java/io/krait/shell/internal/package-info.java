/**
 * The commands of the scope {@code plugin}, and how what they return is shown. Commands return data
 * rather than print it, so that scripts get what people see.
 */
package io.krait.shell.internal;
