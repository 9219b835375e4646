package io.krait.protocol.contract;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;
import io.krait.protocol.options.v1.Options;
import io.krait.protocol.options.v1.Sensitivity;
import io.krait.protocol.v1.Api;
import io.krait.protocol.v1.Hooks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The contract as compiled into this bundle, for tests that cover all of it. */
public final class ContractTypes {

  private ContractTypes() {}

  /** The service that plugins call. */
  public static ServiceDescriptor api() {
    return Api.getDescriptor().findServiceByName("PluginAPI");
  }

  /** The service that the host calls. */
  public static ServiceDescriptor hooks() {
    return Hooks.getDescriptor().findServiceByName("PluginHooks");
  }

  /** Every message that stands for a model, so neither a request nor a response of a unary call. */
  public static List<Descriptor> models() {
    Map<String, Descriptor> all = new LinkedHashMap<>();
    Set<String> seen = new TreeSet<>();
    collect(Api.getDescriptor(), all, seen);
    collect(Hooks.getDescriptor(), all, seen);
    for (ServiceDescriptor service : List.of(api(), hooks())) {
      for (MethodDescriptor method : service.getMethods()) {
        if (!method.isClientStreaming()) {
          all.remove(method.getInputType().getName());
          all.remove(method.getOutputType().getName());
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  private static void collect(FileDescriptor file, Map<String, Descriptor> all, Set<String> seen) {
    if (!file.getPackage().equals("mattermost.pluginapi.v1") || !seen.add(file.getName())) {
      return;
    }
    file.getMessageTypes().forEach(type -> all.put(type.getName(), type));
    file.getDependencies().forEach(dependency -> collect(dependency, all, seen));
  }

  /** The parts that are never sent to a plugin, as {@code Model.accessor}. */
  static Set<String> neverSent() {
    Set<String> parts = new TreeSet<>();
    for (Descriptor model : models()) {
      for (FieldDescriptor field : model.getFields()) {
        if (isNeverSent(field)) {
          parts.add(model.getName() + "." + field.getJsonName());
        }
      }
    }
    return parts;
  }

  private static boolean isNeverSent(FieldDescriptor field) {
    return field.getOptions().getExtension(Options.field).getSensitivity()
        == Sensitivity.NEVER_SENT;
  }

  /** {@code message} as a plugin may see it. */
  public static Message withoutNeverSent(Message message) {
    Message.Builder copy = message.toBuilder();
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (isNeverSent(field)) {
                copy.clearField(field);
              } else if (field.isRepeated()
                  && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                copy.clearField(field);
                ((List<?>) value)
                    .forEach(
                        element ->
                            copy.addRepeatedField(field, withoutNeverSent((Message) element)));
              } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                copy.setField(field, withoutNeverSent((Message) value));
              }
            });
    return copy.build();
  }
}
