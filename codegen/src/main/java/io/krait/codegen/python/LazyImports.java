package io.krait.codegen.python;

import io.krait.codegen.contract.Contract;
import java.util.List;
import java.util.function.Consumer;

/**
 * Imports that type checkers see, and that happen when something of the module is first used. What
 * a plugin does not use of the contract costs it neither time nor memory.
 */
final class LazyImports {

  private LazyImports() {}

  /**
   * Adds the imports of those modules of protoc's that {@code text} names.
   *
   * @param forTyping adds, within the block for type checkers, what else only these need
   */
  static void add(
      PythonWriter out, Contract contract, String text, Consumer<PythonWriter> forTyping) {
    List<String> modules = modules(contract, text);
    out.gap().line(0, "if TYPE_CHECKING:");
    forTyping.accept(out);
    modules.forEach(module -> out.line(1, importOf(module)));
    out.line(0, "else:");
    modules.forEach(
        module ->
            out.line(
                1, "%s = LazyModule(\"mattermost_plugin.grpc.%s\")".formatted(module, module)));
  }

  /**
   * Adds imports, for type checkers alone, of those modules of protoc's that {@code text} names.
   */
  static void addForTyping(PythonWriter out, Contract contract, String text) {
    out.gap().line(0, "if TYPE_CHECKING:");
    modules(contract, text).forEach(module -> out.line(1, importOf(module)));
  }

  private static List<String> modules(Contract contract, String text) {
    return contract.messages().stream()
        .map(message -> PythonTypes.module(message.file()))
        .distinct()
        .sorted()
        .filter(module -> names(text, module))
        .toList();
  }

  private static String importOf(String module) {
    return "from mattermost_plugin.grpc import " + module;
  }

  /** Adds the import of some models, and of what is accepted in their place. */
  static void addModels(PythonWriter out, String module, List<String> names) {
    out.line(1, "from mattermost_plugin._generated.models%s import (".formatted(module));
    names.forEach(name -> out.line(2, name + ","));
    out.line(1, ")");
  }

  /** Whether {@code text} has the word {@code name} in it. */
  static boolean names(String text, String name) {
    return text.matches("(?s).*\\b" + name + "\\b.*");
  }
}
