package io.krait.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.codegen.contract.Rpc;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientMethodTest {

  private static ClientMethod method(Rpc rpc) {
    return new ClientMethod(rpc, Sample.contract());
  }

  private static String parameters(ClientMethod method) {
    return String.join(", ", PythonParameter.write(method.parameters()));
  }

  @Test
  void requestFieldsAreParametersAndPagesAreKeywords() {
    ClientMethod method = method(Sample.rpc("ListThings"));

    assertThat(method.name()).isEqualTo("list_things");
    assertThat(parameters(method)).isEqualTo("names: Iterable[str], *, page: int = 0");
    assertThat(method.values()).containsExactly("page=page", "names=strings(names)");
  }

  @Test
  void severalResultsAreATuple() {
    ClientMethod method = method(Sample.rpc("ListThings"));

    assertThat(method.returns()).isEqualTo("tuple[list[Part], int]");
    assertThat(method.result())
        .isEqualTo("[_models.Part._wrap(item) for item in response.things], response.total");
  }

  @Test
  void declaredNamesAndSignaturesAreUsedAndWhatMayBeAbsentIsLeftOut() {
    ClientMethod method = method(Sample.rpc("GetKVThing"));

    assertThat(method.name()).isEqualTo("kv_thing");
    assertThat(method.constant()).isEqualTo("GET_KV_THING");
    assertThat(parameters(method)).isEqualTo("thing_id: str");
    assertThat(method.values()).containsExactly("thing_id=thing_id");
    assertThat(method.doc())
        .isEqualTo(
            "Finds a thing.\n\nArgs:\n    thing_id: Which thing.\n\nSince server version 5.4.");
  }

  @Test
  void parametersMayHaveOtherNamesAndDefaults() {
    ClientMethod method =
        method(
            Sample.rpc(
                "ListThings", "called=(), *, page=3", List.of("names = called"), "response.total"));

    assertThat(parameters(method)).isEqualTo("called: Iterable[str] = (), *, page: int = 3");
    assertThat(method.values()).containsExactly("page=page", "names=strings(called)");
    assertThat(method.result()).isEqualTo("response.total");
  }

  @Test
  void transformsMayUseWhatWasSetBefore() {
    ClientMethod method =
        method(
            Sample.rpc(
                "ListThings",
                "text: str, start: int",
                List.of("names = words(text)", "page = page_of(names, start)"),
                "totals(response.total, text)"));

    assertThat(method.preparations())
        .containsExactly("names_ = _t.words(text)", "page_ = _t.page_of(names_, start)");
    assertThat(method.values()).containsExactly("page=page_", "names=names_");
    assertThat(method.result()).isEqualTo("_t.totals(response.total, text)");
  }

  @Test
  void fieldThatNothingFillsIsAMistake() {
    assertThatThrownBy(() -> method(Sample.rpc("ListThings", "page", List.of(), "")))
        .hasMessage("ListThings: nothing fills the request's field names");
  }

  @Test
  void parameterThatNothingUsesIsAMistake() {
    assertThatThrownBy(
            () -> method(Sample.rpc("ListThings", "page, names, colour: str", List.of(), "")))
        .hasMessage("ListThings: nothing uses the parameter colour");
  }

  @Test
  void mappingThatIsNeitherParameterNorCallIsAMistake() {
    assertThatThrownBy(() -> method(Sample.rpc("ListThings", "page", List.of("names = 'x'"), "")))
        .hasMessage("ListThings: ''x'' is neither a parameter nor a call");
    assertThatThrownBy(() -> method(Sample.rpc("ListThings", "page", List.of("names"), "")))
        .hasMessage("ListThings: 'names' is not of the form 'field = value'");
  }

  @Test
  void signaturesAreReadAsPythonWritesThem() {
    assertThat(
            PythonParameter.write(
                PythonParameter.parse(
                    "a: dict[str, int], b: str = 'x, y', *, c: bool = False, **rest: object")))
        .containsExactly(
            "a: dict[str, int]", "b: str = \"x, y\"", "*", "c: bool = False", "**rest: object");
  }
}
