package io.krait.host.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.PluginHooks;
import io.krait.api.PluginHttpClient;
import io.krait.api.model.AutocompleteArgument;
import io.krait.api.model.AutocompleteArgumentType;
import io.krait.api.model.AutocompleteData;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.PluginContext;
import io.krait.api.model.PluginHttpResult;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.commands.CommandCompletion;
import io.krait.host.internal.commands.Completion.Suggestion;
import io.krait.testing.HooksInMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandCompletionTest {

  private static final String ID = "com.example.shop";

  private final DispatchedHooks hooks = new DispatchedHooks();
  private final List<String> asked = new ArrayList<>();
  private Optional<AutocompleteData> told = Optional.empty();
  private String answer = "[]";
  @AutoClose private TestHost host;
  private WholeApi whole;
  private CommandCompletion completion;
  private Team team;
  private User ann;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, hooks);
    whole = new WholeApi(host.surroundings(), hooks);
    team = host.team("home");
    ann = host.user("ann");
    completion = new CommandCompletion(whole.services(), hooks, whole.slashCommands());
    hooks.bindHttp(new Shelves());
    register();
  }

  private void register() {
    whole
        .commands()
        .register(
            ID,
            Command.builder()
                .trigger("shop")
                .autoComplete(true)
                .autoCompleteHint("[buy]")
                .autoCompleteDesc("Sells")
                .build());
  }

  @Test
  void aPluginThatTellsNothingIsCompletedByItsHint() {
    runs(new PluginHooks() {});

    assertThat(of("/sho"))
        .contains(new Suggestion("shop", "shop", "[buy]", "Sells"))
        .noneMatch(one -> one.text().equals("away"));
    assertThat(of("/shop ")).isEmpty();
  }

  @Test
  void aPluginIsAskedOnceForEachRegistration() {
    told = Optional.of(shop("buy"));
    runs(new Shop());

    assertThat(of("/shop ")).extracting(Suggestion::complete).containsExactly("shop buy");
    told = Optional.of(shop("sell"));
    assertThat(of("/shop ")).extracting(Suggestion::complete).containsExactly("shop buy");
    register();
    assertThat(of("/shop ")).extracting(Suggestion::complete).containsExactly("shop sell");
    assertThat(asked).containsExactly("shop", "shop");
  }

  @Test
  void aPluginThatIsNotThereIsAskedLater() {
    assertThat(of("/shop ")).isEmpty();
    told = Optional.of(shop("buy"));
    runs(new Shop());

    assertThat(of("/shop ")).hasSize(1);
  }

  @Test
  void aPluginThatFailsIsNotAskedAgain() {
    runs(
        new PluginHooks() {
          @Override
          public Optional<AutocompleteData> describeCommand(
              PluginContext context, String teamId, String trigger) {
            asked.add(trigger);
            throw AppError.of("plugin.failed", "no", 500);
          }
        });

    assertThat(of("/shop")).hasSize(1);
    assertThat(of("/shop")).hasSize(1);
    assertThat(asked).hasSize(1);
  }

  @Test
  void dynamicListsAreFetchedFromThePluginItselfForTheUser() {
    answer = "[{\"Item\":\"tea\",\"HelpText\":\"green\"},{\"Item\":\"milk\"},{\"none\":1},2]";
    told = Optional.of(fetching("/stock?all=1"));
    runs(new Shop());

    assertThat(of("/shop t")).containsExactly(new Suggestion("shop tea", "tea", "", "green"));
    assertThat(asked.get(1))
        .startsWith(ann.id() + " GET /" + ID + "/stock?all=1&")
        .contains("user_input=%2Fshop+t", "parsed=%2Fshop+", "team_id=" + team.id());
  }

  @Test
  void nothingIsOfferedWhereAPluginAnswersNoList() {
    answer = "{}";
    told = Optional.of(fetching("/plugins/com.example.other/stock"));
    runs(new Shop());

    assertThat(of("/shop t")).isEmpty();
    assertThat(asked.get(1))
        .as("no other plugin")
        .contains(" /" + ID + "/plugins/com.example.other/");
  }

  private static AutocompleteData shop(String word) {
    return AutocompleteData.builder()
        .trigger("misspelt")
        .subCommands(List.of(AutocompleteData.builder().trigger(word).build()))
        .build();
  }

  private static AutocompleteData fetching(String url) {
    return AutocompleteData.builder()
        .arguments(
            List.of(
                AutocompleteArgument.builder()
                    .type(AutocompleteArgumentType.DYNAMIC_LIST)
                    .fetchUrl(url)
                    .build()))
        .build();
  }

  private void runs(PluginHooks plugin) {
    whole.runs(new HooksInMemory(ID, plugin));
  }

  private List<Suggestion> of(String line) {
    CommandArgs typing =
        CommandArgs.builder().userId(ann.id()).teamId(team.id()).command(line).build();
    return completion
        .of(typing, Runnable::run)
        .toCompletableFuture()
        .orTimeout(Duration.ofMinutes(1).toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private final class Shop implements PluginHooks {
    @Override
    public Optional<AutocompleteData> describeCommand(
        PluginContext context, String teamId, String trigger) {
      asked.add(trigger);
      return told;
    }
  }

  private final class Shelves implements PluginHttpClient {
    @Override
    public PluginHttpResult send(
        String callerId, String method, String url, Map<String, String> headers, Bytes body) {
      throw new UnsupportedOperationException("this is for a user");
    }

    @Override
    public PluginHttpResult sendFor(
        String userId, String method, String url, Map<String, String> headers, Bytes body) {
      asked.add(userId + " " + method + " " + url);
      return PluginHttpResult.builder().statusCode(200).body(Bytes.utf8(answer)).build();
    }
  }
}
