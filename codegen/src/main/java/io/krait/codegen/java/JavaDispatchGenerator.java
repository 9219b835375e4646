package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.Generator;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Names;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Makes what stands between a host and several plugins: hooks that bring the answers of all plugins
 * together as the contract's options say, and the two ways between hooks that wait and hooks that
 * do not.
 */
public final class JavaDispatchGenerator implements Generator {

  private static final String PACKAGE = "io.krait.runtime.internal.dispatch";
  private static final ClassName CALLS = ClassName.get(PACKAGE, "HookCalls");
  private static final ClassName LATER = ClassName.get(PACKAGE, "Later");
  private static final String NOTIFY = "NOTIFY";

  private final FoldGenerator folds = new FoldGenerator(PACKAGE);

  @Override
  public List<GeneratedFile> generate(Contract contract) {
    Service hooks = contract.service(true);
    return List.of(dispatched(hooks), waiting(hooks), background(hooks));
  }

  private GeneratedFile dispatched(Service hooks) {
    TypeSpec.Builder type =
        type("DispatchedHooks", JavaNames.ASYNC_PLUGIN_HOOKS)
            .addJavadoc("The hooks of several plugins, each dispatched as its options say.")
            .addField(CALLS, "calls", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(CALLS, "calls")
                    .addStatement("this.calls = calls")
                    .build());
    for (Rpc rpc : hooks.rpcs()) {
      type.addMethod(
          method(rpc, JavaTypes.returnedLater(rpc))
              .addStatement("return $L", dispatched(rpc))
              .build());
    }
    return JavaSource.of(PACKAGE, type.build());
  }

  private CodeBlock dispatched(Rpc rpc) {
    CodeBlock name = CodeBlock.of("$T.$L", JavaNames.HOOK_NAME, Names.upperSnake(rpc.name()));
    CodeBlock call = CodeBlock.of("hooks.$N($L)", JavaNames.method(rpc), arguments(rpc));
    if (rpc.streaming()) {
      return CodeBlock.of("calls.stream($L, hooks -> $L)", name, call);
    }
    return switch (rpc.hook().orElseThrow().kind()) {
      case NOTIFY -> {
        if (!rpc.results().isEmpty()) {
          throw new IllegalArgumentException(rpc.name() + ": a NOTIFY hook has no results");
        }
        yield CodeBlock.of("calls.tell($L, hooks -> $L)", name, call);
      }
      case "SINGLE" -> CodeBlock.of("calls.one($L, hooks -> $L$L)", name, call, absent(rpc));
      default -> folds.fold(rpc, name);
    };
  }

  // What a plugin answers that does not handle the hook; nothing where that can only be an error.
  private static CodeBlock absent(Rpc rpc) {
    if (rpc.results().isEmpty()) {
      return CodeBlock.of(", () -> null");
    }
    return rpc.results().size() == 1 && JavaTypes.nullable(rpc.results().get(0))
        ? CodeBlock.of(", $T::empty", java.util.Optional.class)
        : CodeBlock.of("");
  }

  private static GeneratedFile waiting(Service hooks) {
    TypeSpec.Builder type =
        type("WaitingHooks", JavaNames.PLUGIN_HOOKS)
            .addJavadoc(
                "Waits for hooks that do not wait by themselves; what plugins are merely told "
                    + "is not waited for.")
            .addField(JavaNames.ASYNC_PLUGIN_HOOKS, "hooks", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(JavaNames.ASYNC_PLUGIN_HOOKS, "hooks")
                    .addStatement("this.hooks = hooks")
                    .build());
    for (Rpc rpc : hooks.rpcs()) {
      CodeBlock call = CodeBlock.of("hooks.$N($L)", JavaNames.method(rpc), arguments(rpc));
      MethodSpec.Builder method = method(rpc, JavaTypes.returned(rpc));
      if (rpc.streaming()) {
        method.addStatement("return $L", call);
      } else if (rpc.hook().orElseThrow().kind().equals(NOTIFY)) {
        method.addStatement(call);
      } else {
        method.addStatement(
            "$L$T.await($S, $L)",
            rpc.results().isEmpty() ? "" : "return ",
            LATER,
            rpc.name(),
            call);
      }
      type.addMethod(method.build());
    }
    return JavaSource.of(PACKAGE, type.build());
  }

  private static GeneratedFile background(Service hooks) {
    TypeSpec.Builder type =
        type("BackgroundHooks", JavaNames.ASYNC_PLUGIN_HOOKS)
            .addJavadoc("Calls hooks that wait on threads that may wait.")
            .addField(JavaNames.PLUGIN_HOOKS, "hooks", Modifier.PRIVATE, Modifier.FINAL)
            .addField(Executor.class, "executor", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(JavaNames.PLUGIN_HOOKS, "hooks")
                    .addParameter(Executor.class, "executor")
                    .addStatement("this.hooks = hooks")
                    .addStatement("this.executor = executor")
                    .build());
    for (Rpc rpc : hooks.rpcs()) {
      CodeBlock call = CodeBlock.of("hooks.$N($L)", JavaNames.method(rpc), arguments(rpc));
      MethodSpec.Builder method = method(rpc, JavaTypes.returnedLater(rpc));
      if (rpc.streaming()) {
        method.addStatement("return $L", call);
      } else {
        method.addStatement(
            "return $T.$L(executor, () -> $L)",
            LATER,
            rpc.results().isEmpty() ? "run" : "call",
            call);
      }
      type.addMethod(method.build());
    }
    return JavaSource.of(PACKAGE, type.build());
  }

  private static TypeSpec.Builder type(String name, ClassName implemented) {
    return TypeSpec.classBuilder(name).addModifiers(Modifier.FINAL).addSuperinterface(implemented);
  }

  private static MethodSpec.Builder method(Rpc rpc, TypeName returned) {
    return MethodSpec.methodBuilder(JavaNames.method(rpc))
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned)
        .addParameters(JavaTypes.parameters(rpc));
  }

  private static String arguments(Rpc rpc) {
    return JavaTypes.parameters(rpc).stream()
        .map(ParameterSpec::name)
        .collect(Collectors.joining(", "));
  }
}
