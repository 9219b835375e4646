package io.krait.interop;

import io.krait.protocol.contract.RandomValues;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the Java methods that stand for methods of the contract, and makes what they need. */
final class ContractMethods {

  private ContractMethods() {}

  /** The method of {@code type} that stands for {@code rpc}: KVSet is kvSet in Java. */
  static Method of(Class<?> type, String rpc) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(rpc))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no method for " + rpc));
  }

  static Object[] arguments(Method method, RandomValues values) {
    List<Object> arguments = new ArrayList<>();
    for (AnnotatedType type : method.getAnnotatedParameterTypes()) {
      arguments.add(values.of(type));
    }
    return arguments.toArray();
  }

  static Object result(Method method, RandomValues values) {
    return method.getReturnType() == void.class ? null : values.of(method.getAnnotatedReturnType());
  }
}
