// Generated from the contract in proto/. Do not edit.
package io.krait.api.model;

import java.util.Optional;

/**
 * How loud something is.
 */
@SuppressWarnings("all")
public enum Volume {
  /**
   * Nobody said.
   */
  UNSPECIFIED(0, ""),

  /**
   * Barely heard.
   */
  LOW(1, "L"),

  /**
   * Heard by all.
   */
  HIGH(2, "H");

  private final int number;

  private final String code;

  Volume(int number, String code) {
    this.number = number;
    this.code = code;
  }

  /**
   * Its number on the wire.
   */
  public int number() {
    return number;
  }

  /**
   * The letter by which JSON knows it; may be empty.
   */
  public String code() {
    return code;
  }

  /**
   * The value with that number, if there is one.
   */
  public static Optional<Volume> ofNumber(int number) {
    for (Volume candidate : values()) {
      if (candidate.number == number) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * The value with that code, if there is one.
   */
  public static Optional<Volume> ofCode(String code) {
    for (Volume candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
