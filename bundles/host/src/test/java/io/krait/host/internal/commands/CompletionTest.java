package io.krait.host.internal.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.AutocompleteArgument;
import io.krait.api.model.AutocompleteArgumentType;
import io.krait.api.model.AutocompleteData;
import io.krait.api.model.AutocompleteItem;
import io.krait.host.internal.commands.Completion.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompletionTest {

  private final List<String> fetched = new ArrayList<>();
  private final List<AutocompleteData> commands =
      List.of(
          word("shop", "[buy|close]")
              .subCommands(
                  List.of(
                      word("buy", "")
                          .arguments(
                              List.of(
                                  list("", true, "tea", "tea pot", "Milk"),
                                  text("amount", false),
                                  option("--wrap", "yes", "no"),
                                  dynamic("/shelves")))
                          .build(),
                      word("close", "").roleId("system_admin").build()))
              .build(),
          word("shout", "text").arguments(List.of(text("text", true))).build());

  @Test
  void triggersAreCompletedFirst() {
    assertThat(of("sho")).containsExactly("shop", "shout");
    assertThat(of("SHOP")).containsExactly("shop");
    assertThat(of("nothing")).isEmpty();
    assertThat(of("nothing of it")).isEmpty();
  }

  @Test
  void wordsThatFollowAreCompletedWithWhatIsBeforeThem() {
    assertThat(suggestions("shop ", true))
        .extracting(Suggestion::complete)
        .containsExactly("shop buy", "shop close");
    assertThat(of("shop cl")).as("for administrators").isEmpty();
    assertThat(of("shop close ")).isEmpty();
  }

  @Test
  void aListOffersWhatBeginsAsIsTyped() {
    assertThat(of("shop buy "))
        .containsExactly("shop buy tea", "shop buy tea pot", "shop buy Milk");
    assertThat(of("shop buy m")).containsExactly("shop buy Milk");
    assertThat(of("shop buy tea p")).as("a longer one").contains("shop buy tea p");
  }

  @Test
  void aTextShowsItsHintWhileItIsTyped() {
    assertThat(suggestions("shout \"to be", false))
        .containsExactly(new Suggestion("shout \"to be", "", "text", "what text is"));
    assertThat(of("shout \"to be\" ")).isEmpty();
  }

  @Test
  void whatIsOptionalMayBeLeftOut() {
    assertThat(of("shop buy Milk "))
        .as("the amount, the option, or what comes after it")
        .containsExactly("shop buy Milk ", "shop buy Milk --wrap ", "shop buy Milk left");
    assertThat(of("shop buy Milk --wrap y")).contains("shop buy Milk --wrap yes");
    assertThat(of("shop buy Milk 3 --wrap yes l")).contains("shop buy Milk 3 --wrap yes left");
  }

  @Test
  void dynamicListsAreFetchedOnceForAPlace() {
    of("shop buy Milk 3 --wrap yes l");

    assertThat(fetched)
        .doesNotHaveDuplicates()
        .contains("/shelves after 'shop buy Milk 3 --wrap yes '");
  }

  @Test
  void manyOptionalArgumentsTakeNoTime() {
    List<AutocompleteArgument> many = Collections.nCopies(100, text("text", false));
    AutocompleteData hostile = word("all", "").arguments(many).build();
    String line = "all " + "a ".repeat(200);

    assertThat(new Completion(line, false, this::items).of(List.of(hostile))).isEmpty();
  }

  private List<String> of(String line) {
    return suggestions(line, false).stream().map(Suggestion::complete).toList();
  }

  private List<Suggestion> suggestions(String line, boolean administrator) {
    return new Completion(line, administrator, this::items).of(commands);
  }

  private List<AutocompleteItem> items(AutocompleteArgument argument, String parsed) {
    fetched.add(argument.fetchUrl() + " after '" + parsed + "'");
    return List.of(item("left"));
  }

  private static AutocompleteData.Builder word(String trigger, String hint) {
    return AutocompleteData.builder().trigger(trigger).hint(hint);
  }

  private static AutocompleteArgument text(String hint, boolean required) {
    return AutocompleteArgument.builder()
        .type(AutocompleteArgumentType.TEXT_INPUT)
        .hint(hint)
        .helpText("what " + hint + " is")
        .required(required)
        .build();
  }

  private static AutocompleteArgument list(String name, boolean required, String... items) {
    return AutocompleteArgument.builder()
        .name(name)
        .type(AutocompleteArgumentType.STATIC_LIST)
        .items(Stream.of(items).map(CompletionTest::item).toList())
        .required(required)
        .build();
  }

  private static AutocompleteArgument option(String name, String... items) {
    return list(name.substring(2), false, items);
  }

  private static AutocompleteArgument dynamic(String url) {
    return AutocompleteArgument.builder()
        .type(AutocompleteArgumentType.DYNAMIC_LIST)
        .fetchUrl(url)
        .build();
  }

  private static AutocompleteItem item(String item) {
    return AutocompleteItem.builder().item(item).build();
  }
}
