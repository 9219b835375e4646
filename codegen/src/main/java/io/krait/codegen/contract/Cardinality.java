package io.krait.codegen.contract;

/** How often a field may occur in its message. */
public enum Cardinality {
  /** Exactly one value; an absent scalar reads as its default, an absent message as absent. */
  SINGULAR,
  /** One value whose presence is told apart from its default. */
  OPTIONAL,
  /** Any number of values, in order. Maps are singular fields of a {@link FieldType.MapOf} type. */
  REPEATED
}
