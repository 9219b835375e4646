/**
 * Conversion between the API's types and the wire's messages, both ways and without loss. One class
 * for each model is generated from the contract.
 */
@Export
@Version("0.1.0")
package io.krait.protocol.convert;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
