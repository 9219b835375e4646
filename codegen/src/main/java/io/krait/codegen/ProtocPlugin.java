package io.krait.codegen;

import com.google.protobuf.compiler.PluginProtos.CodeGeneratorRequest;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorResponse;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.ContractReader;
import io.krait.codegen.java.JavaApiGenerator;
import io.krait.codegen.java.JavaDispatchGenerator;
import io.krait.codegen.java.JavaProtocolGenerator;
import io.krait.codegen.python.PythonGenerator;
import io.krait.codegen.python.PythonProtoGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Entry point for protoc, which hands over the parsed contract on standard input and takes the
 * files from standard output.
 *
 * <p>The plugin's parameter is {@code <target>[,package=<proto package>]}, where the target names
 * what to generate: {@code java-api}, {@code java-protocol}, {@code java-dispatch}, {@code python}
 * or {@code python-proto}.
 */
public final class ProtocPlugin {

  /** The contract's own package, and what extends it. */
  private static final String[] CONTRACT = {"mattermost.pluginapi.v1", "krait.hooks.v1"};

  private final Map<String, Generator> generators;

  ProtocPlugin(Map<String, Generator> generators) {
    this.generators = generators;
  }

  public static void main(String[] args) throws IOException {
    Map<String, Generator> generators =
        Map.of(
            "java-api", new JavaApiGenerator(),
            "java-dispatch", new JavaDispatchGenerator(),
            "java-protocol", new JavaProtocolGenerator(),
            "python", new PythonGenerator(),
            "python-proto", new PythonProtoGenerator());
    new ProtocPlugin(generators).run(System.in, System.out);
  }

  void run(InputStream in, OutputStream out) throws IOException {
    CodeGeneratorRequest request = CodeGeneratorRequest.parseFrom(in, ContractReader.extensions());
    answer(request).writeTo(out);
    out.flush();
  }

  // A mistake in a proto file is the user's to mend: protoc prints the message, without a trace.
  private CodeGeneratorResponse answer(CodeGeneratorRequest request) {
    CodeGeneratorResponse.Builder response =
        CodeGeneratorResponse.newBuilder()
            .setSupportedFeatures(CodeGeneratorResponse.Feature.FEATURE_PROTO3_OPTIONAL_VALUE);
    try {
      for (GeneratedFile file : generate(request)) {
        response.addFile(
            CodeGeneratorResponse.File.newBuilder()
                .setName(file.path())
                .setContent(file.content()));
      }
      return response.build();
    } catch (IllegalArgumentException | IllegalStateException mistake) {
      return response.clearFile().setError(mistake.getMessage()).build();
    }
  }

  private List<GeneratedFile> generate(CodeGeneratorRequest request) {
    String[] parameters = request.getParameter().split(",", -1);
    String[] protoPackages = CONTRACT;
    for (int i = 1; i < parameters.length; i++) {
      if (!parameters[i].startsWith("package=")) {
        throw new IllegalArgumentException("unknown parameter " + parameters[i]);
      }
      protoPackages = new String[] {parameters[i].substring("package=".length())};
    }
    Generator generator = generators.get(parameters[0]);
    if (generator == null) {
      throw new IllegalArgumentException(
          "unknown target '%s'; known are %s"
              .formatted(parameters[0], generators.keySet().stream().sorted().toList()));
    }
    Contract contract = ContractReader.read(request.getProtoFileList(), protoPackages);
    return generator.generate(contract);
  }
}
