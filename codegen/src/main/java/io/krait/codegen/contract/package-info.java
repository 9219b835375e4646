/**
 * The contract as the generators see it: messages, fields and methods with their documentation and
 * Krait's options, free of protobuf's own descriptor types. Everything in it is immutable.
 */
package io.krait.codegen.contract;
