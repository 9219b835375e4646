package io.krait.codegen.python;

import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.EnumType;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the model classes and the enums. */
final class ModelsModule {

  private final Contract contract;
  private final PythonTypes types;
  private final PythonWriter out = new PythonWriter();

  ModelsModule(Contract contract) {
    this.contract = contract;
    this.types = new PythonTypes(contract);
  }

  String text() {
    List<Message> models = contract.models();
    out.doc(0, "The things of the host's world, as plugins see them.");
    out.gap().line(0, "from __future__ import annotations").gap();
    out.line(0, "from enum import Enum");
    out.line(0, "from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union").gap();
    out.line(0, "from mattermost_plugin._internal import fields as _f");
    out.line(
        0,
        "from mattermost_plugin._internal.containers import ("
            + "ModelList, ModelMap, ScalarList, ScalarMap)");
    out.line(0, "from mattermost_plugin._internal.model import Model");
    out.line(0, "from mattermost_plugin._internal.values import StructView, strings");
    models.stream()
        .map(model -> PythonTypes.module(model.file()))
        .distinct()
        .sorted()
        .forEach(module -> out.line(0, "from mattermost_plugin.grpc import " + module));
    out.gap().line(0, "if TYPE_CHECKING:");
    out.line(1, "from mattermost_plugin._internal.fields import Attribute");
    contract.enums().forEach(this::add);
    models.forEach(this::add);
    out.gap().gap().line(0, "# What is accepted where a model is expected.");
    for (Message model : models) {
      String name = PythonTypes.model(model);
      out.line(
          0,
          "%sLike = Union[%s, %s, Mapping[str, Any]]"
              .formatted(name, name, PythonTypes.messageClass(model)));
    }
    out.gap().line(0, "__all__ = [");
    contract.enums().stream().map(EnumType::name).sorted().forEach(this::export);
    models.stream().map(PythonTypes::model).sorted().forEach(this::export);
    out.line(0, "]");
    return out.text();
  }

  private void export(String name) {
    out.line(1, "\"" + name + "\",");
  }

  private void add(EnumType type) {
    out.gap().gap().line(0, "class " + type.name() + "(str, Enum):");
    out.doc(1, type.doc().isBlank() ? "Letters of " + type.name() + "." : type.doc()).gap();
    List<String> codes = new ArrayList<>();
    for (EnumType.Value value : type.values()) {
      if (!value.code().isEmpty()) {
        out.line(1, type.shortName(value) + " = \"" + value.code() + "\"");
        out.doc(1, value.doc());
      }
      codes.add("%d: \"%s\"".formatted(value.number(), value.code()));
    }
    out.gap().line(1, "def __str__(self) -> str:").line(2, "return str(self.value)");
    out.gap().gap();
    out.line(
        0,
        PythonTypes.codes(new FieldType.EnumRef(type.name()))
            + " = {"
            + String.join(", ", codes)
            + "}");
  }

  private void add(Message message) {
    String name = PythonTypes.model(message);
    String messageClass = PythonTypes.messageClass(message);
    List<Field> fields = message.fields();
    out.gap().gap().line(0, "class %s(Model[%s]):".formatted(name, messageClass));
    out.doc(1, message.doc().isBlank() ? "The contract's " + message.name() + "." : message.doc());
    out.gap().line(1, "__slots__ = ()").gap();
    out.line(1, "_message = " + messageClass);
    List<PythonParameter> parameters = parameters(message);
    out.block(
        1,
        "_attributes = (",
        parameters.stream().map(parameter -> "\"" + parameter.name() + "\"").toList(),
        parameters.size() == 1 ? ",)" : ")");
    fields.stream()
        .filter(field -> !PythonTypes.attribute(field).equals(field.name()))
        .map(field -> "\"%s\": \"%s\"".formatted(PythonTypes.attribute(field), field.name()))
        .reduce((a, b) -> a + ", " + b)
        .ifPresent(entries -> out.line(1, "_wire_names = {" + entries + "}"));
    fields.stream()
        .filter(field -> field.sensitivity() != Sensitivity.PUBLIC)
        .map(field -> "\"" + PythonTypes.attribute(field) + "\"")
        .reduce((a, b) -> a + ", " + b)
        .ifPresent(entries -> out.line(1, "_secrets = frozenset({" + entries + "})"));
    if (!fields.isEmpty()) {
      out.gap();
    }
    for (Field field : fields) {
      out.line(
          1,
          "%s: Attribute[%s, %s] = %s"
              .formatted(
                  PythonTypes.attribute(field),
                  types.attributeRead(field),
                  types.attributeTaken(field),
                  types.attributeFactory(field)));
      out.doc(1, field.doc());
    }
    addConstructor(message, messageClass, parameters);
  }

  private void addConstructor(
      Message message, String messageClass, List<PythonParameter> parameters) {
    List<String> heads = new ArrayList<>(List.of("self"));
    heads.addAll(PythonParameter.write(parameters));
    out.gap().block(1, "def __init__(", heads, ") -> None:");
    if (message.fields().isEmpty()) {
      out.line(2, "self._pb = " + messageClass + "()");
      return;
    }
    // Set one by one where there is something to set: that costs a tenth of handing all of them to
    // the message's constructor.
    out.line(2, "pb = self._pb = " + messageClass + "()");
    for (Field field : message.fields()) {
      types.assignment(field, PythonTypes.attribute(field)).forEach(line -> out.line(2, line));
    }
  }

  // First those that the contract puts first, then the others as they come.
  private List<PythonParameter> parameters(Message message) {
    List<PythonParameter> result = new ArrayList<>();
    List<String> done = new ArrayList<>();
    for (PythonParameter parameter : PythonParameter.parse(message.python().parameters())) {
      Field field =
          message
              .field(parameter.name())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s: parameter %s is no field"
                              .formatted(message.name(), parameter.name())));
      result.add(parameter(field, parameter.value()));
      done.add(field.name());
    }
    for (Field field : message.fields()) {
      if (!done.contains(field.name())) {
        result.add(parameter(field, Optional.empty()));
      }
    }
    return result;
  }

  private PythonParameter parameter(Field field, Optional<String> value) {
    String empty = value.orElse(PythonTypes.emptyValue(field));
    String type = types.parameter(field);
    return new PythonParameter(
        PythonTypes.attribute(field),
        empty.equals("None") && !type.equals("Any") ? type + " | None" : type,
        Optional.of(empty),
        PythonParameter.Kind.POSITIONAL);
  }
}
