package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes the calling side of a service: the Java interface, passed on to the peer. */
final class ClientGenerator {

  private static final ClassName CALLS = ClassName.get(JavaNames.CALLS, "RemoteCalls");
  private static final ClassName MAPPED = ClassName.get(JavaNames.CALLS, "MappedPublisher");

  /** A class that implements {@code target}; each method returns a stage if {@code async}. */
  GeneratedFile generate(ClassName name, ClassName target, Service service, boolean async) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(target)
            .addJavadoc(
                "A {@link $T} that is somewhere else: each call goes through {@link $T}.",
                target,
                CALLS)
            .addField(CALLS, "calls", Modifier.PRIVATE, Modifier.FINAL)
            .addField(WireCode.DISCLOSURE, "disclosure", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc(
                        "@param disclosure whether arguments may hold what plugins must never see")
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(CALLS, "calls")
                    .addParameter(WireCode.DISCLOSURE, "disclosure")
                    .addStatement("this.calls = calls")
                    .addStatement("this.disclosure = disclosure")
                    .build());
    for (Rpc rpc : service.rpcs()) {
      type.addMethod(method(name, rpc, async));
      if (!rpc.streaming()) {
        type.addMethod(decode(rpc));
      }
    }
    return JavaSource.of(name.packageName(), type.build());
  }

  private static MethodSpec method(ClassName client, Rpc rpc, boolean async) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(JavaNames.method(rpc))
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(async ? JavaTypes.returnedLater(rpc) : JavaTypes.returned(rpc))
            .addParameters(JavaTypes.parameters(rpc));
    CodeBlock descriptor = ServiceCallsGenerator.descriptor(rpc);
    if (rpc.streaming()) {
      return method
          .addStatement(
              "return new $T<>(calls.stream($L, new $T<>(requests, request -> $T.toWire(request,"
                  + " disclosure))), $T::fromWire)",
              MAPPED,
              descriptor,
              MAPPED,
              JavaNames.converter(rpc.request().name()),
              JavaNames.converter(rpc.response().name()))
          .build();
    }
    method.addStatement(
        "$1T.Builder proto = $1T.newBuilder()", JavaNames.wire(rpc.request().name()));
    for (Field field : rpc.arguments()) {
      method.addCode(
          WireCode.write(
              field,
              rpc.parametersClass().isPresent()
                  ? WireCode.passedFrom("options", field)
                  : CodeBlock.of("$N", JavaNames.variable(field))));
    }
    boolean nothing = rpc.results().isEmpty();
    return method
        .addStatement(
            "$Lcalls.$L($L, proto.build(), $T::$N)",
            nothing && !async ? "" : "return ",
            async ? "callAsync" : "call",
            descriptor,
            client,
            decoder(rpc))
        .build();
  }

  private static String decoder(Rpc rpc) {
    return JavaNames.method(rpc) + "Result";
  }

  private static MethodSpec decode(Rpc rpc) {
    List<Field> results = rpc.results();
    TypeName returned = results.isEmpty() ? TypeName.VOID.box() : JavaTypes.returned(rpc);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(decoder(rpc))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(returned.isPrimitive() ? returned.box() : returned)
            .addParameter(
                ParameterSpec.builder(JavaNames.wire(rpc.response().name()), "response").build());
    if (rpc.hasErrorField()) {
      method
          .beginControlFlow("if (response.hasError())")
          .addStatement("throw $T.fromWire(response.getError())", JavaNames.converter("AppError"))
          .endControlFlow();
    }
    switch (results.size()) {
      case 0 -> method.addStatement("return null");
      case 1 -> {
        Field field = results.get(0);
        CodeBlock value = WireCode.read(field, "response", rpc.response().name());
        boolean optional = !JavaTypes.handedOut(field).equals(JavaTypes.passed(field));
        method.addStatement(
            optional
                ? CodeBlock.of("return $T.ofNullable($L)", Optional.class, value)
                : CodeBlock.of("return $L", frozen(field, value)));
      }
      default -> {
        CodeBlock.Builder result = CodeBlock.builder().add("$T.builder()", JavaNames.result(rpc));
        for (Field field : results) {
          result.add(
              "\n.$N($L)",
              JavaNames.variable(field),
              WireCode.read(field, "response", rpc.response().name()));
        }
        method.addStatement("return $L\n.build()", result.build());
      }
    }
    return method.build();
  }

  // What protobuf hands out is unmodifiable, but its maps and lists of strings are its own classes.
  private static CodeBlock frozen(Field field, CodeBlock value) {
    return field.repeated() ? CodeBlock.of("$T.copyOf($L)", List.class, value) : value;
  }
}
