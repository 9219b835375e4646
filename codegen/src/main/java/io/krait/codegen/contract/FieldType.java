package io.krait.codegen.contract;

/** Type of a field's value, or of one element where the field is repeated. */
public sealed interface FieldType {

  /** A protobuf scalar. */
  enum Scalar implements FieldType {
    BOOL,
    INT32,
    INT64,
    UINT32,
    DOUBLE,
    STRING,
    BYTES
  }

  /** A well-known type of protobuf that stands for a plain value of the language. */
  enum WellKnown implements FieldType {
    /** A JSON object. */
    STRUCT,
    /** Any JSON value. */
    VALUE,
    /** An int32 that may be absent. */
    INT32_VALUE,
    /** An int64 that may be absent. */
    INT64_VALUE
  }

  /** Another message of the contract. */
  record MessageRef(String name) implements FieldType {}

  /** An enum of the contract. */
  record EnumRef(String name) implements FieldType {}

  /** A map from strings. The contract has no other key type. */
  record MapOf(FieldType value) implements FieldType {}
}
