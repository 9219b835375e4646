package io.krait.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.codegen.Descriptors;
import io.krait.codegen.GeneratedFile;
import io.krait.codegen.contract.Contract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonGeneratorTest {

  private static final List<GeneratedFile> FILES =
      new PythonGenerator().generate(Sample.contract());

  private static String file(String path) {
    return FILES.stream()
        .filter(file -> file.path().equals("mattermost_plugin/" + path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path))
        .content();
  }

  @Test
  void orderOfTheContractsFilesMakesNoDifference() {
    Contract contract = Descriptors.contract();
    List<io.krait.codegen.contract.Message> reversed = new ArrayList<>(contract.messages());
    Collections.reverse(reversed);

    assertThat(
            new PythonGenerator()
                .generate(
                    new Contract(
                        contract.packages(), reversed, contract.enums(), contract.services())))
        .isEqualTo(new PythonGenerator().generate(contract));
  }

  @Test
  void everyFileSaysThatItIsGenerated() {
    assertThat(FILES)
        .allSatisfy(
            file ->
                assertThat(file.content())
                    .startsWith("# Generated from the contract; do not edit.\n"));
  }

  @Test
  void attributesFollowTheKindOfTheirField() {
    assertThat(file("_generated/models/sample.py"))
        .contains("class Everything(Model[sample_pb2.Everything]):")
        .contains("    plain_text: Attribute[str, str] = _f.scalar(\"plain_text\")\n")
        .contains("    \"\"\"A text.\"\"\"\n")
        .contains("    fraction: Attribute[float, float] = _f.scalar(\"fraction\")\n")
        .contains("    volume: Attribute[str, str] = _f.enum(\"volume\", _VOLUME_CODES)\n")
        .contains(
            "    part: Attribute[Part | None, PartLike | None] = _f.nested(\"part\", \"Part\")\n")
        .contains(
            "    json_object: Attribute[StructView, Mapping[str, Any] | None] ="
                + " _f.struct(\"json_object\")\n")
        .contains("    json_value: Attribute[Any, Any] = _f.json_value(\"json_value\")\n")
        .contains(
            "    boxed_large: Attribute[int | None, int | None] = _f.wrapped(\"boxed_large\")\n")
        .contains(
            "    maybe_text: Attribute[str | None, str | None] = _f.optional(\"maybe_text\")\n")
        .contains("_f.optional_enum(\"maybe_volume\", _VOLUME_CODES)\n")
        .contains("    texts: Attribute[ScalarList[str], Iterable[str]] = _f.scalars(\"texts\")\n")
        .contains(
            "    parts: Attribute[ModelList[Part], Iterable[PartLike]] ="
                + " _f.models(\"parts\", \"Part\")\n")
        .contains("Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map(\"text_by_name\")")
        .contains("_f.model_map(\"part_by_name\", \"Part\")\n");
  }

  @Test
  void constructorsSetWhatIsNotEmpty() {
    assertThat(file("_generated/models/sample.py"))
        .contains("        if plain_text:\n            pb.plain_text = plain_text\n")
        .contains("        if maybe_flag is not None:\n            pb.maybe_flag = maybe_flag\n")
        .contains("            pb.part.CopyFrom(_models.Part._message_of(part))\n")
        .contains("            pb.texts.extend(strings(texts))\n")
        .contains("            pb.parts.extend(_models.Part._messages_of(parts))\n")
        .contains("            _f.fill_map(pb.part_by_name, part_by_name, _models.Part)\n")
        .contains("            pb.boxed_small.value = boxed_small\n")
        .contains("            pb.volume = _f.enum_number(_VOLUME_CODES, volume)\n");
  }

  @Test
  void secretsAndOtherNamesAreDeclared() {
    assertThat(file("_generated/models/sample.py"))
        .contains("    _wire_names = {\"app_id\": \"appId\"}\n")
        .contains("    app_id: Attribute[str, str] = _f.scalar(\"appId\")\n")
        .contains("    _secrets = frozenset({\"secret\", \"password\"})\n");
  }

  @Test
  void modelsAreImportedWhenTheyAreAskedFor() {
    assertThat(file("_generated/models/__init__.py"))
        .contains(
            """
            if TYPE_CHECKING:
                from mattermost_plugin._generated.models.sample import (
            """)
        .contains("        Everything as Everything,\n")
        .contains("        EverythingLike as EverythingLike,\n")
        .contains("    __getattr__, __dir__ = names_of(__name__, {\n")
        .contains("        \"Everything\": \"sample\",\n")
        .contains("        \"Volume\": \"sample\",\n");
  }

  @Test
  void messagesAreImportedWhenAMethodOfTheirsIsCalled() {
    assertThat(file("_generated/hooks.py"))
        .contains("    sample_pb2 = LazyModule(\"mattermost_plugin.grpc.sample_pb2\")\n");
    assertThat(file("_generated/api_methods.py"))
        .contains("\"sample_pb2.ForgetRequest\"")
        .contains("if TYPE_CHECKING:\n    from mattermost_plugin.grpc import sample_pb2\n");
  }

  @Test
  void hooksAreKnownWithoutTheirMessages() {
    assertThat(file("_generated/hook_methods.py"))
        .contains("\"/krait.sample.v1.SampleHooks/ThingWillBeMade\"")
        .contains("streams=True")
        .contains("    \"ThingWillBeMade\": (\"thing\",),\n");
  }

  @Test
  void enumsAreTheirLetters() {
    assertThat(file("_generated/models/sample.py"))
        .contains("class Volume(str, Enum):\n")
        .contains("    LOW = \"L\"\n    \"\"\"Barely heard.\"\"\"\n")
        .contains("_VOLUME_CODES = {0: \"\", 1: \"L\", 2: \"H\"}\n");
  }

  @Test
  void listsOfEnumsAreRefused() {
    Contract sample = Descriptors.sample();

    assertThatThrownBy(() -> new ModelsModules(sample).texts())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("volumes: lists and maps of enums are not supported in Python");
  }

  @Test
  void bothClientsHaveTheSameMethods() {
    String body =
        """
                request = sample_pb2.ForgetRequest(things=_models.Part._messages_of(things))
        """;

    assertThat(file("_generated/api.py"))
        .contains("    def forget(self, things: Iterable[PartLike]) -> None:\n")
        .contains(body + "        self._call(_m.FORGET, request)\n");
    assertThat(file("_generated/async_api.py"))
        .contains("    async def forget(self, things: Iterable[PartLike]) -> None:\n")
        .contains(body + "        await self._call(_m.FORGET, request)\n");
  }

  @Test
  void hooksHaveTheirFactsAndTheShapeOfTheirResponse() {
    assertThat(file("_generated/hook_names.py"))
        .contains("    ThingWillBeMade = \"ThingWillBeMade\"\n")
        .doesNotContain("    Implemented =");
    assertThat(file("_generated/hook_facts.py"))
        .contains("    \"ThingWillBeMade\": HookFacts(\"chain\", \"open\", 30.0, \"5.2\"),\n")
        .contains("    \"ServeThings\": HookFacts(\"single\", \"open\", None, \"6.0\"),\n");
    assertThat(file("_generated/hooks.py"))
        .contains("    return _r.Rejectable(\n        \"ThingWillBeMade\",\n")
        .contains("    return _r.Ignored(\"ThingHasBeenMade\", ")
        .contains("            (_models.Everything._wrap(request.thing),),\n")
        .contains("            (\"thing\",),\n")
        .contains("        await self._refuse(HookName.ServeThings, context)\n");
  }

  @Test
  void stubsAndServicersLieBesideTheMessages() {
    assertThat(file("grpc/sample_pb2_grpc.py"))
        .contains("self.ServeThings = channel.stream_stream(\n")
        .contains("            \"/krait.sample.v1.SampleHooks/ServeThings\",\n")
        .contains("def add_SampleHooksServicer_to_server(servicer: Any, server: Any) -> None:\n");
  }
}
