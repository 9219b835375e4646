package io.krait.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.Names;
import io.krait.codegen.contract.Rpc;
import java.util.Set;
import java.util.concurrent.Flow;
import javax.lang.model.SourceVersion;

/** What things of the contract are called in Java, and in which package they are. */
final class JavaNames {

  static final String API = "io.krait.api";
  static final String MODEL = "io.krait.api.model";
  static final String INTERNAL = "io.krait.api.internal";
  static final String PROTOCOL_INTERNAL = "io.krait.protocol.internal";
  static final String CONVERT = "io.krait.protocol.convert";
  static final String CALLS = "io.krait.protocol.calls";
  static final String WIRE = "io.krait.protocol.v1";

  static final ClassName APP_ERROR = ClassName.get(API, "AppError");
  static final ClassName BYTES = ClassName.get(API, "Bytes");
  static final ClassName NULLABLE = ClassName.get(API, "Nullable");
  static final ClassName PLUGIN_API = ClassName.get(API, "PluginApi");
  static final ClassName PLUGIN_HOOKS = ClassName.get(API, "PluginHooks");
  static final ClassName ASYNC_PLUGIN_HOOKS = ClassName.get(API, "AsyncPluginHooks");
  static final ClassName HOOK_NAME = ClassName.get(API, "HookName");

  /** Messages that a hand-written class of the API stands for. */
  static final Set<String> HAND_WRITTEN = Set.of("AppError");

  // An accessor of that name would be another method of the class, or of every class.
  private static final Set<String> TAKEN =
      Set.of(
          "builder",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toBuilder",
          "toString",
          "wait");

  private JavaNames() {}

  /** The class callers see for a model message or an enum. */
  static ClassName model(String name) {
    return HAND_WRITTEN.contains(name)
        ? ClassName.get(API, name)
        : ClassName.get(MODEL, Names.upperCamel(name));
  }

  /** The class protoc makes for a message or an enum. */
  static ClassName wire(String name) {
    return ClassName.get(WIRE, name);
  }

  /** The class that converts between the two. */
  static ClassName converter(String name) {
    return ClassName.get(CONVERT, Names.upperCamel(name) + "Converter");
  }

  /** The class protoc's gRPC plugin makes for a service. */
  static ClassName stubs(String service) {
    return ClassName.get(WIRE, service + "Grpc");
  }

  /** The class for the results of a method that has more than one. */
  static ClassName result(Rpc rpc) {
    return ClassName.get(MODEL, Names.upperCamel(rpc.name()) + "Result");
  }

  /** The class for the arguments of a method that has too many of them. */
  static ClassName parameters(Rpc rpc) {
    return ClassName.get(MODEL, rpc.parametersClass().orElseThrow());
  }

  /** Name of the method that stands for an rpc. */
  static String method(Rpc rpc) {
    return Names.lowerCamel(rpc.name());
  }

  /** Name of the accessor, parameter or variable that stands for a field. */
  static String variable(Field field) {
    String name = Names.lowerCamel(field.name());
    return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + "Value" : name;
  }

  static TypeName publisherOf(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), element);
  }
}
