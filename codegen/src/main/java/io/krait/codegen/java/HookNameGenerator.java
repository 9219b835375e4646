package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Names;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.time.Duration;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Makes the enum of all hooks with what the contract's options say of each. */
final class HookNameGenerator {

  private static final ClassName KIND = ClassName.get(JavaNames.API, "HookKind");
  private static final ClassName POLICY = ClassName.get(JavaNames.API, "FailurePolicy");

  private final Contract contract;

  HookNameGenerator(Contract contract) {
    this.contract = contract;
  }

  GeneratedFile generate(Service hooks) {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(JavaNames.HOOK_NAME)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The hooks of the contract, and what it says of each.");
    for (Rpc rpc : hooks.rpcs()) {
      Rpc.HookFacts facts = rpc.hook().orElseThrow();
      type.addEnumConstant(
          Names.upperSnake(rpc.name()),
          TypeSpec.anonymousClassBuilder(
                  "$S, $S, $T.$L, $T.$L, $L, $L, $S",
                  rpc.name(),
                  JavaNames.method(rpc),
                  KIND,
                  facts.kind(),
                  POLICY,
                  facts.onFailure(),
                  contract.canRefuse(rpc),
                  facts.deadlineMillis(),
                  rpc.since())
              .addJavadoc("See {@link $T#$L}.", JavaNames.PLUGIN_HOOKS, JavaNames.method(rpc))
              .build());
    }
    constructorAndFields(type);
    type.addMethod(
        accessor("hookName", TypeName.get(String.class), "return hookName")
            .addJavadoc("Its name on the wire and in a plugin: {@code MessageWillBePosted}.")
            .build());
    type.addMethod(
        accessor("methodName", TypeName.get(String.class), "return methodName")
            .addJavadoc("Its method's name in {@link $T}.", JavaNames.PLUGIN_HOOKS)
            .build());
    type.addMethod(
        accessor("kind", KIND, "return kind")
            .addJavadoc("How the results of several plugins are brought together.")
            .build());
    type.addMethod(
        accessor("onFailure", POLICY, "return onFailure")
            .addJavadoc("What a plugin that fails, or is too late, means for the operation.")
            .build());
    type.addMethod(
        accessor("canRefuse", TypeName.BOOLEAN, "return canRefuse")
            .addJavadoc(
                "Whether plugins can refuse the operation by it, and so guard it: with a reason, "
                    + "or with an error.")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("deadline")
            .addJavadoc("How long a call may take by default; empty where there is no limit.")
            .addModifiers(Modifier.PUBLIC)
            .returns(JavaTypes.optional(TypeName.get(Duration.class)))
            .addStatement(
                "return deadlineMillis == 0 ? $T.empty() : $T.of($T.ofMillis(deadlineMillis))",
                Optional.class,
                Optional.class,
                Duration.class)
            .build());
    type.addMethod(
        accessor("since", TypeName.get(String.class), "return since")
            .addJavadoc("The version of the reference server that introduced it.")
            .build());
    type.addMethod(byName());
    return JavaSource.of(JavaNames.API, type.build());
  }

  private static void constructorAndFields(TypeSpec.Builder type) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    record Part(String name, TypeName type) {}
    Part[] parts = {
      new Part("hookName", TypeName.get(String.class)),
      new Part("methodName", TypeName.get(String.class)),
      new Part("kind", KIND),
      new Part("onFailure", POLICY),
      new Part("canRefuse", TypeName.BOOLEAN),
      new Part("deadlineMillis", TypeName.INT),
      new Part("since", TypeName.get(String.class))
    };
    for (Part part : parts) {
      type.addField(part.type(), part.name(), Modifier.PRIVATE, Modifier.FINAL);
      constructor
          .addParameter(part.type(), part.name())
          .addStatement("this.$1N = $1N", part.name());
    }
    type.addMethod(constructor.build());
  }

  private static MethodSpec.Builder accessor(String name, TypeName type, String statement) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .returns(type)
        .addStatement(statement);
  }

  private static MethodSpec byName() {
    return MethodSpec.methodBuilder("of")
        .addJavadoc("The hook of that name, if the contract has one.")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(JavaTypes.optional(JavaNames.HOOK_NAME))
        .addParameter(String.class, "hookName")
        .addCode(
            CodeBlock.builder()
                .beginControlFlow("for ($T candidate : values())", JavaNames.HOOK_NAME)
                .beginControlFlow("if (candidate.hookName.equals(hookName))")
                .addStatement("return $T.of(candidate)", Optional.class)
                .endControlFlow()
                .endControlFlow()
                .addStatement("return $T.empty()", Optional.class)
                .build())
        .build();
  }
}
