package io.krait.codegen.python;

import io.krait.codegen.Descriptors;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.EnumType;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.List;
import java.util.Map;

/** The tests' small contract, in the shape that the Python generators know: one flat file. */
final class Sample {

  private static final String FILE = "sample.proto";

  private Sample() {}

  static Contract contract() {
    Contract all = Descriptors.sample();
    return new Contract(
        Map.of(FILE, Descriptors.SAMPLE),
        all.messages().stream().map(Sample::supported).toList(),
        all.enums().stream()
            .map(type -> new EnumType(type.name(), FILE, type.values(), type.doc()))
            .toList(),
        all.services().stream()
            .map(
                service ->
                    new Service(
                        service.name(),
                        service.fullName(),
                        FILE,
                        service.rpcs().stream().map(Sample::supported).toList(),
                        service.doc()))
            .toList());
  }

  static Message message(String name) {
    return contract().message(name);
  }

  static Rpc rpc(String name) {
    return contract().services().stream()
        .flatMap(service -> service.rpcs().stream())
        .filter(rpc -> rpc.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The method with other facts for Python. */
  static Rpc rpc(String name, String signature, List<String> request, String result) {
    Rpc rpc = rpc(name);
    return with(rpc, new Rpc.PythonFacts(signature, "", request, result, ""));
  }

  private static Rpc with(Rpc rpc, Rpc.PythonFacts python) {
    return new Rpc(
        rpc.service(),
        rpc.name(),
        rpc.request(),
        rpc.response(),
        rpc.streaming(),
        rpc.hook(),
        rpc.since(),
        rpc.parametersClass(),
        python,
        rpc.doc());
  }

  private static Rpc supported(Rpc rpc) {
    return new Rpc(
        rpc.service(),
        rpc.name(),
        supported(rpc.request()),
        supported(rpc.response()),
        rpc.streaming(),
        rpc.hook(),
        rpc.since(),
        rpc.parametersClass(),
        rpc.python(),
        rpc.doc());
  }

  private static Message supported(Message message) {
    return new Message(
        message.name(),
        FILE,
        message.fields().stream().filter(field -> !holdsEnums(field)).toList(),
        message.doc(),
        message.python());
  }

  private static boolean holdsEnums(Field field) {
    return field.name().equals("volumes") || field.name().equals("volume_by_name");
  }
}
