package io.krait.codegen.python;

import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.ArrayList;
import java.util.List;

/** Writes the methods of the clients, and the facts by which a call is made. */
final class ClientModules {

  private final Contract contract;
  private final Service service;
  private final List<ClientMethod> methods;

  ClientModules(Contract contract) {
    this.contract = contract;
    this.service = contract.service(false);
    this.methods = service.rpcs().stream().map(rpc -> new ClientMethod(rpc, contract)).toList();
  }

  /** The module with one constant for each method. */
  String facts() {
    PythonWriter out = new PythonWriter();
    out.doc(0, "How each method of the API goes over the wire.").gap();
    out.line(0, "from __future__ import annotations").gap();
    out.line(0, "from typing import Any").gap();
    out.line(0, "from mattermost_plugin._internal.calls import ApiMethod");
    protoImports(out);
    out.gap();
    for (ClientMethod method : methods) {
      Rpc rpc = method.rpc();
      List<String> values =
          new ArrayList<>(
              List.of(
                  "\"" + rpc.name() + "\"",
                  "\"/" + service.fullName() + "/" + rpc.name() + "\"",
                  PythonTypes.messageClass(rpc.request()),
                  PythonTypes.messageClass(rpc.response())));
      method.requiredResult().ifPresent(field -> values.add("\"" + field + "\""));
      out.block(
          0,
          "%s: ApiMethod[%s] = ApiMethod("
              .formatted(method.constant(), PythonTypes.messageClass(rpc.response())),
          values,
          ")");
    }
    out.gap().line(0, "ALL: tuple[ApiMethod[Any], ...] = (");
    methods.forEach(method -> out.line(1, method.constant() + ","));
    out.line(0, ")");
    return out.text();
  }

  /** The module with the class that has all methods. */
  String methods(boolean async) {
    PythonWriter out = new PythonWriter();
    out.doc(
            0,
            "Every method of the host's API, "
                + (async ? "for use with asyncio." : "blocking until the host has answered."))
        .gap();
    out.line(0, "from __future__ import annotations").gap();
    out.line(0, "from typing import Any, Iterable, Mapping, MutableMapping").gap();
    out.line(0, "from mattermost_plugin._generated import api_methods as _m");
    out.line(0, "from mattermost_plugin._generated.models import (");
    List<String> names = new ArrayList<>();
    contract.models().stream()
        .map(PythonTypes::model)
        .forEach(
            name -> {
              names.add(name);
              names.add(name + "Like");
            });
    String all = bodies(async);
    names.stream()
        .filter(name -> all.matches("(?s).*\\b" + name + "\\b.*"))
        .sorted()
        .forEach(name -> out.line(1, name + ","));
    out.line(0, ")");
    out.line(0, "from mattermost_plugin._internal import fields as _f");
    out.line(0, "from mattermost_plugin._internal import transforms as _t");
    out.line(
        0, "from mattermost_plugin._internal.calls import " + (async ? "AsyncApiBase" : "ApiBase"));
    out.line(0, "from mattermost_plugin._internal.values import StructView, strings");
    protoImports(out);
    return out.text() + all;
  }

  private String bodies(boolean async) {
    PythonWriter out = new PythonWriter();
    int header = out.text().length();
    String name = async ? "AsyncApi" : "Api";
    out.gap().gap().line(0, "class %s(%sApiBase):".formatted(name, async ? "Async" : ""));
    out.doc(
        1,
        "The host's API: one method for each of the contract.\n\nEvery method raises"
            + " `PluginAPIError` or one of its subclasses when the host answers with an error, and"
            + " `UnavailableError` when it does not answer.");
    methods.forEach(method -> add(out, method, async));
    return out.text().substring(header);
  }

  private static void add(PythonWriter out, ClientMethod method, boolean async) {
    List<String> heads = new ArrayList<>(List.of("self"));
    heads.addAll(PythonParameter.write(method.parameters()));
    out.gap();
    out.block(
        1,
        (async ? "async " : "") + "def " + method.name() + "(",
        heads,
        ") -> " + method.returns() + ":");
    out.doc(2, method.doc());
    method.preparations().forEach(line -> out.line(2, line));
    out.block(
        2,
        "request = " + PythonTypes.messageClass(method.rpc().request()) + "(",
        method.values(),
        ")");
    String call = (async ? "await " : "") + "self._call(_m." + method.constant() + ", request)";
    if (method.result().isEmpty()) {
      out.line(2, call);
    } else {
      out.line(2, "response = " + call);
      out.line(2, "return " + method.result());
    }
  }

  private void protoImports(PythonWriter out) {
    contract.messages().stream()
        .map(message -> PythonTypes.module(message.file()))
        .filter(module -> module.startsWith("api"))
        .distinct()
        .sorted()
        .forEach(module -> out.line(0, "from mattermost_plugin.grpc import " + module));
  }
}
