/**
 * The generators of Java source: the API's interfaces and models, and the protocol's converters and
 * calls between them and the wire.
 */
package io.krait.codegen.java;
