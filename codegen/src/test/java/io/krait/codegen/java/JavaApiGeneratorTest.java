package io.krait.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.codegen.Descriptors;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JavaApiGeneratorTest {

  private static final GeneratedSources SOURCES =
      GeneratedSources.of(new JavaApiGenerator(), Descriptors.sample());

  @Test
  void oneFileIsMadeForEachModelEnumAndInterface() {
    assertThat(SOURCES.paths())
        .containsExactlyInAnyOrder(
            "io/krait/api/model/Volume.java",
            "io/krait/api/model/RequestContext.java",
            "io/krait/api/model/Part.java",
            "io/krait/api/model/Nothing.java",
            "io/krait/api/model/Everything.java",
            "io/krait/api/model/Inbound.java",
            "io/krait/api/model/Outbound.java",
            "io/krait/api/model/ListThingsOptions.java",
            "io/krait/api/model/ListThingsResult.java",
            "io/krait/api/model/ThingWillBeMadeResult.java",
            "io/krait/api/PluginApi.java",
            "io/krait/api/PluginHooks.java",
            "io/krait/api/AsyncPluginHooks.java",
            "io/krait/api/HookName.java");
  }

  @Test
  void twoRunsGiveTheSame() {
    assertThat(GeneratedSources.of(new JavaApiGenerator(), Descriptors.sample()))
        .isEqualTo(SOURCES);
  }

  @Test
  void sourcesAreJava() throws IOException {
    assertThat(SOURCES.syntaxErrors()).isEmpty();
  }

  @Test
  void modelWithEveryKindOfFieldIsTheGoldenOne() {
    GoldenFiles.assertGolden(SOURCES.file("Everything"));
  }

  @Test
  void enumIsTheGoldenOne() {
    GoldenFiles.assertGolden(SOURCES.file("Volume"));
  }

  @Test
  void modelWithoutFieldsEqualsEveryOtherOne() throws IOException {
    SOURCES.assertContains(
        "Nothing",
        "return other instanceof Nothing;",
        "public Nothing build() { return new Nothing(this); }");
  }

  @Test
  void commentsAreSafeInJavadoc() {
    assertThat(SOURCES.file("Everything").content())
        .contains(
            """
            /**
             * Has a field of every kind: plain &lt;b&gt;text&lt;/b&gt; &amp; an &#64;sign.
             *
             * <p>The second paragraph
             * goes over two lines.
             *
            """);
  }

  @Test
  void secretsAreMaskedWhenPrinted() throws IOException {
    SOURCES.assertContains(
        "Everything",
        ".masked(\"secret\", secret)",
        ".masked(\"password\", password)",
        ".part(\"plainText\", plainText)");
  }

  @Test
  void fieldsWhoseNamesJavaHasTakenGetALongerOne() throws IOException {
    SOURCES.assertContains(
        "Everything",
        "public String defaultValue() { return defaultValue; }",
        "public String hashCodeValue() { return hashCodeValue; }",
        "public int hashCode() {");
  }

  @Test
  void fieldsAreNotMistakenForVariablesOfTheSameName() throws IOException {
    SOURCES.assertContains(
        "Everything",
        "&& Objects.equals(this.other, that.other)",
        "hash = 31 * hash + Objects.hashCode(this.hash);",
        "builder.hash = this.hash;");
  }

  @Test
  void requiredPartsAreCheckedWhenTheModelIsBuilt() throws IOException {
    SOURCES.assertContains(
        "Everything",
        "public Part requiredPart() { return requiredPart; }",
        "public Everything build() { Objects.requireNonNull(requiredPart, \"requiredPart\");"
            + " return new Everything(this); }");
  }

  @Test
  void partsThatMayBeAbsentArePassedAsNullAndHandedOutAsOptional() throws IOException {
    SOURCES.assertContains(
        "Everything",
        "public Builder maybeText(@Nullable String maybeText) {",
        "public Optional<String> maybeText() { return Optional.ofNullable(maybeText); }",
        "public Optional<Integer> boxedSmall() {",
        "public Optional<Part> part() {",
        "public @Nullable Object jsonValue() { return jsonValue; }");
  }

  @Test
  void numbersWithoutSignAreChecked() throws IOException {
    SOURCES.assertContains(
        "Everything",
        "if (unsignedNumber < 0 || unsignedNumber > 0xffffffffL) {",
        "if (maybeUnsigned != null && (maybeUnsigned < 0 || maybeUnsigned > 0xffffffffL)) {",
        "for (long element : unsignedNumbers) {",
        "for (long element : unsignedByName.values()) {");
  }

  @Test
  void methodsOfTheApiTakeArgumentsOneByOneAndFailUnlessOverridden() throws IOException {
    SOURCES.assertContains(
        "PluginApi",
        "default Optional<Everything> getKvThing(String thingId, @Nullable Volume volume) {"
            + " throw AppError.notImplemented(\"GetKVThing\"); }",
        "default void forget(List<Part> things) {");
  }

  @Test
  void methodsOfTheApiAreDocumented() throws IOException {
    SOURCES.assertContains(
        "PluginApi",
        "/** * What a plugin may ask for. *",
        "/** * Finds a thing. * * <p>Part of the contract since version 5.4. *"
            + " * @param thingId Which thing. * @param volume How loud at least."
            + " * @return The thing, if there is one. * @throws AppError when the call fails */");
  }

  @Test
  void manyArgumentsAndResultsAreClasses() throws IOException {
    SOURCES.assertContains(
        "PluginApi", "default ListThingsResult listThings(ListThingsOptions options) {");
    SOURCES.assertContains(
        "ListThingsOptions", "public int page() {", "public List<String> names() {");
    SOURCES.assertLacks("ListThingsOptions", "context");
    SOURCES.assertContains(
        "ListThingsResult", "public List<Part> things() {", "public long total() {");
    SOURCES.assertLacks("ListThingsResult", "error");
  }

  @Test
  void hooksHaveABlockingAndAnAsynchronousInterface() throws IOException {
    SOURCES.assertContains(
        "PluginHooks",
        "default List<String> implemented() { return ImplementedHooks.of(this); }",
        "default void thingHasBeenMade(@Nullable Part thing) {"
            + " throw AppError.notImplemented(\"ThingHasBeenMade\"); }");
    SOURCES.assertContains(
        "AsyncPluginHooks",
        "CompletionStage<List<String>> implemented();",
        "CompletionStage<ThingWillBeMadeResult> thingWillBeMade(Everything thing);",
        "CompletionStage<Void> thingHasBeenMade(@Nullable Part thing);");
  }

  @Test
  void streamsArePublishers() throws IOException {
    String method = "Flow.Publisher<Outbound> serveThings(Flow.Publisher<Inbound> requests)";

    SOURCES.assertContains("PluginHooks", "default " + method + " {");
    SOURCES.assertContains("AsyncPluginHooks", method + ";");
  }

  @Test
  void hookNamesCarryWhatTheContractSaysOfThem() throws IOException {
    SOURCES.assertContains(
        "HookName",
        "IMPLEMENTED(\"Implemented\", \"implemented\","
            + " HookKind.SINGLE, FailurePolicy.CLOSED, false, 10000, \"5.2\"),",
        "THING_WILL_BE_MADE(\"ThingWillBeMade\", \"thingWillBeMade\","
            + " HookKind.CHAIN, FailurePolicy.OPEN, true, 30000, \"5.2\"),",
        "SERVE_THINGS(\"ServeThings\", \"serveThings\","
            + " HookKind.SINGLE, FailurePolicy.OPEN, false, 0, \"6.0\");");
    SOURCES.assertLacks("HookName", "GET_KV_THING");
  }
}
