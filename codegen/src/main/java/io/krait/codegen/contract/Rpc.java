package io.krait.codegen.contract;

import java.util.List;
import java.util.Optional;

/**
 * A method of a service.
 *
 * @param service the service's name
 * @param streaming both directions are streams of messages; no method streams in one direction only
 * @param hook facts about the hook, on every method of the hook service
 * @param since version of the reference server that introduced the method; empty where unknown
 * @param parametersClass name of the class that holds all arguments, where they are not passed one
 *     by one
 * @param python what the Python client needs beyond the request and response
 */
public record Rpc(
    String service,
    String name,
    Message request,
    Message response,
    boolean streaming,
    Optional<HookFacts> hook,
    String since,
    Optional<String> parametersClass,
    PythonFacts python,
    String doc) {

  /**
   * Facts about a hook.
   *
   * @param kind name of a constant of {@code krait.v1.HookKind}
   * @param onFailure name of a constant of {@code krait.v1.FailurePolicy}
   * @param deadlineMillis default deadline, 0 for none
   */
  public record HookFacts(String kind, String onFailure, int deadlineMillis) {}

  /**
   * Facts about the Python method; a part that is empty follows the general rule.
   *
   * @param signature parameters as Python writes them, without self
   * @param name the method's name
   * @param request request fields that are not simply a parameter, each as {@code field = value}
   * @param result what is returned, as a Python expression
   * @param returns the type of {@code result}
   */
  public record PythonFacts(
      String signature, String name, List<String> request, String result, String returns) {

    public PythonFacts {
      request = List.copyOf(request);
    }
  }

  /** Request fields that are arguments of the call: all but the reserved context. */
  public List<Field> arguments() {
    return request.fields().stream()
        .filter(field -> !field.type().equals(new FieldType.MessageRef("RequestContext")))
        .toList();
  }

  /** Response fields that are its result: all but the error. */
  public List<Field> results() {
    return response.fields().stream()
        .filter(field -> !field.name().equals("error") || !isAppError(field))
        .toList();
  }

  /** Whether the response can carry an error of its own. */
  public boolean hasErrorField() {
    return response.field("error").filter(Rpc::isAppError).isPresent();
  }

  private static boolean isAppError(Field field) {
    return field.type().equals(new FieldType.MessageRef("AppError"));
  }
}
