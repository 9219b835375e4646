package io.krait.codegen.contract;

/** How a field's value is guarded; see {@code krait/v1/options.proto}. */
public enum Sensitivity {
  PUBLIC,
  SECRET,
  NEVER_SENT
}
