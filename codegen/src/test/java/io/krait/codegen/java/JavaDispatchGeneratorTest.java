package io.krait.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.codegen.Descriptors;
import io.krait.codegen.contract.Cardinality;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.contract.Field;
import io.krait.codegen.contract.FieldType;
import io.krait.codegen.contract.Message;
import io.krait.codegen.contract.Rpc;
import io.krait.codegen.contract.Sensitivity;
import io.krait.codegen.contract.Service;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaDispatchGeneratorTest {

  private static final GeneratedSources SOURCES =
      GeneratedSources.of(new JavaDispatchGenerator(), Descriptors.contract());

  @Test
  void sourcesAreJava() throws IOException {
    assertThat(SOURCES.syntaxErrors()).isEmpty();
  }

  @Test
  void everyHookIsThereInAllThreeForms() {
    for (String type : List.of("DispatchedHooks", "WaitingHooks", "BackgroundHooks")) {
      for (Rpc rpc : Descriptors.contract().service(true).rpcs()) {
        assertThat(SOURCES.file(type).content()).contains(" " + JavaNames.method(rpc) + "(");
      }
    }
  }

  @Test
  void chainReplacesTheFirstArgumentOfTheResultsType() throws IOException {
    SOURCES.assertContains(
        "DispatchedHooks",
        "calls.<MessageWillBeUpdatedResult>fold( HookName.MESSAGE_WILL_BE_UPDATED,"
            + " MessageWillBeUpdatedResult.builder().build(),"
            + " (hooks, soFar) -> hooks.messageWillBeUpdated(pluginContext,"
            + " soFar.modifiedPost().orElse(newPost), oldPost),",
        "answer -> !answer.rejectionReason().isEmpty())");
  }

  @Test
  void chainMergesWhatIsOnlyAPartOfTheArgument() throws IOException {
    SOURCES.assertContains(
        "DispatchedHooks",
        "soFar.modifiedContent().map(changed -> Merging.into(emailNotification, changed))"
            + ".orElse(emailNotification)");
  }

  @Test
  void emptyBytesLeaveTheContentAsItIs() throws IOException {
    SOURCES.assertContains(
        "DispatchedHooks",
        "soFar.modifiedContent().isEmpty() ? fileContent : soFar.modifiedContent()");
  }

  @Test
  void chainOfAListReplacesItsElementsById() throws IOException {
    SOURCES.assertContains("DispatchedHooks", "Merging.replacedById(soFar, answer, Post::id)");
  }

  @Test
  void otherKindsAreFoldedTheirWay() throws IOException {
    SOURCES.assertContains(
        "DispatchedHooks",
        "(soFar, answer) -> soFar + answer",
        "(soFar, answer) -> Merging.joined(soFar, answer)",
        "answer -> !answer.isEmpty())",
        "calls.tell(HookName.MESSAGE_HAS_BEEN_POSTED,",
        "calls.one(HookName.ON_ACTIVATE, hooks -> hooks.onActivate(), () -> null)",
        "calls.one(HookName.EXECUTE_COMMAND,"
            + " hooks -> hooks.executeCommand(pluginContext, args), Optional::empty)",
        "calls.stream(HookName.SERVE_HTTP, hooks -> hooks.serveHttp(requests))");
  }

  @Test
  void notificationsAreNotWaitedFor() throws IOException {
    SOURCES.assertContains(
        "WaitingHooks",
        "{ hooks.messageHasBeenPosted(pluginContext, post); }",
        "return Later.await(\"MessageWillBePosted\","
            + " hooks.messageWillBePosted(pluginContext, post));");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CHAIN, replaces none of the arguments",
    "REJECT, has results",
    "FIRST_WINS, must be a string",
    "SUM, must be a list or an int64",
    "NOTIFY, has no results",
    "ODD, nothing is known about its kind"
  })
  void hookThatDoesNotFitItsKindIsRefused(String kind, String reason) {
    assertThatThrownBy(() -> new JavaDispatchGenerator().generate(contractWith(kind)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Odd")
        .hasMessageContaining(reason);
  }

  private static Contract contractWith(String kind) {
    Field result =
        new Field(
            "flag",
            1,
            FieldType.Scalar.BOOL,
            Cardinality.SINGULAR,
            Sensitivity.PUBLIC,
            false,
            0,
            0,
            "");
    Rpc rpc =
        new Rpc(
            "OddHooks",
            "Odd",
            new Message("OddRequest", "x.proto", List.of(), ""),
            new Message("OddResponse", "x.proto", List.of(result), ""),
            false,
            Optional.of(new Rpc.HookFacts(kind, "OPEN", 0)),
            "",
            Optional.empty(),
            new Rpc.PythonFacts("", "", List.of(), "", ""),
            "");
    Service service = new Service("OddHooks", "x.OddHooks", "x.proto", List.of(rpc), "");
    return new Contract(Map.of(), List.of(), List.of(), List.of(service));
  }
}
