package io.krait.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.protobuf.compiler.PluginProtos.CodeGeneratorRequest;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorResponse;
import io.krait.codegen.contract.EnumType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocPluginTest {

  /** Makes a file with the codes of all enum values, which are there only if options are read. */
  private static final Generator CODES =
      contract ->
          List.of(
              new GeneratedFile(
                  "codes.txt",
                  contract.enums().stream()
                      .flatMap(type -> type.values().stream())
                      .map(EnumType.Value::code)
                      .toList()
                      .toString()));

  private static final Generator FAILING =
      contract -> {
        throw new IllegalStateException("Post.text: no good");
      };

  private static CodeGeneratorResponse run(String parameter) throws IOException {
    CodeGeneratorRequest request =
        CodeGeneratorRequest.newBuilder()
            .setParameter(parameter)
            .addAllProtoFile(Descriptors.files())
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ProtocPlugin(Map.of("codes", CODES, "bad", FAILING))
        .run(new ByteArrayInputStream(request.toByteArray()), out);
    return CodeGeneratorResponse.parseFrom(out.toByteArray());
  }

  @Test
  void filesOfTheTargetAreWritten() throws IOException {
    CodeGeneratorResponse response = run("codes,package=krait.sample.v1");

    assertThat(response.hasError()).isFalse();
    assertThat(response.getFileList())
        .extracting(CodeGeneratorResponse.File::getName, CodeGeneratorResponse.File::getContent)
        .containsExactly(tuple("codes.txt", "[, L, H]"));
  }

  @Test
  void packageIsThatOfTheContractUnlessSaid() throws IOException {
    assertThat(run("codes").getFile(0).getContent())
        .isEqualTo("[, O, P, D, G, , O, I, , T, B, C, , TextInput, StaticList, DynamicList]");
  }

  @Test
  void optionalFieldsAreUnderstood() throws IOException {
    assertThat(
            run("codes").getSupportedFeatures()
                & CodeGeneratorResponse.Feature.FEATURE_PROTO3_OPTIONAL_VALUE)
        .isNotZero();
  }

  @Test
  void unknownTargetIsAReadableError() throws IOException {
    CodeGeneratorResponse response = run("cobol");

    assertThat(response.getError()).isEqualTo("unknown target 'cobol'; known are [bad, codes]");
    assertThat(response.getFileList()).isEmpty();
  }

  @Test
  void absentTargetIsAReadableError() throws IOException {
    assertThat(run("").getError()).isEqualTo("unknown target ''; known are [bad, codes]");
  }

  @Test
  void unknownParameterIsAReadableError() throws IOException {
    assertThat(run("codes,colour=red").getError()).isEqualTo("unknown parameter colour=red");
  }

  @Test
  void mistakeInTheContractIsAReadableErrorWithoutFiles() throws IOException {
    CodeGeneratorResponse response = run("bad");

    assertThat(response.getError()).isEqualTo("Post.text: no good");
    assertThat(response.getFileList()).isEmpty();
  }
}
