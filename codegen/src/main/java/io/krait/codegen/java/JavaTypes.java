package io.krait.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.FieldType.EnumRef;
import io.krait.codegen.contract.FieldType.MapOf;
import io.krait.codegen.contract.FieldType.MessageRef;
import io.krait.codegen.contract.FieldType.Scalar;
import io.krait.codegen.contract.FieldType.WellKnown;
import io.krait.codegen.contract.Rpc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The Java types with which the API shows the contract's. */
final class JavaTypes {

  private static final ClassName STRING = ClassName.get(String.class);

  private JavaTypes() {}

  /** Type of one value, whatever the field's cardinality. */
  static TypeName element(FieldType type) {
    if (type instanceof Scalar scalar) {
      return switch (scalar) {
        case BOOL -> TypeName.BOOLEAN;
        case INT32 -> TypeName.INT;
        // A uint32 does not fit into an int.
        case INT64, UINT32 -> TypeName.LONG;
        case DOUBLE -> TypeName.DOUBLE;
        case STRING -> STRING;
        case BYTES -> JavaNames.BYTES;
      };
    }
    if (type instanceof WellKnown wellKnown) {
      return switch (wellKnown) {
        case STRUCT ->
            ParameterizedTypeName.get(
                ClassName.get(Map.class), STRING, ClassName.get(Object.class));
        case VALUE -> ClassName.get(Object.class);
        case INT32_VALUE -> TypeName.INT;
        case INT64_VALUE -> TypeName.LONG;
      };
    }
    if (type instanceof MapOf map) {
      return ParameterizedTypeName.get(
          ClassName.get(Map.class), STRING, element(map.value()).box());
    }
    if (type instanceof EnumRef reference) {
      return JavaNames.model(reference.name());
    }
    return JavaNames.model(((MessageRef) type).name());
  }

  /** Type of all that the field holds, leaving aside that it may be absent. */
  static TypeName value(Field field) {
    TypeName element = element(field.type());
    return field.repeated()
        ? ParameterizedTypeName.get(ClassName.get(List.class), element.box())
        : element;
  }

  /** Whether a value of the field may be null where it is passed as such. */
  static boolean nullable(Field field) {
    return field.type() == WellKnown.VALUE || (field.hasPresence() && !field.required());
  }

  /** Type with which the value is passed in or kept. */
  static TypeName passed(Field field) {
    return nullable(field) ? annotatedNullable(value(field).box()) : value(field);
  }

  /** Type with which the value is handed out. */
  static TypeName handedOut(Field field) {
    if (field.type() == WellKnown.VALUE) {
      return passed(field);
    }
    return nullable(field) ? optional(value(field)) : value(field);
  }

  static TypeName optional(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), type.box());
  }

  static TypeName annotatedNullable(TypeName type) {
    return type.annotated(AnnotationSpec.builder(JavaNames.NULLABLE).build());
  }

  /** What a call of the method gives back: nothing, its one result, or a class of several. */
  static TypeName returned(Rpc rpc) {
    if (rpc.streaming()) {
      return JavaNames.publisherOf(JavaNames.model(rpc.response().name()));
    }
    List<Field> results = rpc.results();
    return switch (results.size()) {
      case 0 -> TypeName.VOID;
      case 1 -> handedOut(results.get(0));
      default -> JavaNames.result(rpc);
    };
  }

  /** The same, when it comes later. A stream comes at once: it is later by itself. */
  static TypeName returnedLater(Rpc rpc) {
    return rpc.streaming()
        ? returned(rpc)
        : ParameterizedTypeName.get(
            ClassName.get(CompletionStage.class), returned(rpc).withoutAnnotations().box());
  }

  /** The parameters of the method that stands for an rpc. */
  static List<ParameterSpec> parameters(Rpc rpc) {
    if (rpc.streaming()) {
      return List.of(
          ParameterSpec.builder(
                  JavaNames.publisherOf(JavaNames.model(rpc.request().name())), "requests")
              .build());
    }
    if (rpc.parametersClass().isPresent()) {
      return List.of(ParameterSpec.builder(JavaNames.parameters(rpc), "options").build());
    }
    return rpc.arguments().stream()
        .map(field -> ParameterSpec.builder(passed(field), JavaNames.variable(field)).build())
        .toList();
  }
}
