package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.Message;
import javax.lang.model.element.Modifier;

/** Makes the class that converts one model between its message and its Java class. */
final class ConverterGenerator {

  GeneratedFile generate(Message message) {
    ClassName name = JavaNames.converter(message.name());
    ClassName model = JavaNames.model(message.name());
    ClassName wire = JavaNames.wire(message.name());
    return JavaSource.of(
        name.packageName(),
        TypeSpec.classBuilder(name)
            .addJavadoc("Converts between {@link $T} and its message, without loss.", model)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(fromWire(message, model, wire))
            .addMethod(toWire(message, model, wire))
            .build());
  }

  private static MethodSpec fromWire(Message message, ClassName model, ClassName wire) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("fromWire")
            .addJavadoc("The model that {@code proto} stands for.")
            .addJavadoc(
                "\n\n@throws $T where it holds what the contract does not allow",
                ClassName.get(JavaNames.CONVERT, "MalformedMessageException"))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(model)
            .addParameter(wire, "proto");
    method.addStatement("$1T.Builder model = $1T.builder()", model);
    for (Field field : message.fields()) {
      method.addStatement(
          "model.$N($L)", JavaNames.variable(field), WireCode.read(field, "proto", message.name()));
    }
    return method.addStatement("return model.build()").build();
  }

  private static MethodSpec toWire(Message message, ClassName model, ClassName wire) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("toWire")
            .addJavadoc("The message that stands for {@code model}.")
            .addJavadoc(
                "\n\n@param disclosure whether fields that plugins must never see are in it")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(wire)
            .addParameter(model, "model")
            .addParameter(WireCode.DISCLOSURE, "disclosure")
            .addStatement("$1T.Builder proto = $1T.newBuilder()", wire);
    for (Field field : message.fields()) {
      method.addCode(WireCode.write(field, WireCode.passedFrom("model", field)));
    }
    return method.addStatement("return proto.build()").build();
  }
}
