package io.krait.codegen.python;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.EnumType;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Sensitivity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the model classes and the enums: a module for each proto file, and a package that imports
 * them when something of them is asked for.
 */
final class ModelsModules {

  private final Contract contract;
  private final PythonTypes types;

  /** What each module has for its callers, by the module's name. */
  private final TreeMap<String, TreeSet<String>> exports = new TreeMap<>();

  /** The models of each module. */
  private final Map<String, List<Message>> models;

  private final Map<String, List<EnumType>> enums;

  ModelsModules(Contract contract) {
    this.contract = contract;
    this.types = new PythonTypes(contract);
    models =
        contract.models().stream()
            .collect(groupingBy(message -> module(message.file()), TreeMap::new, toList()));
    enums =
        contract.enums().stream()
            .collect(groupingBy(type -> module(type.file()), TreeMap::new, toList()));
    models.forEach((module, all) -> all.forEach(model -> export(module, PythonTypes.model(model))));
    enums.forEach((module, all) -> all.forEach(type -> export(module, type.name())));
  }

  private void export(String module, String name) {
    exports.computeIfAbsent(module, any -> new TreeSet<>()).add(name);
  }

  private static String module(String file) {
    return PythonProtoGenerator.base(file).replace(".proto", "");
  }

  /** The package's own text, by the name {@code __init__}, and those of its modules by theirs. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("__init__", packageText());
    exports.keySet().forEach(module -> texts.put(module, new Module(module).text()));
    return texts;
  }

  private String packageText() {
    PythonWriter out = new PythonWriter();
    out.doc(
        0,
        "The things of the host's world, as plugins see them.\n\n"
            + "Each module has those of one proto file, and is imported when one of them is asked"
            + " for.");
    out.gap().line(0, "from __future__ import annotations").gap();
    out.line(0, "from typing import TYPE_CHECKING").gap();
    out.line(0, "if TYPE_CHECKING:");
    exports.forEach(
        (module, names) -> {
          out.line(1, "from mattermost_plugin._generated.models.%s import (".formatted(module));
          names.forEach(name -> out.line(2, "%s as %s,".formatted(name, name)));
          models
              .getOrDefault(module, List.of())
              .forEach(
                  model -> {
                    String like = like(model);
                    out.line(2, "%s as %s,".formatted(like, like));
                  });
          out.line(1, ")");
        });
    out.line(0, "else:");
    out.line(1, "from mattermost_plugin._internal.lazy import names_of").gap();
    out.line(1, "__getattr__, __dir__ = names_of(__name__, {");
    exports.forEach(
        (module, names) ->
            names.forEach(name -> out.line(2, "\"%s\": \"%s\",".formatted(name, module))));
    out.line(1, "})");
    out.gap().line(0, "#: Models that are called differently on the wire, by their names there.");
    out.line(0, "RENAMED = {");
    contract.models().stream()
        .filter(model -> !PythonTypes.model(model).equals(model.name()))
        .forEach(
            model ->
                out.line(1, "\"%s\": \"%s\",".formatted(model.name(), PythonTypes.model(model))));
    out.line(0, "}");
    out.gap().line(0, "__all__ = [");
    exports.values().stream()
        .flatMap(Set::stream)
        .sorted()
        .forEach(name -> out.line(1, "\"" + name + "\","));
    out.line(0, "]");
    return out.text();
  }

  private static String like(Message model) {
    return PythonTypes.model(model) + "Like";
  }

  private final class Module {

    private final String name;
    private final PythonWriter out = new PythonWriter();

    Module(String name) {
      this.name = name;
    }

    String text() {
      int header = out.text().length();
      List<Message> mine = models.getOrDefault(name, List.of());
      List<EnumType> letters = enums.getOrDefault(name, List.of());
      letters.forEach(this::add);
      Set<String> codes = new HashSet<>();
      for (Message model : mine) {
        for (Field field : model.fields()) {
          if (field.type() instanceof FieldType.EnumRef type && codes.add(type.name())) {
            addCodes(contract.enumType(type.name()));
          }
        }
      }
      mine.forEach(this::add);
      String body = out.text().substring(header);
      PythonWriter whole = new PythonWriter();
      whole.doc(0, "Models of the messages in %s.proto.".formatted(name));
      whole.gap().line(0, "from __future__ import annotations").gap();
      if (!letters.isEmpty()) {
        whole.line(0, "from enum import Enum");
      }
      whole.line(0, "from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union").gap();
      whole.line(0, "from mattermost_plugin._generated import models as " + PythonTypes.MODELS);
      whole.line(0, "from mattermost_plugin._internal import fields as _f");
      whole.line(0, "from mattermost_plugin._internal.model import Model");
      whole.line(0, "from mattermost_plugin._internal.values import strings");
      if (!mine.isEmpty()) {
        whole.line(
            0, "from mattermost_plugin.grpc import " + PythonTypes.module(mine.get(0).file()));
      }
      whole.gap().line(0, "if TYPE_CHECKING:");
      models.forEach(
          (module, others) -> {
            List<String> used = new ArrayList<>();
            for (Message model : others) {
              for (String type : List.of(PythonTypes.model(model), like(model))) {
                if (!module.equals(name) && LazyImports.names(body, type)) {
                  used.add(type);
                }
              }
            }
            if (!used.isEmpty()) {
              LazyImports.addModels(whole, "." + module, used);
            }
          });
      whole.line(1, "from mattermost_plugin._internal.containers import (");
      whole.line(2, "ModelList,").line(2, "ModelMap,").line(2, "ScalarList,");
      whole.line(2, "ScalarMap,").line(1, ")");
      whole.line(1, "from mattermost_plugin._internal.fields import Attribute");
      whole.line(1, "from mattermost_plugin._internal.values import StructView").gap();
      whole.line(1, "# What is accepted where a model is expected.");
      for (Message model : mine) {
        whole.line(
            1,
            "%s = Union[\"%s\", %s, Mapping[str, Any]]"
                .formatted(like(model), PythonTypes.model(model), PythonTypes.messageClass(model)));
      }
      return whole.text() + body;
    }

    private void add(EnumType type) {
      out.gap().gap().line(0, "class " + type.name() + "(str, Enum):");
      out.doc(1, type.doc().isBlank() ? "Letters of " + type.name() + "." : type.doc()).gap();
      for (EnumType.Value value : type.values()) {
        if (!value.code().isEmpty()) {
          out.line(1, type.shortName(value) + " = \"" + value.code() + "\"");
          out.doc(1, value.doc());
        }
      }
      out.gap().line(1, "def __str__(self) -> str:").line(2, "return str(self.value)");
    }

    private void addCodes(EnumType type) {
      List<String> codes =
          type.values().stream()
              .map(value -> "%d: \"%s\"".formatted(value.number(), value.code()))
              .toList();
      out.gap().gap();
      out.line(
          0,
          PythonTypes.codes(new FieldType.EnumRef(type.name()))
              + " = {"
              + String.join(", ", codes)
              + "}");
    }

    private void add(Message message) {
      String messageClass = PythonTypes.messageClass(message);
      List<Field> fields = message.fields();
      out.gap()
          .gap()
          .line(0, "class %s(Model[%s]):".formatted(PythonTypes.model(message), messageClass));
      out.doc(
          1, message.doc().isBlank() ? "The contract's " + message.name() + "." : message.doc());
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
      // Set one by one where there is something to set: that costs a tenth of handing all of them
      // to
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
}
