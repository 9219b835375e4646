package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Makes the serving side of a service: for each rpc, how its request is decoded, which method of
 * the Java interface it calls, and how the result or the error is encoded.
 */
final class ServiceCallsGenerator {

  private static final ClassName UNARY_CALL = ClassName.get(JavaNames.CALLS, "UnaryCall");
  private static final ClassName STREAMING_CALL = ClassName.get(JavaNames.CALLS, "StreamingCall");
  private static final ClassName MAPPED = ClassName.get(JavaNames.CALLS, "MappedPublisher");

  /**
   * The table of all calls of a service.
   *
   * @param target the interface that the calls are passed to
   */
  GeneratedFile generate(ClassName name, ClassName target, Service service) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("How each rpc is passed to a {@link $T}.", target)
            .addField(WireCode.DISCLOSURE, "disclosure", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc(
                        "@param disclosure whether results may hold what plugins must never see")
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(WireCode.DISCLOSURE, "disclosure")
                    .addStatement("this.disclosure = disclosure")
                    .build());
    type.addMethod(all("unary", UNARY_CALL, target, service, false));
    type.addMethod(all("streaming", STREAMING_CALL, target, service, true));
    for (Rpc rpc : service.rpcs()) {
      type.addMethod(rpc.streaming() ? streaming(target, rpc) : unary(target, rpc));
    }
    return JavaSource.of(name.packageName(), type.build());
  }

  private static MethodSpec all(
      String name, ClassName call, ClassName target, Service service, boolean streaming) {
    TypeName any = WildcardTypeName.subtypeOf(Object.class);
    CodeBlock.Builder list = CodeBlock.builder();
    String separator = "";
    for (Rpc rpc : service.rpcs()) {
      if (rpc.streaming() == streaming) {
        list.add("$L\n$N()", separator, JavaNames.method(rpc));
        separator = ",";
      }
    }
    return MethodSpec.methodBuilder(name)
        .addJavadoc("The $L calls, in the contract's order.", name)
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(List.class), ParameterizedTypeName.get(call, target, any, any)))
        .addStatement("return $T.of($L)", List.class, list.build())
        .build();
  }

  static CodeBlock descriptor(Rpc rpc) {
    return CodeBlock.of("$T.get$LMethod()", JavaNames.stubs(rpc.service()), rpc.name());
  }

  private static MethodSpec unary(ClassName target, Rpc rpc) {
    ClassName request = JavaNames.wire(rpc.request().name());
    ClassName response = JavaNames.wire(rpc.response().name());
    CodeBlock.Builder body = CodeBlock.builder();
    CodeBlock call =
        CodeBlock.of("target.$N($L)", JavaNames.method(rpc), CodeBlock.join(arguments(rpc), ",\n"));
    List<Field> results = rpc.results();
    body.addStatement("$1T.Builder proto = $1T.newBuilder()", response);
    if (results.isEmpty()) {
      body.addStatement(call);
    } else {
      body.addStatement(
          "$T result = $T.returned($S, $L)",
          JavaTypes.returned(rpc),
          WireCode.WIRE_VALUES,
          rpc.name(),
          call);
      for (Field field : results) {
        body.add(
            WireCode.write(
                field,
                results.size() > 1
                    ? WireCode.passedFrom("result", field)
                    : JavaTypes.nullable(field)
                            && !JavaTypes.handedOut(field).equals(JavaTypes.passed(field))
                        ? CodeBlock.of("result.orElse(null)")
                        : CodeBlock.of("result")));
      }
    }
    body.addStatement("return proto.build()");
    CodeBlock error =
        rpc.hasErrorField()
            ? CodeBlock.of(
                "error -> $T.newBuilder().setError($T.toWire(error, disclosure)).build()",
                response,
                JavaNames.converter("AppError"))
            : CodeBlock.of("null");
    return MethodSpec.methodBuilder(JavaNames.method(rpc))
        .addModifiers(Modifier.PRIVATE)
        .returns(ParameterizedTypeName.get(UNARY_CALL, target, request, response))
        .addCode(
            "return new $T<>(\n$>$S,\n$L,\n(target, request) -> {\n$>",
            UNARY_CALL,
            rpc.name(),
            descriptor(rpc))
        .addCode(body.build())
        .addCode("$<},\n$L);$<\n", error)
        .build();
  }

  private static List<CodeBlock> arguments(Rpc rpc) {
    if (rpc.parametersClass().isEmpty()) {
      return rpc.arguments().stream()
          .map(field -> WireCode.read(field, "request", rpc.name()))
          .toList();
    }
    CodeBlock.Builder options = CodeBlock.builder().add("$T.builder()", JavaNames.parameters(rpc));
    for (Field field : rpc.arguments()) {
      options.add(
          "\n.$N($L)", JavaNames.variable(field), WireCode.read(field, "request", rpc.name()));
    }
    return List.of(options.add("\n.build()").build());
  }

  private static MethodSpec streaming(ClassName target, Rpc rpc) {
    String request = rpc.request().name();
    String response = rpc.response().name();
    return MethodSpec.methodBuilder(JavaNames.method(rpc))
        .addModifiers(Modifier.PRIVATE)
        .returns(
            ParameterizedTypeName.get(
                STREAMING_CALL, target, JavaNames.wire(request), JavaNames.wire(response)))
        .addStatement(
            "return new $T<>(\n$S,\n$L,\n(target, requests) -> new $T<>(target.$N("
                + "new $T<>(requests, $T::fromWire)), response -> $T.toWire(response, disclosure)))",
            STREAMING_CALL,
            rpc.name(),
            descriptor(rpc),
            MAPPED,
            JavaNames.method(rpc),
            MAPPED,
            JavaNames.converter(request),
            JavaNames.converter(response))
        .build();
  }
}
