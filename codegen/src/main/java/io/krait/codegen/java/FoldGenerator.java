package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Rpc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes how one plugin's answer changes what the next one is asked and what is answered in the
 * end: a start, a call, a merging and an end, which the contract's fields determine.
 */
final class FoldGenerator {

  private static final String REASON = "rejection_reason";
  private static final FieldType PLUGIN_CONTEXT = new FieldType.MessageRef("PluginContext");
  private static final CodeBlock NEVER = CodeBlock.of("answer -> false");

  private final ClassName merging;

  FoldGenerator(String packageName) {
    merging = ClassName.get(packageName, "Merging");
  }

  /** The expression that asks all plugins. */
  CodeBlock fold(Rpc rpc, CodeBlock hookName) {
    return switch (rpc.hook().orElseThrow().kind()) {
      case "CHAIN" -> chain(rpc, hookName);
      case "REJECT" -> {
        if (!rpc.results().isEmpty()) {
          throw unfit(rpc, "has results, so that it is no plain REJECT");
        }
        yield fold(
            rpc, hookName, CodeBlock.of("null"), call(rpc, List.of()), CodeBlock.of("null"), NEVER);
      }
      case "FIRST_WINS" -> {
        if (only(rpc).type() != FieldType.Scalar.STRING || only(rpc).repeated()) {
          throw unfit(rpc, "its one result must be a string to be FIRST_WINS");
        }
        yield fold(
            rpc,
            hookName,
            CodeBlock.of("$S", ""),
            call(rpc, List.of()),
            CodeBlock.of("answer"),
            CodeBlock.of("answer -> !answer.isEmpty()"));
      }
      case "SUM" -> sum(rpc, hookName);
      default -> throw unfit(rpc, "nothing is known about its kind");
    };
  }

  private CodeBlock sum(Rpc rpc, CodeBlock hookName) {
    Field result = only(rpc);
    if (result.repeated()) {
      return fold(
          rpc,
          hookName,
          CodeBlock.of("$T.of()", List.class),
          call(rpc, List.of()),
          CodeBlock.of("$T.joined(soFar, answer)", merging),
          NEVER);
    }
    if (result.type() != FieldType.Scalar.INT64) {
      throw unfit(rpc, "its one result must be a list or an int64 to be a SUM");
    }
    return fold(
        rpc,
        hookName,
        CodeBlock.of("0L"),
        call(rpc, List.of()),
        CodeBlock.of("soFar + answer"),
        NEVER);
  }

  private CodeBlock chain(Rpc rpc, CodeBlock hookName) {
    if (rpc.results().size() > 1) {
      return chainOfSeveral(rpc, hookName);
    }
    Field result = only(rpc);
    Field argument = replaced(rpc, result);
    String name = JavaNames.variable(argument);
    if (result.repeated()) {
      return fold(
          rpc,
          hookName,
          CodeBlock.of("$N", name),
          call(rpc, List.of(new Replacement(argument, CodeBlock.of("soFar")))),
          CodeBlock.of(
              "$T.replacedById(soFar, answer, $T::id)", merging, JavaTypes.element(result.type())),
          NEVER);
    }
    if (!JavaTypes.nullable(result) || !result.type().equals(argument.type())) {
      throw unfit(rpc, "its result cannot be told from an unchanged argument");
    }
    return fold(
        rpc,
        hookName,
        CodeBlock.of("$T.empty()", Optional.class),
        call(rpc, List.of(new Replacement(argument, CodeBlock.of("soFar.orElse($N)", name)))),
        CodeBlock.of(
            "answer.map(changed -> $T.keep(soFar.orElse($N), changed)).or(() -> soFar)",
            merging,
            name),
        NEVER);
  }

  private CodeBlock chainOfSeveral(Rpc rpc, CodeBlock hookName) {
    List<Replacement> replacements =
        rpc.results().stream()
            .filter(result -> !result.name().equals(REASON))
            .map(
                result -> {
                  Field argument = replaced(rpc, result);
                  return new Replacement(argument, current(rpc, result, argument));
                })
            .toList();
    CodeBlock.Builder merged = CodeBlock.builder().add("$T.settle(soFar.toBuilder()", merging);
    for (Field result : rpc.results()) {
      merged.add("\n.$N($L)", JavaNames.variable(result), merged(rpc, result));
    }
    merged.add(
        "\n.build(), $L)",
        JavaTypes.parameters(rpc).stream()
            .map(ParameterSpec::name)
            .collect(Collectors.joining(", ")));
    return fold(
        rpc,
        hookName,
        CodeBlock.of("$T.builder().build()", JavaNames.result(rpc)),
        call(rpc, replacements),
        merged.build(),
        rpc.response().field(REASON).isPresent()
            ? CodeBlock.of("answer -> !answer.rejectionReason().isEmpty()")
            : NEVER);
  }

  // The argument as the plugins so far have left it.
  private CodeBlock current(Rpc rpc, Field result, Field argument) {
    String changed = JavaNames.variable(result);
    String name = JavaNames.variable(argument);
    if (result.type() == FieldType.Scalar.BYTES) {
      return CodeBlock.of("soFar.$1N().isEmpty() ? $2N : soFar.$1N()", changed, name);
    }
    if (!JavaTypes.nullable(result)) {
      throw unfit(rpc, result.name() + " cannot be told from one that is left as it is");
    }
    return result.type().equals(argument.type())
        ? CodeBlock.of("soFar.$N().orElse($N)", changed, name)
        : CodeBlock.of(
            "soFar.$1N().map(changed -> $2T.into($3N, changed)).orElse($3N)",
            changed,
            merging,
            name);
  }

  private CodeBlock merged(Rpc rpc, Field result) {
    String name = JavaNames.variable(result);
    if (result.name().equals(REASON)) {
      return CodeBlock.of("answer.$N()", name);
    }
    if (result.type() == FieldType.Scalar.BYTES) {
      return CodeBlock.of("answer.$1N().isEmpty() ? soFar.$1N() : answer.$1N()", name);
    }
    Field argument = replaced(rpc, result);
    return result.type().equals(argument.type())
        ? CodeBlock.of(
            "answer.$1N().map(changed -> $2T.keep(soFar.$1N().orElse($3N), changed))"
                + ".or(soFar::$1N).orElse(null)",
            name,
            merging,
            JavaNames.variable(argument))
        : CodeBlock.of("answer.$1N().or(soFar::$1N).orElse(null)", name);
  }

  /** What the plugins after the first are given for an argument. */
  private record Replacement(Field argument, CodeBlock value) {}

  // The first argument of the result's type; else, for a result that is a part of it, the first
  // one that is about the operation at all.
  private static Field replaced(Rpc rpc, Field result) {
    return rpc.arguments().stream()
        .filter(
            argument ->
                argument.type().equals(result.type()) && argument.repeated() == result.repeated())
        .findFirst()
        .or(
            () ->
                rpc.arguments().stream()
                    .filter(
                        argument ->
                            result.type() instanceof FieldType.MessageRef
                                && argument.type() instanceof FieldType.MessageRef
                                && !argument.repeated()
                                && !argument.type().equals(PLUGIN_CONTEXT))
                    .findFirst())
        .orElseThrow(() -> unfit(rpc, result.name() + " replaces none of the arguments"));
  }

  private static CodeBlock call(Rpc rpc, List<Replacement> replacements) {
    List<CodeBlock> arguments =
        rpc.arguments().stream()
            .map(
                argument ->
                    replacements.stream()
                        .filter(replacement -> replacement.argument().equals(argument))
                        .map(Replacement::value)
                        .findFirst()
                        .orElse(CodeBlock.of("$N", JavaNames.variable(argument))))
            .toList();
    return CodeBlock.of("hooks.$N($L)", JavaNames.method(rpc), CodeBlock.join(arguments, ", "));
  }

  private static CodeBlock fold(
      Rpc rpc,
      CodeBlock hookName,
      CodeBlock start,
      CodeBlock call,
      CodeBlock merged,
      CodeBlock ends) {
    TypeName type = JavaTypes.returned(rpc).withoutAnnotations().box();
    return CodeBlock.of(
        "calls.<$T>fold(\n$L,\n$L,\n(hooks, soFar) -> $L,\n(soFar, answer) -> $L,\n$L)",
        type,
        hookName,
        start,
        call,
        merged,
        ends);
  }

  private static Field only(Rpc rpc) {
    if (rpc.results().size() != 1) {
      throw unfit(rpc, "must have one result, not %d".formatted(rpc.results().size()));
    }
    return rpc.results().get(0);
  }

  private static IllegalArgumentException unfit(Rpc rpc, String reason) {
    return new IllegalArgumentException(
        "%s cannot be dispatched: %s".formatted(rpc.name(), reason));
  }
}
