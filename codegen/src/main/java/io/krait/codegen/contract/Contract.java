package io.krait.codegen.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that the contract declares, what extends it included, in the order of its files.
 *
 * @param packages the protobuf package of each file
 */
public record Contract(
    Map<String, String> packages,
    List<Message> messages,
    List<EnumType> enums,
    List<Service> services) {

  private static final String REASON = "rejection_reason";

  public Contract {
    packages = Map.copyOf(packages);
    messages = List.copyOf(messages);
    enums = List.copyOf(enums);
    services = List.copyOf(services);
  }

  /**
   * The service whose methods are hooks or, with {@code false}, the one whose methods are not.
   * Where there are several it is the first one, with the methods of the others at its end.
   */
  public Service service(boolean hooks) {
    return services.stream()
        .filter(service -> service.rpcs().stream().allMatch(rpc -> rpc.hook().isPresent() == hooks))
        .reduce(Service::extendedBy)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the contract has no service whose methods all "
                        + (hooks ? "have" : "lack")
                        + " the option krait.v1.hook"));
  }

  /** The message of that name. */
  public Message message(String name) {
    return messages.stream()
        .filter(message -> message.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no message " + name));
  }

  /** The enum of that name. */
  public EnumType enumType(String name) {
    return enums.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no enum " + name));
  }

  /**
   * Whether plugins can refuse an operation by that hook: with a reason, wherever in the response
   * that is, with an error, or with the first answer that is not empty.
   */
  public boolean canRefuse(Rpc rpc) {
    return switch (rpc.hook().orElseThrow().kind()) {
      case "REJECT", "FIRST_WINS" -> true;
      case "CHAIN" ->
          rpc.hasErrorField() || verdicts(rpc).anyMatch(part -> part.field(REASON).isPresent());
      default -> false;
    };
  }

  /** What can have the reason: the response or, where that is a stream, what its messages bring. */
  private Stream<Message> verdicts(Rpc rpc) {
    return rpc.streaming()
        ? rpc.response().fields().stream()
            .map(Field::type)
            .filter(FieldType.MessageRef.class::isInstance)
            .map(type -> message(((FieldType.MessageRef) type).name()))
        : Stream.of(rpc.response());
  }

  /**
   * Messages that stand for things rather than for the arguments or the result of a unary call;
   * they become classes that callers see.
   */
  public List<Message> models() {
    Set<String> envelopes = new HashSet<>();
    for (Service service : services) {
      for (Rpc rpc : service.rpcs()) {
        if (!rpc.streaming()) {
          envelopes.add(rpc.request().name());
          envelopes.add(rpc.response().name());
        }
      }
    }
    return messages.stream().filter(message -> !envelopes.contains(message.name())).toList();
  }
}
