package io.krait.codegen.python;

import io.krait.codegen.contract.Cardinality;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Names;
import java.util.List;

/** How fields of the contract look in Python. */
final class PythonTypes {

  /** The name by which generated modules know the package of the models. */
  static final String MODELS = "_models";

  private final Contract contract;

  PythonTypes(Contract contract) {
    this.contract = contract;
  }

  /** The name by which Python knows a field. */
  static String attribute(Field field) {
    String name = field.name();
    return name.chars().anyMatch(Character::isUpperCase) ? Names.lowerSnake(name) : name;
  }

  /** The name by which Python knows a message. */
  static String model(Message message) {
    return message.python().name().isEmpty() ? message.name() : message.python().name();
  }

  String model(FieldType.MessageRef reference) {
    return model(contract.message(reference.name()));
  }

  /** The expression for the class of a model, which is imported when it is evaluated. */
  String modelClass(FieldType.MessageRef reference) {
    return MODELS + "." + model(reference);
  }

  /** The module of protoc's making that holds a message of that file. */
  static String module(String file) {
    return PythonProtoGenerator.base(file).replace(".proto", "_pb2");
  }

  /** The class of protoc's making. */
  static String messageClass(Message message) {
    return module(message.file()) + "." + message.name();
  }

  private static String scalar(FieldType.Scalar type) {
    return switch (type) {
      case BOOL -> "bool";
      case INT32, INT64, UINT32 -> "int";
      case DOUBLE -> "float";
      case STRING -> "str";
      case BYTES -> "bytes";
    };
  }

  // Nothing in the contract needs them, and as bare numbers they would be no letters.
  private static void refuseEnumsInContainers(Field field) {
    boolean listed = field.repeated() && field.type() instanceof FieldType.EnumRef;
    boolean mapped =
        field.type() instanceof FieldType.MapOf map && map.value() instanceof FieldType.EnumRef;
    if (listed || mapped) {
      throw new IllegalArgumentException(
          field.name() + ": lists and maps of enums are not supported in Python");
    }
  }

  /** Type of one value as it is read. */
  private String read(FieldType type) {
    if (type instanceof FieldType.Scalar scalar) {
      return scalar(scalar);
    }
    if (type instanceof FieldType.EnumRef) {
      return "str";
    }
    if (type instanceof FieldType.MessageRef message) {
      return model(message);
    }
    if (type instanceof FieldType.WellKnown wellKnown) {
      return switch (wellKnown) {
        case STRUCT -> "StructView";
        case VALUE -> "Any";
        case INT32_VALUE, INT64_VALUE -> "int";
      };
    }
    FieldType value = ((FieldType.MapOf) type).value();
    return (value instanceof FieldType.MessageRef ? "ModelMap[" : "ScalarMap[") + read(value) + "]";
  }

  /** Type of one value that is accepted where it is written. */
  private String taken(FieldType type) {
    if (type instanceof FieldType.MessageRef message) {
      return model(message) + "Like";
    }
    if (type == FieldType.WellKnown.STRUCT) {
      return "Mapping[str, Any]";
    }
    if (type instanceof FieldType.MapOf map) {
      return "Mapping[str, " + taken(map.value()) + "]";
    }
    return read(type);
  }

  /** Type of the attribute when it is read. */
  String attributeRead(Field field) {
    if (field.repeated()) {
      return (field.type() instanceof FieldType.MessageRef ? "ModelList[" : "ScalarList[")
          + read(field.type())
          + "]";
    }
    return read(field.type()) + (field.hasPresence() ? " | None" : "");
  }

  /** Type of what may be assigned to the attribute. */
  String attributeTaken(Field field) {
    if (field.repeated()) {
      return "Iterable[" + taken(field.type()) + "]";
    }
    boolean none = field.hasPresence() || field.type() == FieldType.WellKnown.STRUCT;
    return taken(field.type()) + (none ? " | None" : "");
  }

  /** The factory call that makes the attribute. */
  String attributeFactory(Field field) {
    refuseEnumsInContainers(field);
    String name = "\"" + field.name() + "\"";
    if (field.repeated()) {
      return field.type() instanceof FieldType.MessageRef message
          ? "_f.models(%s, \"%s\")".formatted(name, message.name())
          : "_f.scalars(%s)".formatted(name);
    }
    if (field.type() instanceof FieldType.MessageRef message) {
      return "_f.nested(%s, \"%s\")".formatted(name, message.name());
    }
    if (field.type() instanceof FieldType.MapOf map) {
      return map.value() instanceof FieldType.MessageRef message
          ? "_f.model_map(%s, \"%s\")".formatted(name, message.name())
          : "_f.scalar_map(%s)".formatted(name);
    }
    if (field.type() instanceof FieldType.EnumRef type) {
      return (field.hasPresence() ? "_f.optional_enum(%s, %s)" : "_f.enum(%s, %s)")
          .formatted(name, codes(type));
    }
    if (field.type() instanceof FieldType.WellKnown wellKnown) {
      return switch (wellKnown) {
        case STRUCT -> "_f.struct(%s)".formatted(name);
        case VALUE -> "_f.json_value(%s)".formatted(name);
        case INT32_VALUE, INT64_VALUE -> "_f.wrapped(%s)".formatted(name);
      };
    }
    return (field.cardinality() == Cardinality.OPTIONAL ? "_f.optional(%s)" : "_f.scalar(%s)")
        .formatted(name);
  }

  /** The table of an enum's letters. */
  static String codes(FieldType.EnumRef type) {
    return "_" + Names.upperSnake(type.name()) + "_CODES";
  }

  /** Type of a parameter that fills the field. */
  String parameter(Field field) {
    return field.repeated() ? "Iterable[" + taken(field.type()) + "]" : taken(field.type());
  }

  /** Default of a parameter that may be left out. */
  static String emptyValue(Field field) {
    if (field.repeated()) {
      return "()";
    }
    if (field.hasPresence()) {
      return "None";
    }
    if (field.type() instanceof FieldType.EnumRef) {
      return "\"\"";
    }
    if (field.type() instanceof FieldType.Scalar scalar) {
      return switch (scalar) {
        case BOOL -> "False";
        case INT32, INT64, UINT32 -> "0";
        case DOUBLE -> "0.0";
        case STRING -> "\"\"";
        case BYTES -> "b\"\"";
      };
    }
    return "None";
  }

  /**
   * Turns a parameter into what the message's constructor takes.
   *
   * @param none whether the parameter may be None
   */
  String toProto(Field field, String value, boolean none) {
    if (field.repeated()) {
      if (field.type() instanceof FieldType.MessageRef message) {
        return modelClass(message) + "._messages_of(" + value + (none ? " or ())" : ")");
      }
      return field.type() == FieldType.Scalar.STRING ? "strings(" + value + ")" : value;
    }
    if (field.type() instanceof FieldType.MessageRef message) {
      return modelClass(message)
          + (none ? "._optional_message_of(" : "._message_of(")
          + value
          + ")";
    }
    if (field.type() instanceof FieldType.MapOf map
        && map.value() instanceof FieldType.MessageRef message) {
      return "_f.map_of(%s or {}, %s)".formatted(value, modelClass(message));
    }
    if (field.type() instanceof FieldType.EnumRef type) {
      return "_f.enum_number(%s, %s)".formatted(codes(type), value);
    }
    if (field.type() instanceof FieldType.WellKnown wellKnown) {
      return switch (wellKnown) {
        case STRUCT -> "_f.struct_of(" + value + ")";
        case VALUE -> "_f.value_of(" + value + ")";
        case INT32_VALUE, INT64_VALUE ->
            throw new IllegalArgumentException(
                field.name() + ": numbers that may be absent are not supported as arguments");
      };
    }
    return value;
  }

  /** The statements that put a value, unless it is empty, into the new message {@code pb}. */
  List<String> assignment(Field field, String value) {
    String target = "pb." + field.name();
    String condition = field.hasPresence() ? value + " is not None" : value;
    if (field.repeated()) {
      boolean guarded = field.type() instanceof FieldType.MessageRef || isText(field);
      String items = guarded ? toProto(field, value, false) : value;
      return List.of("if " + value + ":", "    " + target + ".extend(" + items + ")");
    }
    if (field.type() instanceof FieldType.MapOf map) {
      return List.of(
          "if " + value + ":",
          map.value() instanceof FieldType.MessageRef message
              ? "    _f.fill_map(%s, %s, %s)".formatted(target, value, modelClass(message))
              : "    %s.update(%s)".formatted(target, value));
    }
    if (field.type() instanceof FieldType.MessageRef) {
      return List.of(
          "if " + condition + ":",
          "    %s.CopyFrom(%s)".formatted(target, toProto(field, value, false)));
    }
    if (field.type() instanceof FieldType.WellKnown wellKnown) {
      return List.of(
          "if " + value + " is not None:",
          switch (wellKnown) {
            case STRUCT -> "    _f.put_struct(%s, %s)".formatted(target, value);
            case VALUE -> "    _f.put_value(%s, %s)".formatted(target, value);
            case INT32_VALUE, INT64_VALUE -> "    %s.value = %s".formatted(target, value);
          });
    }
    String set = field.type() instanceof FieldType.EnumRef ? toProto(field, value, false) : value;
    return List.of("if " + condition + ":", "    " + target + " = " + set);
  }

  private static boolean isText(Field field) {
    return field.type() == FieldType.Scalar.STRING;
  }

  /** Type of a result field, once it is taken out of its response. */
  String result(Field field) {
    String type =
        field.type() == FieldType.WellKnown.STRUCT
            ? "dict[str, Any]"
            : field.type() instanceof FieldType.MapOf map
                ? "dict[str, " + read(map.value()) + "]"
                : read(field.type());
    return field.repeated() ? "list[" + type + "]" : type;
  }

  /** The expression that takes a result field out of its response. */
  String fromProto(Field field) {
    String value = "response." + field.name();
    if (field.type() instanceof FieldType.MessageRef message) {
      return field.repeated()
          ? "[%s._wrap(item) for item in %s]".formatted(modelClass(message), value)
          : "%s._wrap(%s)".formatted(modelClass(message), value);
    }
    if (field.repeated()) {
      return "list(" + value + ")";
    }
    if (field.type() instanceof FieldType.MapOf) {
      return "dict(" + value + ")";
    }
    return field.type() == FieldType.WellKnown.STRUCT ? "StructView(" + value + ").copy()" : value;
  }
}
