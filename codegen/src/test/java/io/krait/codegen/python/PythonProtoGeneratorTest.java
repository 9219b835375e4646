package io.krait.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.codegen.Descriptors;
import io.krait.codegen.GeneratedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonProtoGeneratorTest {

  private static final String SAMPLE =
      new PythonProtoGenerator().generate(Sample.contract()).get(0).content();

  @Test
  void filesLieWhereTheModulesShallLie() {
    assertThat(new PythonProtoGenerator().generate(Descriptors.contract()))
        .hasSize(22)
        .extracting(GeneratedFile::path)
        .startsWith("mattermost_plugin/grpc/api.proto")
        .contains("mattermost_plugin/grpc/post.proto")
        .isSorted();
  }

  @Test
  void importsPointIntoThePackage() {
    List<GeneratedFile> files = new PythonProtoGenerator().generate(Descriptors.contract());

    assertThat(files)
        .filteredOn(file -> file.path().endsWith("/post.proto"))
        .singleElement()
        .extracting(GeneratedFile::content)
        .asString()
        .contains(
            """
            import "google/protobuf/struct.proto";
            import "mattermost_plugin/grpc/file.proto";
            import "mattermost_plugin/grpc/user.proto";
            """);
  }

  @Test
  void modelsThatOtherFilesNeedComeWithoutRequestsAndResponses() {
    List<GeneratedFile> files = new PythonProtoGenerator().generate(Descriptors.contract());

    assertThat(content(files, "api_remaining_models"))
        .contains("message PushNotification {")
        .doesNotContain("message SendPushNotificationRequest {");
    assertThat(content(files, "api_remaining"))
        .contains("import public \"mattermost_plugin/grpc/api_remaining_models.proto\";\n")
        .contains("message SendPushNotificationRequest {")
        .doesNotContain("message PushNotification {");
    assertThat(content(files, "hooks_message"))
        .contains("import \"mattermost_plugin/grpc/api_remaining_models.proto\";\n")
        .doesNotContain("api_remaining.proto");
  }

  private static String content(List<GeneratedFile> files, String name) {
    return files.stream()
        .filter(file -> file.path().equals("mattermost_plugin/grpc/" + name + ".proto"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name))
        .content();
  }

  @Test
  void extensionsKeepTheirPackageAndNameTheContracts() {
    List<GeneratedFile> files = new PythonProtoGenerator().generate(Descriptors.contract());

    assertThat(files)
        .filteredOn(file -> file.path().equals("mattermost_plugin/grpc/hooks_extension.proto"))
        .singleElement()
        .extracting(GeneratedFile::content)
        .asString()
        .contains("package krait.hooks.v1;\n")
        .contains("import \"mattermost_plugin/grpc/hooks_http.proto\";\n")
        .contains("stream mattermost.pluginapi.v1.ServeHTTPRequest");
  }

  @Test
  void everythingOnTheWireIsKept() {
    assertThat(SAMPLE)
        .startsWith("syntax = \"proto3\";\n\npackage krait.sample.v1;\n")
        .contains("  VOLUME_HIGH = 2;\n")
        .contains("  string plain_text = 1;\n")
        .contains("  optional bytes maybe_raw = 17;\n")
        .contains("  repeated Part parts = 24;\n")
        .contains("  map<string, Part> part_by_name = 34;\n")
        .contains("  google.protobuf.Int64Value boxed_large = 13;\n")
        .contains("  string appId = 44;\n")
        .contains("  rpc GetKVThing(GetKVThingRequest) returns (GetKVThingResponse);\n")
        .contains("  rpc ServeThings(stream Inbound) returns (stream Outbound);\n");
  }

  @Test
  void optionsAndTheirFileAreLeftOut() {
    assertThat(SAMPLE).doesNotContain("krait.v1.").doesNotContain("options.proto");
  }
}
