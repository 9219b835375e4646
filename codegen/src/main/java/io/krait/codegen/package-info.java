/**
 * The code generator: a plugin of protoc that turns the contract into everything that is
 * mechanical. {@link io.krait.codegen.ProtocPlugin} is its entry point, and each {@link
 * io.krait.codegen.Generator} is one kind of output.
 */
package io.krait.codegen;
