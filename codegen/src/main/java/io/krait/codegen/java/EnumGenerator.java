package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.EnumType;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes a Java enum that knows the number and the letter of each value. */
final class EnumGenerator {

  GeneratedFile generate(EnumType source) {
    ClassName name = JavaNames.model(source.name());
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Javadoc.of(source.doc(), source.name() + "."))
            .addField(int.class, "number", Modifier.PRIVATE, Modifier.FINAL)
            .addField(String.class, "code", Modifier.PRIVATE, Modifier.FINAL);
    for (EnumType.Value value : source.values()) {
      type.addEnumConstant(
          source.shortName(value),
          TypeSpec.anonymousClassBuilder("$L, $S", value.number(), value.code())
              .addJavadoc(Javadoc.of(value.doc(), source.shortName(value) + "."))
              .build());
    }
    return JavaSource.of(
        name.packageName(),
        type.addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(int.class, "number")
                    .addParameter(String.class, "code")
                    .addStatement("this.number = number")
                    .addStatement("this.code = code")
                    .build())
            .addMethod(accessor("number", int.class, "Its number on the wire."))
            .addMethod(
                accessor("code", String.class, "The letter by which JSON knows it; may be empty."))
            .addMethod(lookup(name, "ofNumber", "number", int.class, "candidate.number == number"))
            .addMethod(lookup(name, "ofCode", "code", String.class, "candidate.code.equals(code)"))
            .build());
  }

  private static MethodSpec accessor(String name, Class<?> type, String doc) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(doc)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement("return $N", name)
        .build();
  }

  private static MethodSpec lookup(
      ClassName name, String method, String key, Class<?> keyType, String condition) {
    return MethodSpec.methodBuilder(method)
        .addJavadoc("The value with that $L, if there is one.", key)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(JavaTypes.optional(name))
        .addParameter(keyType, key)
        .addCode(
            CodeBlock.builder()
                .beginControlFlow("for ($T candidate : values())", name)
                .beginControlFlow("if ($L)", condition)
                .addStatement("return $T.of(candidate)", Optional.class)
                .endControlFlow()
                .endControlFlow()
                .addStatement("return $T.empty()", Optional.class)
                .build())
        .build();
  }
}
