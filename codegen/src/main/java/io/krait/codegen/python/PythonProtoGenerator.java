package io.krait.codegen.python;

import io.krait.codegen.GeneratedFile;
import io.krait.codegen.Generator;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.EnumType;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes the contract again, as proto files that lie where the Python modules shall lie.
 *
 * <p>protoc derives a module's package and its imports from the path of the proto file. From these
 * files it makes modules that import one another out of {@code mattermost_plugin.grpc}, and that
 * are known to protobuf's descriptor pool under names that cannot clash with the {@code user.proto}
 * of somebody else. Krait's options are left out, so that their descriptors are not needed.
 */
public final class PythonProtoGenerator implements Generator {

  /** Where the modules live, with slashes. */
  static final String FOLDER = "mattermost_plugin/grpc/";

  @Override
  public List<GeneratedFile> generate(Contract given) {
    Contract contract = PythonFiles.split(given);
    Map<String, String> homes = new HashMap<>();
    TreeSet<String> files = new TreeSet<>(Comparator.comparing(PythonProtoGenerator::base));
    for (Message message : contract.messages()) {
      homes.put(message.name(), message.file());
      files.add(message.file());
    }
    for (EnumType type : contract.enums()) {
      homes.put(type.name(), type.file());
      files.add(type.file());
    }
    for (Service service : contract.services()) {
      files.add(service.file());
    }
    List<GeneratedFile> result = new ArrayList<>();
    for (String file : files) {
      result.add(
          new GeneratedFile(FOLDER + base(file), new ProtoFile(contract, file, homes).text()));
    }
    return result;
  }

  // One folder holds all modules, wherever their proto files lie.
  static String base(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private static final class ProtoFile {
    private final Contract contract;
    private final String file;
    private final Map<String, String> homes;
    private final TreeSet<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    ProtoFile(Contract contract, String file, Map<String, String> homes) {
      this.contract = contract;
      this.file = file;
      this.homes = homes;
    }

    String text() {
      contract.enums().stream().filter(type -> type.file().equals(file)).forEach(this::add);
      contract.services().stream().filter(type -> type.file().equals(file)).forEach(this::add);
      contract.messages().stream().filter(type -> type.file().equals(file)).forEach(this::add);
      StringBuilder head =
          new StringBuilder("syntax = \"proto3\";\n\npackage ")
              .append(packageOf(file))
              .append(";\n");
      String models = PythonFiles.modelsOf(file);
      if (homes.containsValue(models)) {
        // Public, so that all of them can be had from this file's module, as ever.
        imports.remove(FOLDER + base(models));
        head.append("\nimport public \"").append(FOLDER).append(base(models)).append("\";");
      }
      for (String name : imports) {
        head.append("\nimport \"").append(name).append("\";");
      }
      return head.append("\n").append(body).toString();
    }

    private void add(EnumType type) {
      body.append("\nenum ").append(type.name()).append(" {\n");
      for (EnumType.Value value : type.values()) {
        body.append("  %s = %d;\n".formatted(value.name(), value.number()));
      }
      body.append("}\n");
    }

    private void add(Service service) {
      body.append("\nservice ").append(service.name()).append(" {\n");
      for (Rpc rpc : service.rpcs()) {
        String stream = rpc.streaming() ? "stream " : "";
        body.append(
            "  rpc %s(%s%s) returns (%s%s);\n"
                .formatted(
                    rpc.name(),
                    stream,
                    local(rpc.request().name()),
                    stream,
                    local(rpc.response().name())));
      }
      body.append("}\n");
    }

    private void add(Message message) {
      body.append("\nmessage ").append(message.name()).append(" {\n");
      for (Field field : message.fields()) {
        String label =
            switch (field.cardinality()) {
              case REPEATED -> "repeated ";
              case OPTIONAL -> "optional ";
              case SINGULAR -> "";
            };
        body.append(
            "  %s%s %s = %d;\n".formatted(label, name(field.type()), field.name(), field.number()));
      }
      body.append("}\n");
    }

    private String name(FieldType type) {
      if (type instanceof FieldType.Scalar scalar) {
        return scalar.name().toLowerCase(Locale.ROOT);
      }
      if (type instanceof FieldType.WellKnown wellKnown) {
        return switch (wellKnown) {
          case STRUCT -> imported("struct", "google.protobuf.Struct");
          case VALUE -> imported("struct", "google.protobuf.Value");
          case INT32_VALUE -> imported("wrappers", "google.protobuf.Int32Value");
          case INT64_VALUE -> imported("wrappers", "google.protobuf.Int64Value");
        };
      }
      if (type instanceof FieldType.MessageRef message) {
        return local(message.name());
      }
      if (type instanceof FieldType.EnumRef enumRef) {
        return local(enumRef.name());
      }
      return "map<string, " + name(((FieldType.MapOf) type).value()) + ">";
    }

    private String imported(String module, String type) {
      imports.add("google/protobuf/" + module + ".proto");
      return type;
    }

    private String local(String type) {
      String home = homes.get(type);
      if (!home.equals(file)) {
        imports.add(FOLDER + base(home));
      }
      return packageOf(home).equals(packageOf(file)) ? type : packageOf(home) + "." + type;
    }

    private String packageOf(String name) {
      return contract.packages().get(name);
    }
  }
}
