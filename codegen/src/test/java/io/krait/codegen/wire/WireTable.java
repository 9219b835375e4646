package io.krait.codegen.wire;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All of a package that peers can tell apart, one line for each thing. Which file declares it, in
 * which order, and its comments and options are not part of it.
 */
final class WireTable {

  private final String prefix;
  private final SortedSet<String> lines = new TreeSet<>();

  private WireTable(String protoPackage) {
    prefix = "." + protoPackage + ".";
  }

  static SortedSet<String> of(String protoPackage, List<FileDescriptorProto> files) {
    WireTable table = new WireTable(protoPackage);
    for (FileDescriptorProto file : files) {
      if (file.getPackage().equals(protoPackage)) {
        file.getEnumTypeList().forEach(type -> table.add("", type));
        file.getMessageTypeList().forEach(type -> table.add("", type));
        file.getServiceList().forEach(table::add);
      }
    }
    return table.lines;
  }

  private void add(String outer, EnumDescriptorProto type) {
    String name = outer + type.getName();
    lines.add("enum " + name);
    for (EnumValueDescriptorProto value : type.getValueList()) {
      lines.add("value %s.%s = %d".formatted(name, value.getName(), value.getNumber()));
    }
  }

  private void add(String outer, DescriptorProto type) {
    String name = outer + type.getName();
    lines.add("message " + name);
    Map<String, String> maps = new HashMap<>();
    for (DescriptorProto nested : type.getNestedTypeList()) {
      if (nested.getOptions().getMapEntry()) {
        maps.put(
            prefix + name + "." + nested.getName(),
            "map<%s, %s>".formatted(type(nested.getField(0)), type(nested.getField(1))));
      } else {
        add(name + ".", nested);
      }
    }
    type.getEnumTypeList().forEach(nested -> add(name + ".", nested));
    for (FieldDescriptorProto field : type.getFieldList()) {
      String map = maps.get(field.getTypeName());
      lines.add(
          "field %s.%s = %d %s"
              .formatted(
                  name,
                  field.getName(),
                  field.getNumber(),
                  map == null ? label(type, field) + type(field) : map));
    }
  }

  private static String label(DescriptorProto owner, FieldDescriptorProto field) {
    if (field.getLabel() == Label.LABEL_REPEATED) {
      return "repeated ";
    }
    if (field.getProto3Optional()) {
      return "optional ";
    }
    return field.hasOneofIndex()
        ? "oneof " + owner.getOneofDecl(field.getOneofIndex()).getName() + " "
        : "";
  }

  private String type(FieldDescriptorProto field) {
    return field.getTypeName().isEmpty()
        ? field.getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT)
        : shortened(field.getTypeName());
  }

  private void add(ServiceDescriptorProto service) {
    lines.add("service " + service.getName());
    for (MethodDescriptorProto method : service.getMethodList()) {
      lines.add(
          "rpc %s.%s(%s%s) returns (%s%s)"
              .formatted(
                  service.getName(),
                  method.getName(),
                  method.getClientStreaming() ? "stream " : "",
                  shortened(method.getInputType()),
                  method.getServerStreaming() ? "stream " : "",
                  shortened(method.getOutputType())));
    }
  }

  private String shortened(String typeName) {
    return typeName.startsWith(prefix) ? typeName.substring(prefix.length()) : typeName;
  }
}
