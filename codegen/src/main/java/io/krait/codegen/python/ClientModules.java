package io.krait.codegen.python;

import io.krait.codegen.contract.Contract;
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
    out.line(0, "from typing import TYPE_CHECKING, Any").gap();
    out.line(0, "from mattermost_plugin._internal.methods import Method");
    PythonWriter constants = new PythonWriter();
    int header = constants.text().length();
    for (ClientMethod method : methods) {
      List<String> values = Methods.arguments(service.fullName(), method.rpc());
      method.requiredResult().ifPresent(field -> values.add("\"" + field + "\""));
      constants.block(
          0,
          "%s: Method[%s] = Method("
              .formatted(method.constant(), PythonTypes.messageClass(method.rpc().response())),
          values,
          ")");
    }
    constants.gap().line(0, "ALL: tuple[Method[Any], ...] = (");
    methods.forEach(method -> constants.line(1, method.constant() + ","));
    constants.line(0, ")");
    String all = constants.text().substring(header);
    LazyImports.addForTyping(out, contract, all);
    return out.gap().text() + all;
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
    out.line(0, "from typing import TYPE_CHECKING, Any, Iterable, Mapping, MutableMapping").gap();
    out.line(0, "from mattermost_plugin._generated import api_methods as _m");
    out.line(0, "from mattermost_plugin._generated import models as " + PythonTypes.MODELS);
    out.line(0, "from mattermost_plugin._internal import fields as _f");
    out.line(0, "from mattermost_plugin._internal import transforms as _t");
    out.line(
        0, "from mattermost_plugin._internal.calls import " + (async ? "AsyncApiBase" : "ApiBase"));
    out.line(0, "from mattermost_plugin._internal.lazy import LazyModule");
    out.line(0, "from mattermost_plugin._internal.values import StructView, strings");
    List<String> names = new ArrayList<>();
    contract.models().stream()
        .map(PythonTypes::model)
        .forEach(
            name -> {
              names.add(name);
              names.add(name + "Like");
            });
    String all = bodies(async);
    LazyImports.add(
        out,
        contract,
        all,
        typing ->
            LazyImports.addModels(
                typing,
                "",
                names.stream().filter(name -> LazyImports.names(all, name)).sorted().toList()));
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
}
