package io.krait.codegen.python;

import static java.util.stream.Collectors.joining;

import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Names;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the names of the hooks with their facts, and the servicer that decodes their calls. */
final class HooksModules {

  private static final String LISTING = "Implemented";

  private final Contract contract;
  private final PythonTypes types;
  private final Service service;

  HooksModules(Contract contract) {
    this.contract = contract;
    this.types = new PythonTypes(contract);
    this.service = contract.service(true);
  }

  /** The module with the enum {@code HookName}. */
  String names() {
    PythonWriter out = new PythonWriter();
    out.doc(0, "The hooks that a plugin may implement.").gap();
    out.line(0, "from __future__ import annotations").gap();
    out.line(0, "from enum import Enum");
    out.line(0, "from typing import TYPE_CHECKING").gap();
    out.line(0, "if TYPE_CHECKING:");
    out.line(1, "from mattermost_plugin._internal.hook_facts import HookFacts").gap().gap();
    out.line(0, "class HookName(str, Enum):");
    out.doc(1, "A hook, by the name that it has on the wire.").gap();
    for (Rpc rpc : hooks()) {
      out.line(1, "%s = \"%s\"".formatted(rpc.name(), rpc.name()));
      out.doc(1, rpc.doc());
    }
    out.gap().line(1, "@property").line(1, "def facts(self) -> HookFacts:");
    out.doc(2, "What the contract says about the hook.");
    out.line(2, "from mattermost_plugin._generated.hook_facts import FACTS").gap();
    out.line(2, "return FACTS[self.value]");
    out.gap().line(1, "def __str__(self) -> str:").line(2, "return str(self.value)");
    return out.text();
  }

  /** The module with what the contract says about each hook. */
  String hookFacts() {
    PythonWriter out = new PythonWriter();
    out.doc(0, "What the contract says about each hook, by its name.").gap();
    out.line(0, "from __future__ import annotations").gap();
    out.line(0, "from mattermost_plugin._internal.hook_facts import HookFacts").gap();
    out.line(0, "FACTS = {");
    for (Rpc rpc : hooks()) {
      Rpc.HookFacts facts = rpc.hook().orElseThrow();
      out.line(
          1,
          "\"%s\": HookFacts(\"%s\", \"%s\", %s, \"%s\"),"
              .formatted(
                  rpc.name(),
                  facts.kind().toLowerCase(Locale.ROOT),
                  facts.onFailure().toLowerCase(Locale.ROOT),
                  facts.deadlineMillis() == 0 ? "None" : facts.deadlineMillis() / 1000.0,
                  rpc.since()));
    }
    out.line(0, "}");
    return out.text();
  }

  /** The module with what there is to know of each method before its messages are imported. */
  String methods() {
    PythonWriter out = new PythonWriter();
    out.doc(0, "How each hook goes over the wire.").gap();
    out.line(0, "from __future__ import annotations").gap();
    out.line(0, "from typing import Any").gap();
    out.line(0, "from mattermost_plugin._internal.methods import Method").gap();
    out.line(0, "#: The methods of all services that a plugin serves.");
    out.line(0, "ALL: tuple[Method[Any], ...] = (");
    for (Rpc rpc : service.rpcs()) {
      List<String> values = Methods.arguments(serviceOf(rpc), rpc);
      if (rpc.streaming()) {
        values.add("streams=True");
      }
      out.block(1, "Method(", values, "),");
    }
    out.line(0, ")");
    out.gap().line(0, "#: What a handler of a hook is given, by the hook's name.");
    out.line(0, "ARGUMENTS: dict[str, tuple[str, ...]] = {");
    for (Rpc rpc : hooks()) {
      if (!rpc.streaming()) {
        String names =
            rpc.arguments().stream()
                .map(field -> field.name().equals("plugin_context") ? "context" : field.name())
                .map(name -> "\"" + name + "\", ")
                .collect(joining());
        out.line(1, "\"%s\": (%s),".formatted(rpc.name(), names.strip()));
      }
    }
    out.line(0, "}");
    return out.text();
  }

  private String serviceOf(Rpc rpc) {
    return contract.services().stream()
        .filter(one -> one.name().equals(rpc.service()))
        .findFirst()
        .orElse(service)
        .fullName();
  }

  /** The module with the servicer. */
  String servicer() {
    PythonWriter out = new PythonWriter();
    out.doc(0, "Takes hook calls off the wire and puts their results on it.").gap();
    out.line(0, "from __future__ import annotations").gap();
    out.line(0, "from functools import cache as _cache");
    out.line(0, "from typing import TYPE_CHECKING, Any, AsyncIterator").gap();
    out.line(0, "from mattermost_plugin._generated import models as " + PythonTypes.MODELS);
    out.line(0, "from mattermost_plugin._generated.hook_names import HookName");
    out.line(0, "from mattermost_plugin._internal import results as _r");
    out.line(0, "from mattermost_plugin._internal.lazy import LazyModule");
    out.line(0, "from mattermost_plugin._internal.servicer import HooksBase");
    String all = servicerBody();
    LazyImports.add(out, contract, all, typing -> {});
    return out.text() + all;
  }

  private String servicerBody() {
    PythonWriter out = new PythonWriter();
    int header = out.text().length();
    for (Rpc rpc : hooks()) {
      if (!rpc.streaming()) {
        out.gap().gap().line(0, "@_cache");
        out.line(
            0,
            "def %s() -> _r.Shape[%s]:"
                .formatted(shapeName(rpc), PythonTypes.messageClass(rpc.response())));
        out.block(1, "return _r." + shape(rpc) + "(", shapeArguments(rpc), ")");
      }
    }
    out.gap().gap().line(0, "class PluginHooksServicer(HooksBase):");
    out.doc(
        1,
        "Serves all hooks: decodes each call into models and hands it to `dispatch`, whose result"
            + " it encodes.\n\nA subclass implements `dispatch`, `implemented_hooks` and, where it"
            + " serves HTTP, `ServeHTTP`.");
    for (Rpc rpc : service.rpcs()) {
      if (rpc.streaming()) {
        addStream(out, rpc);
      } else if (rpc.name().equals(LISTING)) {
        addListing(out, rpc);
      } else {
        add(out, rpc);
      }
    }
    return out.text().substring(header);
  }

  private List<Rpc> hooks() {
    return service.rpcs().stream().filter(rpc -> !rpc.name().equals(LISTING)).toList();
  }

  private static String shapeName(Rpc rpc) {
    return "_" + Names.lowerSnake(rpc.name());
  }

  // The response's fields tell how a result is to be understood.
  private static String shape(Rpc rpc) {
    List<Field> results = rpc.results();
    if (results.isEmpty()) {
      return rpc.hasErrorField() ? "ErrorOnly" : "Ignored";
    }
    if (results.stream().anyMatch(HooksModules::isReason)) {
      return "Rejectable";
    }
    return results.get(0).repeated() ? "Many" : "One";
  }

  private List<String> shapeArguments(Rpc rpc) {
    List<String> arguments = new ArrayList<>();
    arguments.add("\"" + rpc.name() + "\"");
    arguments.add(PythonTypes.messageClass(rpc.response()));
    for (Field field : rpc.results()) {
      if (!isReason(field)) {
        String type =
            field.type() instanceof FieldType.MessageRef message
                ? types.modelClass(message)
                : types.result(field);
        arguments.add("(\"" + field.name() + "\", " + type + ")");
      }
    }
    return arguments;
  }

  private static boolean isReason(Field field) {
    return field.name().equals("rejection_reason");
  }

  private void add(PythonWriter out, Rpc rpc) {
    List<String> values = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (Field field : rpc.arguments()) {
      String value = "request." + field.name();
      if (field.type() instanceof FieldType.MessageRef message) {
        String wrap = types.modelClass(message) + "._wrap";
        if (field.repeated()) {
          values.add("[%s(item) for item in %s]".formatted(wrap, value));
        } else if (field.required()) {
          values.add(wrap + "(" + value + ")");
          // Older hosts leave the context out when there is nothing to tell in it.
          if (!message.name().equals("PluginContext")) {
            required.add("\"" + field.name() + "\"");
          }
        } else {
          values.add(
              "%s(%s) if request.HasField(\"%s\") else None".formatted(wrap, value, field.name()));
        }
      } else {
        values.add(field.repeated() ? "list(" + value + ")" : value);
      }
    }
    head(out, rpc);
    String arguments = values.isEmpty() ? "()" : "(" + String.join(", ", values) + ",)";
    String checks = required.isEmpty() ? "()" : "(" + String.join(", ", required) + ",)";
    out.line(2, "return await self._serve(");
    out.line(3, "HookName." + rpc.name() + ",");
    out.line(3, "request,");
    out.line(3, checks + ",");
    out.line(3, arguments + ",");
    out.line(3, shapeName(rpc) + "(),");
    out.line(3, "context,");
    out.line(2, ")");
  }

  private static void head(PythonWriter out, Rpc rpc) {
    out.gap().line(1, "async def %s(  # noqa: N802 - the wire's name".formatted(rpc.name()));
    out.line(
        2, "self, request: %s, context: Any".formatted(PythonTypes.messageClass(rpc.request())));
    out.line(1, ") -> " + PythonTypes.messageClass(rpc.response()) + ":");
    out.doc(2, rpc.doc());
  }

  private static void addListing(PythonWriter out, Rpc rpc) {
    head(out, rpc);
    String response = PythonTypes.messageClass(rpc.response());
    out.line(2, "return await self._list(" + response + ", context)");
  }

  private static void addStream(PythonWriter out, Rpc rpc) {
    String request = PythonTypes.messageClass(rpc.request());
    String response = PythonTypes.messageClass(rpc.response());
    out.gap().line(1, "async def %s(  # noqa: N802 - the wire's name".formatted(rpc.name()));
    out.line(2, "self, requests: AsyncIterator[%s], context: Any".formatted(request));
    out.line(1, ") -> AsyncIterator[" + response + "]:");
    out.doc(2, rpc.doc());
    out.line(2, "await self._refuse(HookName." + rpc.name() + ", context)");
    out.line(2, "yield " + response + "()  # Not reached; makes this a stream.");
  }
}
