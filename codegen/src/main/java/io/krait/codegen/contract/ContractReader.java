package io.krait.codegen.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.ExtensionRegistry;
import io.krait.protocol.options.v1.ApiOptions;
import io.krait.protocol.options.v1.FieldFacts;
import io.krait.protocol.options.v1.HookOptions;
import io.krait.protocol.options.v1.Options;
import io.krait.protocol.options.v1.PythonModelOptions;
import io.krait.protocol.options.v1.PythonOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@link Contract} out of protobuf's file descriptors. */
public final class ContractReader {

  private static final Map<String, FieldType> WELL_KNOWN =
      Map.of(
          ".google.protobuf.Struct", FieldType.WellKnown.STRUCT,
          ".google.protobuf.Value", FieldType.WellKnown.VALUE,
          ".google.protobuf.Int32Value", FieldType.WellKnown.INT32_VALUE,
          ".google.protobuf.Int64Value", FieldType.WellKnown.INT64_VALUE);

  private final List<String> protoPackages;
  private final Map<String, String> packages = new HashMap<>();
  private final Map<String, DescriptorProto> mapEntries = new HashMap<>();
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final List<EnumType> enums = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();

  private ContractReader(List<String> protoPackages) {
    this.protoPackages = protoPackages;
  }

  /** The extensions that must be known when descriptors are parsed, or options are lost. */
  public static ExtensionRegistry extensions() {
    ExtensionRegistry registry = ExtensionRegistry.newInstance();
    Options.registerAllExtensions(registry);
    return registry;
  }

  /**
   * Reads what {@code files} declare in some packages, which see one another's messages.
   *
   * @param files parsed with {@link #extensions()} and, for the documentation, with source info
   * @param protoPackages the contract's own, and those that extend it
   * @throws IllegalArgumentException where the files use something that the generators do not know
   */
  public static Contract read(List<FileDescriptorProto> files, String... protoPackages) {
    ContractReader reader = new ContractReader(List.of(protoPackages));
    List<FileDescriptorProto> ours =
        reader.protoPackages.stream()
            .flatMap(name -> files.stream().filter(file -> file.getPackage().equals(name)))
            .toList();
    ours.forEach(reader::readTypes);
    ours.forEach(reader::readServices);
    return new Contract(
        reader.packages, List.copyOf(reader.messages.values()), reader.enums, reader.services);
  }

  private void readTypes(FileDescriptorProto file) {
    packages.put(file.getName(), file.getPackage());
    Comments comments = new Comments(file);
    for (int i = 0; i < file.getEnumTypeCount(); i++) {
      enums.add(readEnum(file, comments, i));
    }
    for (int i = 0; i < file.getMessageTypeCount(); i++) {
      DescriptorProto type = file.getMessageType(i);
      for (EnumDescriptorProto nested : type.getEnumTypeList()) {
        throw new IllegalArgumentException(
            "%s.%s: nested enums are not supported".formatted(type.getName(), nested.getName()));
      }
      for (DescriptorProto nested : type.getNestedTypeList()) {
        if (!nested.getOptions().getMapEntry()) {
          throw new IllegalArgumentException(
              "%s.%s: nested messages are not supported"
                  .formatted(type.getName(), nested.getName()));
        }
        mapEntries.put(
            ".%s.%s.%s".formatted(file.getPackage(), type.getName(), nested.getName()), nested);
      }
      List<Field> fields = new ArrayList<>();
      for (int j = 0; j < type.getFieldCount(); j++) {
        fields.add(readField(type, type.getField(j), comments.at(4, i, 2, j)));
      }
      PythonModelOptions python = type.getOptions().getExtension(Options.pythonModel);
      Message message =
          new Message(
              type.getName(),
              file.getName(),
              fields,
              comments.at(4, i),
              new Message.PythonFacts(python.getName(), python.getParameters()));
      Message other = messages.put(message.name(), message);
      if (other != null) {
        throw new IllegalArgumentException(
            "%s is in %s and in %s: generated code knows messages by their short names"
                .formatted(message.name(), other.file(), message.file()));
      }
    }
  }

  private static EnumType readEnum(FileDescriptorProto file, Comments comments, int index) {
    EnumDescriptorProto type = file.getEnumType(index);
    List<EnumType.Value> values = new ArrayList<>();
    for (int j = 0; j < type.getValueCount(); j++) {
      EnumValueDescriptorProto value = type.getValue(j);
      values.add(
          new EnumType.Value(
              value.getName(),
              value.getNumber(),
              value.getOptions().getExtension(Options.code),
              comments.at(5, index, 2, j)));
    }
    return new EnumType(type.getName(), file.getName(), values, comments.at(5, index));
  }

  private Field readField(DescriptorProto owner, FieldDescriptorProto field, String doc) {
    String place = owner.getName() + "." + field.getName();
    if (field.hasOneofIndex() && !field.getProto3Optional()) {
      throw new IllegalArgumentException(place + ": oneof is not supported");
    }
    FieldFacts facts = field.getOptions().getExtension(Options.field);
    DescriptorProto entry = mapEntries.get(field.getTypeName());
    boolean repeated =
        field.getLabel() == FieldDescriptorProto.Label.LABEL_REPEATED && entry == null;
    FieldType type =
        entry != null
            ? mapType(place, entry)
            : repeated ? elementType(place, field) : type(place, field);
    if (facts.getMostCharacters() != 0 && type != FieldType.Scalar.STRING) {
      throw new IllegalArgumentException(place + ": most_characters is for texts alone");
    }
    if (facts.getMostElements() != 0 && !repeated) {
      throw new IllegalArgumentException(place + ": most_elements is for lists alone");
    }
    return new Field(
        field.getName(),
        field.getNumber(),
        type,
        repeated
            ? Cardinality.REPEATED
            : field.getProto3Optional() ? Cardinality.OPTIONAL : Cardinality.SINGULAR,
        Sensitivity.valueOf(facts.getSensitivity().name()),
        facts.getRequired(),
        facts.getMostCharacters(),
        facts.getMostElements(),
        doc);
  }

  private FieldType mapType(String place, DescriptorProto entry) {
    if (entry.getField(0).getType() != FieldDescriptorProto.Type.TYPE_STRING) {
      throw new IllegalArgumentException(place + ": map keys other than strings are not supported");
    }
    return new FieldType.MapOf(elementType(place, entry.getField(1)));
  }

  private FieldType elementType(String place, FieldDescriptorProto field) {
    FieldType type = type(place, field);
    if (type instanceof FieldType.WellKnown) {
      throw new IllegalArgumentException(
          "%s: lists and maps of %s are not supported; put it into a message"
              .formatted(place, field.getTypeName().substring(1)));
    }
    return type;
  }

  private FieldType type(String place, FieldDescriptorProto field) {
    return switch (field.getType()) {
      case TYPE_BOOL -> FieldType.Scalar.BOOL;
      case TYPE_INT32 -> FieldType.Scalar.INT32;
      case TYPE_INT64 -> FieldType.Scalar.INT64;
      case TYPE_UINT32 -> FieldType.Scalar.UINT32;
      case TYPE_DOUBLE -> FieldType.Scalar.DOUBLE;
      case TYPE_STRING -> FieldType.Scalar.STRING;
      case TYPE_BYTES -> FieldType.Scalar.BYTES;
      case TYPE_ENUM -> new FieldType.EnumRef(local(place, field.getTypeName()));
      case TYPE_MESSAGE -> {
        FieldType wellKnown = WELL_KNOWN.get(field.getTypeName());
        yield wellKnown != null
            ? wellKnown
            : new FieldType.MessageRef(local(place, field.getTypeName()));
      }
      default ->
          throw new IllegalArgumentException(
              place + ": type " + field.getType() + " is not supported");
    };
  }

  private void readServices(FileDescriptorProto file) {
    Comments comments = new Comments(file);
    for (int i = 0; i < file.getServiceCount(); i++) {
      ServiceDescriptorProto service = file.getService(i);
      List<Rpc> rpcs = new ArrayList<>();
      for (int j = 0; j < service.getMethodCount(); j++) {
        rpcs.add(readRpc(service, service.getMethod(j), comments.at(6, i, 2, j)));
      }
      services.add(
          new Service(
              service.getName(),
              file.getPackage() + "." + service.getName(),
              file.getName(),
              rpcs,
              comments.at(6, i)));
    }
  }

  private Rpc readRpc(ServiceDescriptorProto service, MethodDescriptorProto method, String doc) {
    String place = service.getName() + "." + method.getName();
    if (method.getClientStreaming() != method.getServerStreaming()) {
      throw new IllegalArgumentException(place + ": streams in one direction are not supported");
    }
    HookOptions hook = method.getOptions().getExtension(Options.hook);
    ApiOptions api = method.getOptions().getExtension(Options.api);
    PythonOptions python = method.getOptions().getExtension(Options.python);
    return new Rpc(
        service.getName(),
        method.getName(),
        messages.get(local(place, method.getInputType())),
        messages.get(local(place, method.getOutputType())),
        method.getClientStreaming(),
        method.getOptions().hasExtension(Options.hook)
            ? Optional.of(
                new Rpc.HookFacts(
                    hook.getKind().name(), hook.getOnFailure().name(), hook.getDeadlineMillis()))
            : Optional.empty(),
        hook.getSince() + api.getSince(),
        Optional.of(api.getParameters()).filter(name -> !name.isEmpty()),
        new Rpc.PythonFacts(
            python.getSignature(),
            python.getName(),
            python.getRequestList(),
            python.getResult(),
            python.getReturns()),
        doc);
  }

  private String local(String place, String typeName) {
    int dot = typeName.lastIndexOf('.');
    if (dot <= 0 || !protoPackages.contains(typeName.substring(1, dot))) {
      throw new IllegalArgumentException(
          "%s: type %s is not supported".formatted(place, typeName.substring(1)));
    }
    return typeName.substring(dot + 1);
  }

  /** Comments of one file, found by the path that protobuf gives each of its elements. */
  private static final class Comments {
    private final Map<List<Integer>, String> byPath = new HashMap<>();

    Comments(FileDescriptorProto file) {
      for (SourceCodeInfo.Location location : file.getSourceCodeInfo().getLocationList()) {
        if (location.hasLeadingComments()) {
          String text =
              location
                  .getLeadingComments()
                  .lines()
                  .map(String::strip)
                  .reduce((a, b) -> a + "\n" + b)
                  .orElse("");
          byPath.put(List.copyOf(location.getPathList()), text.strip());
        }
      }
    }

    String at(Integer... path) {
      return byPath.getOrDefault(List.of(path), "");
    }
  }
}
