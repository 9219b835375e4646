package io.krait.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.codegen.Descriptors;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JavaProtocolGeneratorTest {

  private static final GeneratedSources SOURCES =
      GeneratedSources.of(new JavaProtocolGenerator(), Descriptors.sample());

  @Test
  void oneFileIsMadeForEachConverterAndEachSideOfAService() {
    assertThat(SOURCES.paths())
        .containsExactlyInAnyOrder(
            "io/krait/protocol/convert/RequestContextConverter.java",
            "io/krait/protocol/convert/PartConverter.java",
            "io/krait/protocol/convert/NothingConverter.java",
            "io/krait/protocol/convert/EverythingConverter.java",
            "io/krait/protocol/convert/InboundConverter.java",
            "io/krait/protocol/convert/OutboundConverter.java",
            "io/krait/protocol/calls/PluginApiCalls.java",
            "io/krait/protocol/calls/PluginHooksCalls.java",
            "io/krait/protocol/calls/RemotePluginApi.java",
            "io/krait/protocol/calls/RemotePluginHooks.java",
            "io/krait/protocol/calls/AsyncRemotePluginHooks.java");
  }

  @Test
  void twoRunsGiveTheSame() {
    assertThat(GeneratedSources.of(new JavaProtocolGenerator(), Descriptors.sample()))
        .isEqualTo(SOURCES);
  }

  @Test
  void sourcesAreJava() throws IOException {
    assertThat(SOURCES.syntaxErrors()).isEmpty();
  }

  @Test
  void converterOfEveryKindOfFieldIsTheGoldenOne() {
    GoldenFiles.assertGolden(SOURCES.file("EverythingConverter"));
  }

  @Test
  void secretsOfTheHostAreWrittenOnFullDisclosureAlone() throws IOException {
    SOURCES.assertContains(
        "EverythingConverter",
        "if (disclosure == Disclosure.FULL) {"
            + " String passwordOrNull = model.password().orElse(null);"
            + " if (passwordOrNull != null) { proto.setPassword(passwordOrNull); } }",
        "; proto.setSecret(model.secret());");
  }

  @Test
  void enumsTravelAsNumbersSoThatUnknownOnesAreSeen() throws IOException {
    SOURCES.assertContains(
        "EverythingConverter",
        "proto.setVolumeValue(model.volume().number());",
        "proto.addVolumesValue(element.number());",
        "proto.putVolumeByNameValue(key, element.number())",
        "proto.getVolumesValueList()",
        "proto.getVolumeByNameValueMap()");
  }

  @Test
  void callDecodesArgumentsAndEncodesTheResultOrTheError() throws IOException {
    SOURCES.assertContains(
        "PluginApiCalls",
        "return new UnaryCall<>( \"GetKVThing\", SampleAPIGrpc.getGetKVThingMethod(),"
            + " (target, request) -> {",
        "target.getKvThing(request.getThingId(), request.hasVolume() ?",
        "Everything thingOrNull = result.orElse(null); if (thingOrNull != null) {"
            + " proto.setThing(EverythingConverter.toWire(thingOrNull, disclosure)); }",
        "error -> GetKVThingResponse.newBuilder()"
            + ".setError(AppErrorConverter.toWire(error, disclosure)).build());");
  }

  @Test
  void callWithManyArgumentsAndResultsUsesTheirClasses() throws IOException {
    SOURCES.assertContains(
        "PluginApiCalls",
        "ListThingsResult result = WireValues.returned(\"ListThings\","
            + " target.listThings(ListThingsOptions.builder() .page(request.getPage())"
            + " .names(request.getNamesList()) .build()));",
        "for (Part element : result.things()) {",
        "proto.setTotal(result.total());");
  }

  @Test
  void callWithoutErrorFieldLeavesErrorsToTheTransport() throws IOException {
    SOURCES.assertContains(
        "PluginHooksCalls", "target.thingHasBeenMade(", "return proto.build(); }, null); }");
  }

  @Test
  void requiredArgumentIsCheckedByName() throws IOException {
    SOURCES.assertContains(
        "PluginHooksCalls",
        "WireValues.required(request.hasThing(), \"ThingWillBeMade\", \"thing\","
            + " request.getThing())");
  }

  @Test
  void unaryAndStreamingCallsAreListedApart() throws IOException {
    SOURCES.assertContains(
        "PluginHooksCalls",
        "return List.of( implemented(), thingWillBeMade(), thingHasBeenMade());",
        "return List.of( serveThings());");
    SOURCES.assertContains(
        "PluginApiCalls",
        "return List.of( getKvThing(), listThings(), forget());",
        "return List.of();");
  }

  @Test
  void clientOfTheApiWaitsAndThrowsTheErrorOfTheResponse() throws IOException {
    SOURCES.assertContains(
        "RemotePluginApi",
        "public final class RemotePluginApi implements PluginApi {",
        "return calls.call(SampleAPIGrpc.getGetKVThingMethod(), proto.build(),",
        "if (response.hasError()) {" + " throw AppErrorConverter.fromWire(response.getError()); }",
        "return Optional.ofNullable(response.hasThing() ?"
            + " EverythingConverter.fromWire(response.getThing()) : null);");
  }

  @Test
  void clientsOfTheHooksWaitOrDoNot() throws IOException {
    SOURCES.assertContains(
        "RemotePluginHooks",
        "public final class RemotePluginHooks implements PluginHooks {",
        "public ThingWillBeMadeResult thingWillBeMade(Everything thing)",
        " calls.call(SampleHooksGrpc.getThingHasBeenMadeMethod(),",
        "calls.stream(SampleHooksGrpc.getServeThingsMethod(),");
    SOURCES.assertContains(
        "AsyncRemotePluginHooks",
        "public final class AsyncRemotePluginHooks implements AsyncPluginHooks {",
        "public CompletionStage<ThingWillBeMadeResult> thingWillBeMade(Everything thing)",
        "return calls.callAsync(SampleHooksGrpc.getThingHasBeenMadeMethod(),",
        "calls.stream(SampleHooksGrpc.getServeThingsMethod(),");
  }

  @Test
  void clientLeavesAbsentArgumentsOut() throws IOException {
    SOURCES.assertContains(
        "RemotePluginApi",
        "Volume volumeOrNull = volume; if (volumeOrNull != null) {"
            + " proto.setVolumeValue(volumeOrNull.number()); }");
  }
}
