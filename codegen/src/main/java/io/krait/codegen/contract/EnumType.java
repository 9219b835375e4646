package io.krait.codegen.contract;

import java.util.List;

/** An enum of the contract. */
public record EnumType(String name, String file, List<Value> values, String doc) {

  public EnumType {
    values = List.copyOf(values);
  }

  /**
   * One value.
   *
   * @param name with the enum's prefix, as proto style demands: {@code TEAM_TYPE_OPEN}
   * @param code the letter by which Python and JSON know it; empty where it has none
   */
  public record Value(String name, int number, String code, String doc) {}

  /** The value's name without the enum's own name in front: {@code OPEN}. */
  public String shortName(Value value) {
    String prefix = Names.upperSnake(name) + "_";
    return value.name().startsWith(prefix) ? value.name().substring(prefix.length()) : value.name();
  }
}
