package io.krait.host.internal.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.PluginHttpClient;
import io.krait.api.model.AutocompleteArgument;
import io.krait.api.model.AutocompleteArgumentType;
import io.krait.api.model.AutocompleteData;
import io.krait.api.model.AutocompleteItem;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.PluginHttpResult;
import io.krait.host.internal.commands.Completion.Suggestion;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Completes the commands that users type, as the plugins whose commands they are describe them.
 * Safe for use from any thread.
 */
public final class CommandCompletion {

  private static final System.Logger LOGGER = System.getLogger(CommandCompletion.class.getName());
  private static final int MOST_ITEMS = 1000;
  private static final String PLUGINS = "/plugins/";

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final SlashCommands commands;
  private final ObjectMapper mapper = new ObjectMapper();

  /** The completion of these commands; plugins are asked by these hooks. */
  public CommandCompletion(HostServices services, DispatchedHooks hooks, SlashCommands commands) {
    this.services = services;
    this.hooks = hooks;
    this.commands = commands;
  }

  /** A command, and how it is written. */
  private record Described(Command command, AutocompleteData data) {}

  /**
   * What may be typed.
   *
   * @param typing who types, where, and what has been typed, with the slash
   * @param executor runs what follows the answers of plugins
   */
  public CompletionStage<List<Suggestion>> of(CommandArgs typing, Executor executor) {
    String line =
        typing.command().startsWith("/") ? typing.command().substring(1) : typing.command();
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    CompletionStage<List<Described>> described = CompletableFuture.completedStage(List.of());
    for (Command command : commands.all(typing.teamId())) {
      boolean meant =
          space < 0
              ? command.trigger().regionMatches(true, 0, word, 0, word.length())
              : command.trigger().equalsIgnoreCase(word);
      if (command.autoComplete() && meant) {
        described = described.thenCombine(described(command), CommandCompletion::with);
      }
    }
    return new Asked<>(described).thenAsk(executor, found -> suggestions(found, line, typing));
  }

  private static List<Described> with(List<Described> before, Described one) {
    List<Described> all = new ArrayList<>(before);
    all.add(one);
    return all;
  }

  private CompletionStage<Described> described(Command command) {
    AutocompleteData plain =
        AutocompleteData.builder()
            .trigger(command.trigger())
            .hint(command.autoCompleteHint())
            .helpText(command.autoCompleteDesc())
            .build();
    return services
        .commands()
        .describe(hooks.context(), command)
        .handle(
            (data, failure) ->
                failure == null
                    ? data.map(told -> told.toBuilder().trigger(command.trigger()).build())
                    : Optional.<AutocompleteData>empty())
        .thenApply(told -> new Described(command, told.orElse(plain)));
  }

  private CompletionStage<List<Suggestion>> suggestions(
      List<Described> described, String line, CommandArgs typing) {
    boolean administrator = services.permissions().onServer(typing.userId(), "manage_system");
    List<AutocompleteData> data = described.stream().map(Described::data).toList();
    if (line.indexOf(' ') < 0 || described.isEmpty() || !hasDynamicList(data)) {
      return CompletableFuture.completedStage(
          new Completion(line, administrator, (argument, parsed) -> List.of()).of(data));
    }
    // Each trigger is there once.
    String pluginId = described.get(0).command().pluginId();
    return services
        .outgoing()
        .run(
            () ->
                new Completion(
                        line,
                        administrator,
                        (argument, parsed) -> items(pluginId, argument, parsed, typing))
                    .of(data));
  }

  private static boolean hasDynamicList(List<AutocompleteData> words) {
    return words.stream()
        .anyMatch(
            word ->
                word.arguments().stream()
                        .anyMatch(one -> one.type() == AutocompleteArgumentType.DYNAMIC_LIST)
                    || hasDynamicList(word.subCommands()));
  }

  private List<AutocompleteItem> items(
      String pluginId, AutocompleteArgument argument, String parsed, CommandArgs typing) {
    PluginHttpClient http = hooks.http().orElseThrow(() -> AppError.notImplemented("PluginHTTP"));
    PluginHttpResult result =
        http.sendFor(
            typing.userId(),
            "GET",
            path(pluginId, argument.fetchUrl())
                + query(
                    argument.fetchUrl().contains("?") ? "&" : "?",
                    Map.of(
                        "user_input", typing.command(),
                        "parsed", "/" + parsed,
                        "channel_id", typing.channelId(),
                        "team_id", typing.teamId(),
                        "root_id", typing.rootId())),
            Map.of("Accept", "application/json"),
            Bytes.EMPTY);
    String text = result.body().toUtf8();
    try {
      JsonNode list = result.statusCode() == 200 ? mapper.readTree(text) : mapper.missingNode();
      if (list.isArray()) {
        List<AutocompleteItem> items = new ArrayList<>();
        list.forEach(node -> items.add(item(node)));
        return items.stream().filter(item -> !item.item().isEmpty()).limit(MOST_ITEMS).toList();
      }
    } catch (JsonProcessingException noJson) {
      // Said below.
    }
    LOGGER.log(
        Level.WARNING,
        "plugin {0} answers {1} with status {2} and no JSON list; nothing is offered there",
        pluginId,
        argument.fetchUrl(),
        result.statusCode());
    return List.of();
  }

  /** Of the plugin itself, whatever is written there. */
  private static String path(String pluginId, String url) {
    String path = url.startsWith("/") ? url : "/" + url;
    String own = PLUGINS + pluginId + "/";
    return "/" + pluginId + (path.startsWith(own) ? path.substring(own.length() - 1) : path);
  }

  private static String query(String first, Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? first : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  private static AutocompleteItem item(JsonNode node) {
    return AutocompleteItem.builder()
        .item(node.path("Item").asText(""))
        .hint(node.path("Hint").asText(""))
        .helpText(node.path("HelpText").asText(""))
        .build();
  }
}
