/**
 * Generates the Python SDK's share of the contract: proto files under which protoc's own Python
 * output gets a package of its own, and the models, clients, hook names and servicers.
 */
package io.krait.codegen.python;
