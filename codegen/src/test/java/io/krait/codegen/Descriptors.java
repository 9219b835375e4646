package io.krait.codegen;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What protoc made of the proto files of the contract and of the tests. */
public final class Descriptors {

  /** The package of the contract that plugins know. */
  public static final String CONTRACT = "mattermost.pluginapi.v1";

  /** The package of Krait's own hooks. */
  public static final String EXTENSION = "krait.hooks.v1";

  /** The package of the tests' own small contract. */
  public static final String SAMPLE = "krait.sample.v1";

  private static final List<FileDescriptorProto> FILES = load("/descriptors.binpb");

  private Descriptors() {}

  /** All files, those of protobuf itself included, with comments. */
  public static List<FileDescriptorProto> files() {
    return FILES;
  }

  private static List<FileDescriptorProto> load(String name) {
    try (InputStream in = Descriptors.class.getResourceAsStream(name)) {
      return FileDescriptorSet.parseFrom(in, ContractReader.extensions()).getFileList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of one package. */
  public static List<FileDescriptorProto> filesOf(String protoPackage) {
    return files().stream().filter(file -> file.getPackage().equals(protoPackage)).toList();
  }

  public static Contract contract() {
    return ContractReader.read(files(), CONTRACT, EXTENSION);
  }

  /** The contract with what the documentation adds to it as an example. */
  public static Contract documented() {
    return ContractReader.read(load("/documented.binpb"), CONTRACT, EXTENSION);
  }

  public static Contract sample() {
    return ContractReader.read(files(), SAMPLE);
  }
}
