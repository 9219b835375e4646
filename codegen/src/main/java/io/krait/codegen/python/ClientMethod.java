package io.krait.codegen.python;

import io.krait.codegen.contract.Cardinality;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Names;
import io.krait.codegen.contract.Rpc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of the Python client: its parameters, how they fill the request, and what is returned.
 *
 * <p>Unless the contract says otherwise, each request field is a positional parameter; page,
 * per_page and include_deleted are keywords with a default; and the response's only field is the
 * result.
 */
final class ClientMethod {

  private static final Map<String, String> KEYWORDS =
      Map.of("page", "0", "per_page", "60", "include_deleted", "False");
  private static final Pattern CALL = Pattern.compile("(\\w+)\\(([\\w, ]+)\\)");
  private static final Pattern COMMA = Pattern.compile(", *");
  private static final Pattern RESULT = Pattern.compile("(\\w+)\\(([\\w., ]+)\\)");

  private final Rpc rpc;
  private final Contract contract;
  private final PythonTypes types;
  private final List<PythonParameter> parameters = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  /** Fields, as "field" or "field.inner", with the parameter or the call that fills them. */
  private final Map<String, String> given = new LinkedHashMap<>();

  private final List<String> preparations = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  ClientMethod(Rpc rpc, Contract contract) {
    this.rpc = rpc;
    this.contract = contract;
    this.types = new PythonTypes(contract);
    List<PythonParameter> declared =
        rpc.python().signature().isEmpty()
            ? byRule()
            : PythonParameter.parse(rpc.python().signature());
    readMappings(declared);
    fillRequest(declared);
    for (PythonParameter parameter : declared) {
      if (!used.contains(parameter.name())
          && !rpc.python().result().matches(".*\\b" + parameter.name() + "\\b.*")) {
        throw new IllegalArgumentException(
            "%s: nothing uses the parameter %s".formatted(rpc.name(), parameter.name()));
      }
      parameters.add(typed(parameter));
    }
  }

  String name() {
    return rpc.python().name().isEmpty() ? Names.lowerSnake(rpc.name()) : rpc.python().name();
  }

  /** Name of the constant that holds the method's facts. */
  String constant() {
    return Names.upperSnake(rpc.name());
  }

  List<PythonParameter> parameters() {
    return parameters;
  }

  /** Lines before the request is made. */
  List<String> preparations() {
    return preparations;
  }

  /** Arguments of the request's constructor. */
  List<String> values() {
    return values;
  }

  Rpc rpc() {
    return rpc;
  }

  String returns() {
    if (!rpc.python().returns().isEmpty()) {
      return rpc.python().returns();
    }
    List<String> all = rpc.results().stream().map(types::result).toList();
    return switch (all.size()) {
      case 0 -> "None";
      case 1 -> all.get(0);
      default -> "tuple[" + String.join(", ", all) + "]";
    };
  }

  /** What is returned, as an expression over {@code response}; empty where nothing is. */
  String result() {
    String declared = rpc.python().result();
    if (declared.startsWith("response.")) {
      return declared;
    }
    if (!declared.isEmpty()) {
      if (!RESULT.matcher(declared).matches()) {
        throw new IllegalArgumentException(
            "%s: the result must be a response field or a call".formatted(rpc.name()));
      }
      return "_t." + declared;
    }
    return rpc.results().stream().map(types::fromProto).reduce((a, b) -> a + ", " + b).orElse("");
  }

  /** The result field without which a response makes no sense. */
  Optional<String> requiredResult() {
    return rpc.results().stream()
        .filter(field -> field.required() && field.type() instanceof FieldType.MessageRef)
        .map(Field::name)
        .findFirst();
  }

  /** The method's documentation with that of its parameters. */
  String doc() {
    StringBuilder doc = new StringBuilder(rpc.doc().isBlank() ? rpc.name() + "." : rpc.doc());
    StringBuilder arguments = new StringBuilder();
    for (PythonParameter parameter : parameters) {
      rpc.request()
          .field(parameter.name())
          .filter(field -> !field.doc().isBlank())
          .ifPresent(
              field ->
                  arguments
                      .append("\n    ")
                      .append(parameter.name())
                      .append(": ")
                      .append(field.doc().replace('\n', ' ')));
    }
    if (!arguments.isEmpty()) {
      doc.append("\n\nArgs:").append(arguments);
    }
    if (!rpc.since().isEmpty()) {
      doc.append("\n\nSince server version ").append(rpc.since()).append('.');
    }
    return doc.toString();
  }

  private List<PythonParameter> byRule() {
    List<PythonParameter> required = new ArrayList<>();
    List<PythonParameter> optional = new ArrayList<>();
    List<PythonParameter> keywords = new ArrayList<>();
    for (Field field : rpc.arguments()) {
      String name = PythonTypes.attribute(field);
      String value = KEYWORDS.get(name);
      if (value != null) {
        keywords.add(
            new PythonParameter(name, "", Optional.of(value), PythonParameter.Kind.KEYWORD));
      } else if (field.cardinality() == Cardinality.OPTIONAL
          || (field.hasPresence() && !field.required())) {
        optional.add(
            new PythonParameter(name, "", Optional.of("None"), PythonParameter.Kind.POSITIONAL));
      } else {
        required.add(
            new PythonParameter(name, "", Optional.empty(), PythonParameter.Kind.POSITIONAL));
      }
    }
    List<PythonParameter> all = new ArrayList<>(required);
    all.addAll(optional);
    all.addAll(keywords);
    return all;
  }

  private void readMappings(List<PythonParameter> declared) {
    for (String mapping : rpc.python().request()) {
      String[] sides = mapping.split(" = ", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException(
            "%s: '%s' is not of the form 'field = value'".formatted(rpc.name(), mapping));
      }
      Matcher call = CALL.matcher(sides[1]);
      if (call.matches()) {
        List<String> arguments = new ArrayList<>();
        for (String argument : COMMA.split(call.group(2), -1)) {
          boolean before = given.getOrDefault(argument, "").equals(argument + "_");
          arguments.add(before ? argument + "_" : argument);
          used.add(argument);
        }
        preparations.add(
            "%s_ = _t.%s(%s)".formatted(sides[0], call.group(1), String.join(", ", arguments)));
        given.put(sides[0], sides[0] + "_");
      } else if (declared.stream().anyMatch(parameter -> parameter.name().equals(sides[1]))) {
        used.add(sides[1]);
        given.put(sides[0], sides[1]);
      } else {
        throw new IllegalArgumentException(
            "%s: '%s' is neither a parameter nor a call".formatted(rpc.name(), sides[1]));
      }
    }
  }

  private void fillRequest(List<PythonParameter> declared) {
    for (Field field : rpc.arguments()) {
      Optional<String> value =
          value(field, field.name(), declared).or(() -> nested(field, declared));
      if (value.isPresent()) {
        values.add(field.name() + "=" + value.get());
      } else if (field.required() || !field.hasPresence()) {
        throw new IllegalArgumentException(
            "%s: nothing fills the request's field %s".formatted(rpc.name(), field.name()));
      }
    }
  }

  private Optional<String> value(Field field, String place, List<PythonParameter> declared) {
    String from = given.getOrDefault(place, PythonTypes.attribute(field));
    if (from.equals(field.name() + "_")) {
      return Optional.of(from);
    }
    return declared.stream()
        .filter(parameter -> parameter.name().equals(from))
        .findFirst()
        .map(
            parameter -> {
              used.add(from);
              return types.toProto(field, from, parameter.mayBeNone());
            });
  }

  // A message that is no parameter itself is made of those that are named like its fields.
  private Optional<String> nested(Field field, List<PythonParameter> declared) {
    if (field.repeated() || !(field.type() instanceof FieldType.MessageRef reference)) {
      return Optional.empty();
    }
    Message message = contract.message(reference.name());
    List<String> inner = new ArrayList<>();
    for (Field part : message.fields()) {
      value(part, field.name() + "." + part.name(), declared)
          .ifPresent(value -> inner.add(part.name() + "=" + value));
    }
    return inner.isEmpty()
        ? Optional.empty()
        : Optional.of(PythonTypes.messageClass(message) + "(" + String.join(", ", inner) + ")");
  }

  private PythonParameter typed(PythonParameter parameter) {
    if (!parameter.type().isEmpty()) {
      return parameter;
    }
    Field field = filled(parameter.name());
    String type = types.parameter(field);
    return parameter.withType(
        parameter.mayBeNone() && !type.equals("Any") ? type + " | None" : type);
  }

  private Field filled(String parameter) {
    for (Field field : rpc.arguments()) {
      if (given.getOrDefault(field.name(), PythonTypes.attribute(field)).equals(parameter)) {
        return field;
      }
    }
    for (Field field : rpc.arguments()) {
      if (field.type() instanceof FieldType.MessageRef reference) {
        for (Field part : contract.message(reference.name()).fields()) {
          String place = field.name() + "." + part.name();
          if (given.getOrDefault(place, PythonTypes.attribute(part)).equals(parameter)) {
            return part;
          }
        }
      }
    }
    return rpc.request()
        .field(parameter)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: the parameter %s needs a type".formatted(rpc.name(), parameter)));
  }
}
