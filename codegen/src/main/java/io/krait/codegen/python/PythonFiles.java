package io.krait.codegen.python;

import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.EnumType;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which file of the contract is which in Python, where a message costs time and memory with
 * the import of its file, whether it is used or not.
 */
final class PythonFiles {

  private static final String PROTO = ".proto";
  private static final String MODELS = "_models" + PROTO;

  private PythonFiles() {}

  /**
   * The contract with a file of their own for the models of those files that have requests and
   * responses besides, and models that other files need.
   */
  static Contract split(Contract contract) {
    Set<String> split = toBeSplit(contract);
    Set<Message> models = new HashSet<>(contract.models());
    Map<String, Message> messages = new LinkedHashMap<>();
    for (Message message : contract.messages()) {
      boolean moves = split.contains(message.file()) && models.contains(message);
      messages.put(message.name(), moves ? movedToModels(message) : message);
    }
    Map<String, String> packages = new HashMap<>(contract.packages());
    split.forEach(file -> packages.put(modelsOf(file), contract.packages().get(file)));
    return new Contract(
        packages,
        List.copyOf(messages.values()),
        contract.enums().stream()
            .map(type -> split.contains(type.file()) ? movedToModels(type) : type)
            .toList(),
        contract.services().stream().map(service -> with(service, messages)).toList());
  }

  private static Set<String> toBeSplit(Contract contract) {
    Set<Message> models = new HashSet<>(contract.models());
    Set<String> mixed = new HashSet<>();
    for (Message message : contract.messages()) {
      if (!models.contains(message)) {
        mixed.add(message.file());
      }
    }
    Set<String> needed = new HashSet<>();
    for (Message message : contract.messages()) {
      for (Field field : message.fields()) {
        messageOf(field.type())
            .map(name -> contract.message(name).file())
            .filter(file -> !file.equals(message.file()))
            .ifPresent(needed::add);
      }
    }
    mixed.retainAll(needed);
    return mixed;
  }

  private static Optional<String> messageOf(FieldType type) {
    if (type instanceof FieldType.MessageRef message) {
      return Optional.of(message.name());
    }
    return type instanceof FieldType.MapOf map ? messageOf(map.value()) : Optional.empty();
  }

  private static Message movedToModels(Message message) {
    return new Message(
        message.name(),
        modelsOf(message.file()),
        message.fields(),
        message.doc(),
        message.python());
  }

  private static EnumType movedToModels(EnumType type) {
    return new EnumType(type.name(), modelsOf(type.file()), type.values(), type.doc());
  }

  private static Service with(Service service, Map<String, Message> messages) {
    return new Service(
        service.name(),
        service.fullName(),
        service.file(),
        service.rpcs().stream()
            .map(
                rpc ->
                    new Rpc(
                        rpc.service(),
                        rpc.name(),
                        messages.get(rpc.request().name()),
                        messages.get(rpc.response().name()),
                        rpc.streaming(),
                        rpc.hook(),
                        rpc.since(),
                        rpc.parametersClass(),
                        rpc.python(),
                        rpc.doc()))
            .toList(),
        service.doc());
  }

  /** The file for the models of {@code file}. */
  static String modelsOf(String file) {
    return file.substring(0, file.length() - PROTO.length()) + MODELS;
  }
}
