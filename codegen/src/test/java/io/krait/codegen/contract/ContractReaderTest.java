package io.krait.codegen.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.codegen.Descriptors;
import io.krait.codegen.contract.FieldType.EnumRef;
import io.krait.codegen.contract.FieldType.MapOf;
import io.krait.codegen.contract.FieldType.MessageRef;
import io.krait.codegen.contract.FieldType.Scalar;
import io.krait.codegen.contract.FieldType.WellKnown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractReaderTest {

  private final Contract sample = Descriptors.sample();
  private final Message everything = sample.message("Everything");

  private Field field(String name) {
    return everything.field(name).orElseThrow();
  }

  private Rpc rpc(String name) {
    return sample.services().stream()
        .flatMap(service -> service.rpcs().stream())
        .filter(rpc -> rpc.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyTheWantedPackageIsRead() {
    assertThat(sample.packages()).containsValue("krait.sample.v1");
    assertThat(sample.services())
        .extracting(Service::fullName)
        .containsExactly("krait.sample.v1.SampleAPI", "krait.sample.v1.SampleHooks");
    assertThat(sample.enums()).extracting(EnumType::name).containsExactly("Volume");
    assertThat(everything.file()).isEqualTo("krait/sample/v1/sample.proto");
  }

  @Test
  void commentsBecomeDocumentationWithTheirParagraphs() {
    assertThat(everything.doc())
        .isEqualTo(
            """
            Has a field of every kind: plain <b>text</b> & an @sign.

            The second paragraph
            goes over two lines.""");
    assertThat(field("plain_text").doc()).isEqualTo("A text.");
    assertThat(field("undocumented").doc()).isEmpty();
    assertThat(sample.enumType("Volume").doc()).isEqualTo("How loud something is.");
    assertThat(sample.enumType("Volume").values().get(1).doc()).isEqualTo("Barely heard.");
    assertThat(rpc("Forget").doc()).isEqualTo("Forgets things.");
    assertThat(sample.service(false).doc()).isEqualTo("What a plugin may ask for.");
  }

  @Test
  void fieldsKeepTheOrderOfTheContract() {
    assertThat(everything.fields()).extracting(Field::name).startsWith("plain_text", "flag");
    assertThat(everything.fields()).extracting(Field::number).isSorted();
  }

  @Test
  void typesAreTold() {
    Map<String, FieldType> types =
        everything.fields().stream().collect(Collectors.toMap(Field::name, Field::type));

    assertThat(types)
        .containsEntry("plain_text", Scalar.STRING)
        .containsEntry("flag", Scalar.BOOL)
        .containsEntry("small_number", Scalar.INT32)
        .containsEntry("large_number", Scalar.INT64)
        .containsEntry("unsigned_number", Scalar.UINT32)
        .containsEntry("fraction", Scalar.DOUBLE)
        .containsEntry("raw", Scalar.BYTES)
        .containsEntry("volume", new EnumRef("Volume"))
        .containsEntry("part", new MessageRef("Part"))
        .containsEntry("json_object", WellKnown.STRUCT)
        .containsEntry("json_value", WellKnown.VALUE)
        .containsEntry("boxed_small", WellKnown.INT32_VALUE)
        .containsEntry("boxed_large", WellKnown.INT64_VALUE)
        .containsEntry("texts", Scalar.STRING)
        .containsEntry("text_by_name", new MapOf(Scalar.STRING))
        .containsEntry("volume_by_name", new MapOf(new EnumRef("Volume")))
        .containsEntry("part_by_name", new MapOf(new MessageRef("Part")));
  }

  @Test
  void cardinalityIsTold() {
    assertThat(field("plain_text").cardinality()).isEqualTo(Cardinality.SINGULAR);
    assertThat(field("maybe_text").cardinality()).isEqualTo(Cardinality.OPTIONAL);
    assertThat(field("texts").cardinality()).isEqualTo(Cardinality.REPEATED);
    assertThat(field("text_by_name").cardinality()).isEqualTo(Cardinality.SINGULAR);
  }

  @Test
  void presenceIsThatOfOptionalFieldsMessagesAndWrappers() {
    List<String> present =
        everything.fields().stream()
            .filter(field -> field.number() < 40)
            .filter(Field::hasPresence)
            .map(Field::name)
            .toList();

    assertThat(present)
        .containsExactly(
            "part",
            "boxed_small",
            "boxed_large",
            "maybe_text",
            "maybe_flag",
            "maybe_unsigned",
            "maybe_raw",
            "maybe_volume",
            "maybe_object");
  }

  @Test
  void factsAboutFieldsAreRead() {
    assertThat(field("plain_text").sensitivity()).isEqualTo(Sensitivity.PUBLIC);
    assertThat(field("secret").sensitivity()).isEqualTo(Sensitivity.SECRET);
    assertThat(field("password").sensitivity()).isEqualTo(Sensitivity.NEVER_SENT);
    assertThat(field("part").required()).isFalse();
    assertThat(field("required_part").required()).isTrue();
  }

  @Test
  void enumValuesHaveNumberCodeAndAShortName() {
    EnumType volume = sample.enumType("Volume");

    assertThat(volume.values()).extracting(EnumType.Value::number).containsExactly(0, 1, 2);
    assertThat(volume.values()).extracting(EnumType.Value::code).containsExactly("", "L", "H");
    assertThat(volume.values())
        .extracting(volume::shortName)
        .containsExactly("UNSPECIFIED", "LOW", "HIGH");
  }

  @Test
  void factsAboutHooksAreRead() {
    Rpc hook = rpc("ThingWillBeMade");

    assertThat(hook.hook()).contains(new Rpc.HookFacts("CHAIN", "OPEN", 30000));
    assertThat(hook.since()).isEqualTo("5.2");
    assertThat(rpc("ServeThings").hook()).contains(new Rpc.HookFacts("SINGLE", "OPEN", 0));
    assertThat(rpc("ServeThings").streaming()).isTrue();
  }

  @Test
  void factsAboutMethodsAreRead() {
    Rpc method = rpc("GetKVThing");

    assertThat(method.hook()).isEmpty();
    assertThat(method.since()).isEqualTo("5.4");
    assertThat(method.parametersClass()).isEmpty();
    assertThat(method.python().signature()).isEqualTo("thing_id: str");
    assertThat(method.python().name()).isEqualTo("kv_thing");
    assertThat(rpc("ListThings").parametersClass()).isEqualTo(Optional.of("ListThingsOptions"));
    assertThat(rpc("Forget").since()).isEmpty();
  }

  @Test
  void contextIsNoArgumentAndErrorIsNoResult() {
    assertThat(rpc("GetKVThing").arguments())
        .extracting(Field::name)
        .containsExactly("thing_id", "volume");
    assertThat(rpc("GetKVThing").results()).extracting(Field::name).containsExactly("thing");
    assertThat(rpc("GetKVThing").hasErrorField()).isTrue();
    assertThat(rpc("Forget").results()).isEmpty();
    assertThat(rpc("ThingWillBeMade").hasErrorField()).isFalse();
  }

  @Test
  void modelsAreAllMessagesButTheEnvelopesOfUnaryCalls() {
    assertThat(sample.models())
        .extracting(Message::name)
        .containsExactly(
            "AppError", "RequestContext", "Part", "Nothing", "Everything", "Inbound", "Outbound");
  }

  @Test
  void aPackageWithoutHooksIsAReadableError() {
    Contract options = ContractReader.read(Descriptors.files(), "google.protobuf.none");

    assertThatThrownBy(() -> options.service(true))
        .hasMessage("the contract has no service whose methods all have the option krait.v1.hook");
  }
}
