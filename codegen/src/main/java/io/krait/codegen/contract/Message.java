package io.krait.codegen.contract;

import java.util.List;
import java.util.Optional;

/**
 * A message of the contract.
 *
 * @param file the proto file that declares it, for example {@code post.proto}
 * @param python what the Python model needs beyond the fields
 */
public record Message(
    String name, String file, List<Field> fields, String doc, PythonFacts python) {

  public Message {
    fields = List.copyOf(fields);
  }

  /** A message about which Python needs to know nothing in particular. */
  public Message(String name, String file, List<Field> fields, String doc) {
    this(name, file, fields, doc, new PythonFacts("", ""));
  }

  /**
   * Facts about the Python model; a part that is empty follows the general rule.
   *
   * @param name the class's name
   * @param parameters the constructor's first parameters, with defaults where they are not the
   *     empty value
   */
  public record PythonFacts(String name, String parameters) {}

  /** The field of that name. */
  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }
}
