package io.krait.codegen.contract;

/**
 * A field of a message.
 *
 * @param name as written in the contract, usually snake case
 * @param doc its comment, without comment marks; empty where there is none
 * @param required a message without this field is refused
 * @param mostCharacters how long a text is taken from the peer; 0 for no limit
 * @param mostElements how long a list is taken from the peer; 0 for no limit
 */
public record Field(
    String name,
    int number,
    FieldType type,
    Cardinality cardinality,
    Sensitivity sensitivity,
    boolean required,
    int mostCharacters,
    int mostElements,
    String doc) {

  /** Whether the field holds a list. */
  public boolean repeated() {
    return cardinality == Cardinality.REPEATED;
  }

  /** Whether an absent value is told apart from every present one. */
  public boolean hasPresence() {
    return !repeated()
        && (cardinality == Cardinality.OPTIONAL
            || type instanceof FieldType.MessageRef
            || type == FieldType.WellKnown.INT32_VALUE
            || type == FieldType.WellKnown.INT64_VALUE);
  }
}
