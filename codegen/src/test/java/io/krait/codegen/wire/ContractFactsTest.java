package io.krait.codegen.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import io.krait.codegen.Descriptors;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Sensitivity;
import io.krait.codegen.contract.Service;
import io.krait.protocol.options.v1.FailurePolicy;
import io.krait.protocol.options.v1.HookKind;
import io.krait.protocol.options.v1.HookOptions;
import io.krait.protocol.options.v1.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the contract has to say of its parts besides their form on the wire. */
class ContractFactsTest {

  private static final Set<String> SECRETS =
      Set.of("password", "mfa_secret", "auth_data", "token", "remote_token");

  private final Contract contract = Descriptors.contract();

  @Test
  void everyHookSaysItsKindFailurePolicyDeadlineAndVersion() {
    List<MethodDescriptorProto> hooks =
        Stream.of(Descriptors.CONTRACT, Descriptors.EXTENSION)
            .flatMap(name -> Descriptors.filesOf(name).stream())
            .flatMap(file -> file.getServiceList().stream())
            .filter(service -> service.getName().startsWith("PluginHooks"))
            .flatMap(service -> service.getMethodList().stream())
            .toList();

    assertThat(hooks).hasSize(42 + 4);
    assertThat(hooks.stream().flatMap(ContractFactsTest::omissions)).isEmpty();
  }

  private static Stream<String> omissions(MethodDescriptorProto hook) {
    HookOptions options = hook.getOptions().getExtension(Options.hook);
    boolean unlimited = hook.getName().matches("ServeHTTP|ServeMetrics|ServeWebSocket");
    List<String> omissions = new ArrayList<>();
    if (options.getKind() == HookKind.HOOK_KIND_UNSPECIFIED) {
      omissions.add("kind");
    }
    if (options.getOnFailure() == FailurePolicy.FAILURE_POLICY_UNSPECIFIED) {
      omissions.add("on_failure");
    }
    if (unlimited ? options.getDeadlineMillis() != 0 : options.getDeadlineMillis() <= 0) {
      omissions.add("deadline_millis");
    }
    if (!options.getSince().matches("\\d+\\.\\d+")) {
      omissions.add("since");
    }
    return omissions.stream().map(part -> hook.getName() + ": " + part);
  }

  @Test
  void methodsOfTheApiAreNotHooks() {
    assertThat(contract.service(false).name()).isEqualTo("PluginAPI");
    assertThat(contract.service(true).name()).isEqualTo("PluginHooks");
    assertThat(contract.service(false).rpcs()).hasSize(278 - 42);
  }

  @Test
  void hooksOfKraitsOwnFollowThoseOfTheContract() {
    Service extension =
        contract.services().stream()
            .filter(service -> service.name().equals("PluginHooksExtension"))
            .findFirst()
            .orElseThrow();

    assertThat(contract.service(true).rpcs())
        .hasSize(42 + 4)
        .endsWith(extension.rpcs().toArray(new Rpc[0]));
  }

  @Test
  void everyPartHasAComment() {
    List<String> undocumented = new ArrayList<>();
    contract
        .services()
        .forEach(
            service -> {
              note(undocumented, service.name(), service.doc());
              for (Rpc rpc : service.rpcs()) {
                note(undocumented, service.name() + "." + rpc.name(), rpc.doc());
              }
            });
    contract
        .messages()
        .forEach(
            message -> {
              note(undocumented, message.name(), message.doc());
              message
                  .fields()
                  .forEach(
                      field ->
                          note(undocumented, message.name() + "." + field.name(), field.doc()));
            });
    contract
        .enums()
        .forEach(
            type -> {
              note(undocumented, type.name(), type.doc());
              type.values()
                  .forEach(
                      value -> note(undocumented, type.name() + "." + value.name(), value.doc()));
            });

    assertThat(undocumented).isEmpty();
  }

  private static void note(List<String> undocumented, String name, String doc) {
    if (doc.isBlank()) {
      undocumented.add(name);
    }
  }

  @Test
  void secretsOfTheHostAreNeverSent() {
    Map<String, Sensitivity> secrets = new TreeMap<>();
    for (String message : List.of("User", "RemoteCluster")) {
      contract.message(message).fields().stream()
          .filter(field -> SECRETS.contains(field.name()))
          .forEach(field -> secrets.put(message + "." + field.name(), field.sensitivity()));
    }

    assertThat(secrets)
        .containsOnlyKeys(
            "RemoteCluster.remote_token",
            "RemoteCluster.token",
            "User.auth_data",
            "User.mfa_secret",
            "User.password");
    assertThat(secrets.values()).containsOnly(Sensitivity.NEVER_SENT);
  }
}
