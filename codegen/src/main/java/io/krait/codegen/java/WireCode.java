package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.FieldType.EnumRef;
import io.krait.codegen.contract.FieldType.MapOf;
import io.krait.codegen.contract.FieldType.MessageRef;
import io.krait.codegen.contract.FieldType.Scalar;
import io.krait.codegen.contract.FieldType.WellKnown;
import io.krait.codegen.contract.Names;
import io.krait.codegen.contract.Sensitivity;

/**
 * The statements and expressions that move one field between a protobuf message and Java values.
 *
 * <p>Generated methods that write have a parameter {@code disclosure}: whether fields that plugins
 * must never see are written.
 */
final class WireCode {

  static final ClassName WIRE_VALUES = ClassName.get(JavaNames.PROTOCOL_INTERNAL, "WireValues");
  static final ClassName JSON_VALUES = ClassName.get(JavaNames.PROTOCOL_INTERNAL, "JsonValues");
  static final ClassName PEER_BOUNDS = ClassName.get(JavaNames.PROTOCOL_INTERNAL, "PeerBounds");
  static final ClassName DISCLOSURE = ClassName.get(JavaNames.CONVERT, "Disclosure");

  private WireCode() {}

  /**
   * Writes a field: statements on a message builder named {@code proto}.
   *
   * @param value expression that gives the value as it is passed, so null where absent
   */
  static CodeBlock write(Field field, CodeBlock value) {
    CodeBlock body = writeAlways(field, value);
    return field.sensitivity() == Sensitivity.NEVER_SENT
        ? CodeBlock.builder()
            .beginControlFlow("if (disclosure == $T.FULL)", DISCLOSURE)
            .add(body)
            .endControlFlow()
            .build()
        : body;
  }

  private static CodeBlock writeAlways(Field field, CodeBlock value) {
    String accessor = Names.protobufJavaCamel(field.name());
    CodeBlock.Builder code = CodeBlock.builder();
    if (field.repeated()) {
      if (plain(field.type())) {
        return code.addStatement("proto.addAll$L($L)", accessor, value).build();
      }
      return code.beginControlFlow(
              "for ($T element : $L)", JavaTypes.element(field.type()).box(), value)
          .addStatement(
              "proto.add$L$L($L)",
              accessor,
              suffix(field.type()),
              toWire(field.type(), CodeBlock.of("element")))
          .endControlFlow()
          .build();
    }
    if (field.type() instanceof MapOf map) {
      if (plain(map.value())) {
        return code.addStatement("proto.putAll$L($L)", accessor, value).build();
      }
      return code.addStatement(
              "$L.forEach((key, element) -> proto.put$L$L(key, $L))",
              value,
              accessor,
              suffix(map.value()),
              toWire(map.value(), CodeBlock.of("element")))
          .build();
    }
    if (JavaTypes.nullable(field)) {
      String variable = JavaNames.variable(field) + "OrNull";
      return code.addStatement("$T $N = $L", JavaTypes.value(field).box(), variable, value)
          .beginControlFlow("if ($N != null)", variable)
          .addStatement(
              "proto.set$L$L($L)",
              accessor,
              suffix(field.type()),
              toWire(field.type(), CodeBlock.of("$N", variable)))
          .endControlFlow()
          .build();
    }
    return code.addStatement(
            "proto.set$L$L($L)", accessor, suffix(field.type()), toWire(field.type(), value))
        .build();
  }

  /** What protobuf's accessors of an enum's number end with. */
  private static String suffix(FieldType type) {
    return type instanceof EnumRef ? "Value" : "";
  }

  /** Whether a value is the same object on both sides, so that collections need no loop. */
  private static boolean plain(FieldType type) {
    return type instanceof Scalar && type != Scalar.BYTES && type != Scalar.UINT32;
  }

  private static CodeBlock toWire(FieldType type, CodeBlock value) {
    if (type == Scalar.BYTES) {
      return CodeBlock.of("$T.toWire($L)", WIRE_VALUES, value);
    }
    if (type == Scalar.UINT32) {
      // By way of long, for a Long cannot be cast to int.
      return CodeBlock.of("(int) (long) $L", value);
    }
    if (type instanceof WellKnown wellKnown) {
      return switch (wellKnown) {
        case STRUCT -> CodeBlock.of("$T.toStruct($L)", JSON_VALUES, value);
        case VALUE -> CodeBlock.of("$T.toValue($L)", JSON_VALUES, value);
        case INT32_VALUE ->
            CodeBlock.of("$T.of($L)", ClassName.get("com.google.protobuf", "Int32Value"), value);
        case INT64_VALUE ->
            CodeBlock.of("$T.of($L)", ClassName.get("com.google.protobuf", "Int64Value"), value);
      };
    }
    if (type instanceof EnumRef) {
      return CodeBlock.of("$L.number()", value);
    }
    if (type instanceof MessageRef reference) {
      return CodeBlock.of(
          "$T.toWire($L, disclosure)", JavaNames.converter(reference.name()), value);
    }
    return value;
  }

  /**
   * Reads a field of a message: an expression that gives its value as it is passed, so null where
   * absent.
   *
   * @param proto expression that gives the message
   * @param place name of the message or method, for the error when the field is required and absent
   */
  static CodeBlock read(Field field, String proto, String place) {
    String accessor = Names.protobufJavaCamel(field.name());
    if (field.repeated()) {
      CodeBlock list =
          list(
              field,
              CodeBlock.of("$L.get$L$LList()", proto, accessor, suffix(field.type())),
              place);
      if (field.mostCharacters() > 0) {
        return CodeBlock.of(
            "$T.list($L, element -> $L)",
            WIRE_VALUES,
            list,
            bounded(field, CodeBlock.of("element"), place));
      }
      if (plain(field.type())) {
        // protobuf's own list of strings keeps the message alive and is slower to walk.
        return list;
      }
      return CodeBlock.of(
          "$T.list($L, element -> $L)",
          WIRE_VALUES,
          list,
          fromWire(field.type(), CodeBlock.of("element"), place + "." + field.name()));
    }
    if (field.type() instanceof MapOf map) {
      CodeBlock entries = CodeBlock.of("$L.get$L$LMap()", proto, accessor, suffix(map.value()));
      return plain(map.value())
          ? entries
          : CodeBlock.of(
              "$T.map($L, element -> $L)",
              WIRE_VALUES,
              entries,
              fromWire(map.value(), CodeBlock.of("element"), place + "." + field.name()));
    }
    CodeBlock get =
        bounded(field, CodeBlock.of("$L.get$L$L()", proto, accessor, suffix(field.type())), place);
    CodeBlock value = fromWire(field.type(), get, place + "." + field.name());
    if (JavaTypes.nullable(field)) {
      return CodeBlock.of("$L.has$L() ? $L : null", proto, accessor, value);
    }
    if (field.required() && field.hasPresence()) {
      // The check comes first: Java evaluates arguments from left to right.
      return fromWire(
          field.type(),
          CodeBlock.of(
              "$T.required($L.has$L(), $S, $S, $L)",
              WIRE_VALUES,
              proto,
              accessor,
              place,
              field.name(),
              get),
          place);
    }
    return value;
  }

  private static CodeBlock list(Field field, CodeBlock value, String place) {
    return field.mostElements() == 0
        ? value
        : CodeBlock.of(
            "$T.list($L, $L, $S)",
            PEER_BOUNDS,
            value,
            field.mostElements(),
            place + "." + field.name());
  }

  private static CodeBlock bounded(Field field, CodeBlock value, String place) {
    return field.mostCharacters() == 0
        ? value
        : CodeBlock.of(
            "$T.text($L, $L, $S)",
            PEER_BOUNDS,
            value,
            field.mostCharacters(),
            place + "." + field.name());
  }

  private static CodeBlock fromWire(FieldType type, CodeBlock value, String place) {
    if (type == Scalar.BYTES) {
      return CodeBlock.of("$T.fromWire($L)", WIRE_VALUES, value);
    }
    if (type == Scalar.UINT32) {
      return CodeBlock.of("$T.toUnsignedLong($L)", Integer.class, value);
    }
    if (type instanceof WellKnown wellKnown) {
      return switch (wellKnown) {
        case STRUCT -> CodeBlock.of("$T.fromStruct($L)", JSON_VALUES, value);
        case VALUE -> CodeBlock.of("$T.fromValue($L)", JSON_VALUES, value);
        case INT32_VALUE, INT64_VALUE -> CodeBlock.of("$L.getValue()", value);
      };
    }
    if (type instanceof EnumRef reference) {
      return CodeBlock.of(
          "$T.enumValue($T.ofNumber($L), $S, $L)",
          WIRE_VALUES,
          JavaNames.model(reference.name()),
          value,
          place,
          value);
    }
    if (type instanceof MessageRef reference) {
      return CodeBlock.of("$T.fromWire($L)", JavaNames.converter(reference.name()), value);
    }
    return value;
  }

  /** An accessor's value, as it is passed: null where the accessor gives an empty Optional. */
  static CodeBlock passedFrom(String object, Field field) {
    boolean optional = JavaTypes.nullable(field) && field.type() != WellKnown.VALUE;
    return CodeBlock.of(
        optional ? "$L.$N().orElse(null)" : "$L.$N()", object, JavaNames.variable(field));
  }
}
