package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType.EnumRef;
import io.krait.codegen.contract.FieldType.MapOf;
import io.krait.codegen.contract.FieldType.Scalar;
import io.krait.codegen.contract.FieldType.WellKnown;
import io.krait.codegen.contract.Sensitivity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes an immutable class with a builder from a list of fields. */
final class ModelGenerator {

  private static final ClassName FROZEN_MAP = ClassName.get(JavaNames.INTERNAL, "FrozenMap");
  private static final ClassName JSON_OBJECT = ClassName.get(JavaNames.INTERNAL, "JsonObject");
  private static final ClassName DESCRIPTION = ClassName.get(JavaNames.INTERNAL, "Description");

  /**
   * The class of a model.
   *
   * @param otherwise its Javadoc where {@code doc} is empty
   */
  GeneratedFile generate(ClassName name, List<Field> fields, String doc, String otherwise) {
    ClassName builder = name.nestedClass("Builder");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(Javadoc.of(doc, otherwise))
            .addJavadoc("\n\n<p>Immutable, and safe for use from any thread.");
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(builder, "builder");
    for (Field field : fields) {
      type.addField(
          JavaTypes.passed(field), JavaNames.variable(field), Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("this.$1N = builder.$1N", JavaNames.variable(field));
    }
    type.addMethod(constructor.build());
    type.addMethod(
        MethodSpec.methodBuilder("builder")
            .addJavadoc("Starts a value whose parts are all empty.")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(builder)
            .addStatement("return new $T()", builder)
            .build());
    type.addMethod(toBuilder(builder, fields));
    fields.forEach(field -> type.addMethod(accessor(field)));
    type.addMethod(equals(name, fields));
    type.addMethod(hashCode(fields));
    type.addMethod(toString(name, fields));
    type.addType(builder(name, builder, fields));
    return JavaSource.of(name.packageName(), type.build());
  }

  private static MethodSpec toBuilder(ClassName builder, List<Field> fields) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("toBuilder")
            .addJavadoc("Starts a value whose parts are those of this one.")
            .addModifiers(Modifier.PUBLIC)
            .returns(builder)
            .addStatement("$1T builder = new $1T()", builder);
    for (Field field : fields) {
      method.addStatement("builder.$1N = this.$1N", JavaNames.variable(field));
    }
    return method.addStatement("return builder").build();
  }

  private static MethodSpec accessor(Field field) {
    String name = JavaNames.variable(field);
    boolean optional = JavaTypes.nullable(field) && field.type() != WellKnown.VALUE;
    return MethodSpec.methodBuilder(name)
        .addJavadoc(Javadoc.of(field.doc(), "The " + field.name().replace('_', ' ') + "."))
        .addModifiers(Modifier.PUBLIC)
        .returns(JavaTypes.handedOut(field))
        .addStatement(
            optional
                ? CodeBlock.of("return $T.ofNullable($N)", Optional.class, name)
                : CodeBlock.of("return $N", name))
        .build();
  }

  private static boolean primitive(Field field) {
    return JavaTypes.passed(field).isPrimitive();
  }

  private static MethodSpec equals(ClassName name, List<Field> fields) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("equals")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(boolean.class)
            .addParameter(Object.class, "other")
            .beginControlFlow("if (this == other)")
            .addStatement("return true")
            .endControlFlow();
    if (fields.isEmpty()) {
      return method.addStatement("return other instanceof $T", name).build();
    }
    CodeBlock.Builder condition = CodeBlock.builder().add("other instanceof $T that", name);
    for (Field field : fields) {
      String variable = JavaNames.variable(field);
      if (JavaTypes.passed(field).equals(TypeName.DOUBLE)) {
        condition.add("\n&& $1T.compare(this.$2N, that.$2N) == 0", Double.class, variable);
      } else if (primitive(field)) {
        condition.add("\n&& this.$1N == that.$1N", variable);
      } else {
        condition.add("\n&& $1T.equals(this.$2N, that.$2N)", Objects.class, variable);
      }
    }
    return method.addStatement("return $L", condition.build()).build();
  }

  private static MethodSpec hashCode(List<Field> fields) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("hashCode")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(int.class)
            .addStatement("int hash = 1");
    for (Field field : fields) {
      String variable = JavaNames.variable(field);
      method.addStatement(
          "hash = 31 * hash + $L",
          primitive(field)
              ? CodeBlock.of("$T.hashCode(this.$N)", JavaTypes.passed(field).box(), variable)
              : CodeBlock.of("$T.hashCode(this.$N)", Objects.class, variable));
    }
    return method.addStatement("return hash").build();
  }

  private static MethodSpec toString(ClassName name, List<Field> fields) {
    CodeBlock.Builder text = CodeBlock.builder().add("new $T($S)", DESCRIPTION, name.simpleName());
    for (Field field : fields) {
      text.add(
          "\n.$L($S, $N)",
          field.sensitivity() == Sensitivity.PUBLIC ? "part" : "masked",
          JavaNames.variable(field),
          JavaNames.variable(field));
    }
    return MethodSpec.methodBuilder("toString")
        .addJavadoc("The parts that are not empty; secrets are masked.")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return $L\n.toString()", text.build())
        .build();
  }

  private static TypeSpec builder(ClassName name, ClassName builder, List<Field> fields) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Builder")
            .addJavadoc(
                "Collects the parts of a {@link $T}. Not safe for use from several threads.", name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (Field field : fields) {
      FieldSpec.Builder part =
          FieldSpec.builder(JavaTypes.passed(field), JavaNames.variable(field), Modifier.PRIVATE);
      CodeBlock start = empty(field);
      if (!start.isEmpty()) {
        part.initializer(start);
      }
      type.addField(part.build());
    }
    fields.forEach(field -> type.addMethod(setter(builder, field)));
    MethodSpec.Builder build =
        MethodSpec.methodBuilder("build")
            .addJavadoc("The value.")
            .addModifiers(Modifier.PUBLIC)
            .returns(name);
    for (Field field : fields) {
      if (field.required() && !primitive(field) && empty(field).isEmpty()) {
        build.addStatement(
            "$1T.requireNonNull($2N, $2S)", Objects.class, JavaNames.variable(field));
      }
    }
    return type.addMethod(build.addStatement("return new $T(this)", name).build()).build();
  }

  /** What the builder starts with, where that is not Java's own default. */
  private static CodeBlock empty(Field field) {
    if (field.repeated()) {
      return CodeBlock.of("$T.of()", List.class);
    }
    if (JavaTypes.nullable(field)) {
      return CodeBlock.of("");
    }
    if (field.type() == Scalar.STRING) {
      return CodeBlock.of("$S", "");
    }
    if (field.type() == Scalar.BYTES) {
      return CodeBlock.of("$T.EMPTY", JavaNames.BYTES);
    }
    if (field.type() instanceof EnumRef reference) {
      return CodeBlock.of("$T.ofNumber(0).orElseThrow()", JavaNames.model(reference.name()));
    }
    if (field.type() == WellKnown.STRUCT) {
      return CodeBlock.of("$T.freeze($S, $T.of())", JSON_OBJECT, "", java.util.Map.class);
    }
    if (field.type() instanceof MapOf) {
      return CodeBlock.of("$T.copyOf($S, $T.of())", FROZEN_MAP, "", java.util.Map.class);
    }
    return CodeBlock.of("");
  }

  private static MethodSpec setter(ClassName builder, Field field) {
    String name = JavaNames.variable(field);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(Javadoc.of(field.doc(), "The " + field.name().replace('_', ' ') + "."))
            .addModifiers(Modifier.PUBLIC)
            .returns(builder)
            .addParameter(JavaTypes.passed(field), name);
    CodeBlock kept;
    if (field.repeated()) {
      kept = CodeBlock.of("$T.copyOf($N)", List.class, name);
    } else if (field.type() == WellKnown.STRUCT) {
      CodeBlock frozen = CodeBlock.of("$T.freeze($S, $N)", JSON_OBJECT, name, name);
      kept =
          JavaTypes.nullable(field) ? CodeBlock.of("$N == null ? null : $L", name, frozen) : frozen;
    } else if (field.type() == WellKnown.VALUE) {
      kept = CodeBlock.of("$T.freezeValue($S, $N)", JSON_OBJECT, name, name);
    } else if (field.type() instanceof MapOf) {
      kept = CodeBlock.of("$T.copyOf($S, $N)", FROZEN_MAP, name, name);
    } else if (primitive(field) || JavaTypes.nullable(field)) {
      kept = CodeBlock.of("$N", name);
    } else {
      kept = CodeBlock.of("$1T.requireNonNull($2N, $2S)", Objects.class, name);
    }
    return method
        .addCode(rangeCheck(field))
        .addStatement("this.$N = $L", name, kept)
        .addStatement("return this")
        .build();
  }

  /** Refuses what a long holds and a uint32 does not. */
  private static CodeBlock rangeCheck(Field field) {
    String name = JavaNames.variable(field);
    if (field.type() instanceof MapOf map && map.value() == Scalar.UINT32) {
      return rangeCheckOfEach(name, CodeBlock.of("$N.values()", name));
    }
    if (field.type() != Scalar.UINT32) {
      return CodeBlock.of("");
    }
    if (field.repeated()) {
      return rangeCheckOfEach(name, CodeBlock.of("$N", name));
    }
    return rangeCheck(
        name,
        name,
        CodeBlock.of(
            JavaTypes.nullable(field)
                ? "$1N != null && ($1N < 0 || $1N > 0xffffffffL)"
                : "$1N < 0 || $1N > 0xffffffffL",
            name));
  }

  private static CodeBlock rangeCheckOfEach(String name, CodeBlock elements) {
    return CodeBlock.builder()
        .beginControlFlow("for (long element : $L)", elements)
        .add(rangeCheck(name, "element", CodeBlock.of("element < 0 || element > 0xffffffffL")))
        .endControlFlow()
        .build();
  }

  private static CodeBlock rangeCheck(String name, String variable, CodeBlock outside) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", outside)
        .addStatement(
            "throw new $T($S + $N)",
            IllegalArgumentException.class,
            name + " must be from 0 to 4294967295, not ",
            variable)
        .endControlFlow()
        .build();
  }
}
