package io.krait.codegen.contract;

import java.util.List;
import java.util.Optional;

/**
 * A message of the contract.
 *
 * @param file the proto file that declares it, for example {@code post.proto}
 */
public record Message(String name, String file, List<Field> fields, String doc) {

  public Message {
    fields = List.copyOf(fields);
  }

  /** The field of that name. */
  public Optional<Field> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }
}
