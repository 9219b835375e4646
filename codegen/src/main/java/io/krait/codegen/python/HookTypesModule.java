package io.krait.codegen.python;

import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes what type checkers are told of the decorator {@code hook}: for each hook what its handler
 * is given, and what it may return.
 */
final class HookTypesModule {

  private static final String LISTING = "Implemented";

  /** Handlers of streams get objects of the SDK, of which the contract knows nothing. */
  private static final Map<String, List<String>> OF_STREAMS =
      Map.of(
          "ServeHTTP",
          List.of("_models.PluginContext", "HTTPResponseWriter", "HTTPRequest"),
          "ServeMetrics",
          List.of("_models.PluginContext", "HTTPResponseWriter", "HTTPRequest"),
          "FileWillBeUploadedStream",
          List.of("_models.PluginContext", "_models.FileInfo", "FileUpload"),
          "ServeWebSocket",
          List.of("_models.PluginContext", "WebSocket"));

  private static final Map<String, List<String>> RESULTS_OF_STREAMS =
      Map.of(
          "FileWillBeUploadedStream",
          List.of("None", "str", "_models.FileInfo", "Mapping[str, Any]", "Tuple[Any, ...]"));

  private final Contract contract;
  private final PythonTypes types;

  HookTypesModule(Contract contract) {
    this.contract = contract;
    this.types = new PythonTypes(contract);
  }

  /** The module. */
  String text() {
    PythonWriter out = new PythonWriter();
    out.doc(
        0,
        "What type checkers know of handlers: the arguments of each hook, and what it may return."
            + "\n\nNever imported: only they read it.");
    out.gap();
    out.line(0, "# mypy: disable-error-code=\"overload-overlap\"");
    out.line(0, "from __future__ import annotations").gap();
    out.line(
        0,
        "from typing import Any, Awaitable, Callable, List, Literal, Mapping, Optional, Sequence,"
            + " Tuple, TypeVar, Union, overload");
    out.gap();
    out.line(0, "from mattermost_plugin._generated import models as " + PythonTypes.MODELS);
    out.line(0, "from mattermost_plugin._generated.hook_names import HookName");
    out.line(0, "from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter");
    out.line(0, "from mattermost_plugin.servicers.uploads import FileUpload");
    out.line(0, "from mattermost_plugin.servicers.websockets import WebSocket");
    out.gap();
    out.line(0, "F = TypeVar(\"F\", bound=Callable[..., Any])");
    List<Rpc> hooks =
        contract.service(true).rpcs().stream().filter(rpc -> !rpc.name().equals(LISTING)).toList();
    for (Rpc rpc : hooks) {
      if (rpc.streaming() && !OF_STREAMS.containsKey(rpc.name())) {
        // The SDK has no handler for it.
        out.line(
            0,
            "%s = TypeVar(\"%s\", bound=Callable[..., Any])"
                .formatted(variable(rpc), variable(rpc)));
        continue;
      }
      String arguments = String.join(", ", arguments(rpc));
      String result = union(results(rpc));
      out.line(
          0,
          "%s = TypeVar(\"%s\", bound=Callable[[Any%s], Union[%s, Awaitable[%s]]])"
              .formatted(
                  variable(rpc),
                  variable(rpc),
                  arguments.isEmpty() ? "" : ", " + arguments,
                  result,
                  result));
    }
    out.gap();
    for (Rpc rpc : hooks) {
      out.gap().line(0, "@overload");
      out.line(
          0,
          "def hook(name: Literal[HookName.%s, \"%s\"]) -> Callable[[%s], %s]: ..."
              .formatted(rpc.name(), rpc.name(), variable(rpc), variable(rpc)));
    }
    // Which one it is, only the running program knows.
    out.gap().line(0, "@overload").line(0, "def hook(name: HookName) -> Callable[[F], F]: ...");
    out.gap().line(0, "@overload").line(0, "def hook(name: None = None) -> Callable[[F], F]: ...");
    out.gap().line(0, "@overload").line(0, "def hook(name: F) -> F: ...");
    out.gap().line(0, "def hook(name: Any = None) -> Any: ...");
    return out.text();
  }

  private static String variable(Rpc rpc) {
    return "_" + rpc.name();
  }

  private List<String> arguments(Rpc rpc) {
    if (rpc.streaming()) {
      return OF_STREAMS.get(rpc.name());
    }
    return rpc.arguments().stream().map(this::argument).toList();
  }

  private String argument(Field field) {
    if (field.type() instanceof FieldType.MessageRef message) {
      String model = types.modelClass(message);
      if (field.repeated()) {
        return "List[" + model + "]";
      }
      return field.required() ? model : "Optional[" + model + "]";
    }
    return types.result(field);
  }

  private List<String> results(Rpc rpc) {
    if (rpc.streaming()) {
      return RESULTS_OF_STREAMS.getOrDefault(rpc.name(), List.of("None"));
    }
    List<Field> results = rpc.results();
    List<String> taken = new ArrayList<>(List.of("None"));
    boolean rejects = results.stream().anyMatch(field -> field.name().equals("rejection_reason"));
    boolean several = rpc.hasErrorField() && !results.isEmpty();
    for (Field field : results) {
      if (field.name().equals("rejection_reason")) {
        taken.add("str");
        several = true;
      } else if (field.type() instanceof FieldType.MessageRef message) {
        add(taken, field, message);
      } else {
        taken.add(types.result(field));
      }
    }
    if (rpc.hasErrorField()) {
      taken.addAll(List.of("str", "BaseException", "_models.AppError"));
    }
    if (several && (rejects || rpc.hasErrorField())) {
      taken.add("Tuple[Any, ...]");
    }
    return taken.stream().distinct().toList();
  }

  private void add(List<String> taken, Field field, FieldType.MessageRef reference) {
    String model = types.modelClass(reference);
    if (field.repeated()) {
      taken.add("Sequence[Union[%s, Mapping[str, Any]]]".formatted(model));
      return;
    }
    taken.add(model);
    taken.add("Mapping[str, Any]");
    Message message = contract.message(reference.name());
    // One that does nothing but carry JSON.
    if (message.fields().size() == 1 && message.fields().get(0).name().endsWith("_json")) {
      taken.add("bytes");
    }
  }

  private static String union(List<String> kinds) {
    return kinds.size() == 1 ? kinds.get(0) : "Union[" + String.join(", ", kinds) + "]";
  }
}
