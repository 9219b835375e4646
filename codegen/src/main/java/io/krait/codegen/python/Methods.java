package io.krait.codegen.python;

import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import java.util.ArrayList;
import java.util.List;

/** Writes what is to be known of a method without its messages. */
final class Methods {

  private Methods() {}

  /** Arguments of the class that stands for a method in Python. */
  static List<String> arguments(String service, Rpc rpc) {
    return new ArrayList<>(
        List.of(
            "\"" + rpc.name() + "\"",
            "\"/" + service + "/" + rpc.name() + "\"",
            place(rpc.request()),
            place(rpc.response())));
  }

  private static String place(Message message) {
    return "\"" + PythonTypes.messageClass(message) + "\"";
  }
}
