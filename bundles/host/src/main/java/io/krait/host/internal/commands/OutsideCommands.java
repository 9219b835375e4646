package io.krait.host.internal.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.host.internal.interactive.OutgoingRequests;
import io.krait.host.internal.plugin.HostServices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Has programs outside of the server answer commands. Safe for use from any thread. */
public final class OutsideCommands {

  private final HostServices services;
  private final ObjectMapper mapper;

  /** The commands of these services. */
  public OutsideCommands(HostServices services, ObjectMapper mapper) {
    this.services = services;
    this.mapper = mapper;
  }

  /** Asks the program that a command belongs to. */
  public CompletionStage<Optional<CommandResponse>> run(
      Command command, CommandArgs arguments, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    Channel channel = services.channels().get(arguments.channelId());
    form.put("token", command.token());
    form.put("team_id", arguments.teamId());
    form.put("team_domain", services.teams().get(command.teamId()).name());
    form.put("channel_id", channel.id());
    form.put("channel_name", channel.name());
    form.put("user_id", arguments.userId());
    form.put("user_name", services.users().get(arguments.userId()).username());
    form.put("command", "/" + command.trigger());
    form.put("text", text);
    form.put("trigger_id", arguments.triggerId());
    String encoded =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Authorization", "Token " + command.token());
    boolean get = command.method().equals("G");
    if (!get) {
      headers.put("Content-Type", "application/x-www-form-urlencoded");
    }
    String url =
        get ? command.url() + (command.url().contains("?") ? "&" : "?") + encoded : command.url();
    return services
        .outgoing()
        .send(get ? "GET" : "POST", url, headers, get ? "" : encoded)
        .thenApply(answer -> Optional.of(answer(command, answer)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private CommandResponse answer(Command command, OutgoingRequests.Answer answer) {
    if (answer.status() < 200 || answer.status() > 299) {
      throw failed(command, "it has answered with status " + answer.status());
    }
    CommandResponse response;
    if (answer.type().toLowerCase(Locale.ROOT).startsWith("text/plain")) {
      response = CommandResponse.builder().text(answer.text()).build();
    } else {
      try {
        response =
            response(
                mapper.readValue(
                    answer.text().isBlank() ? "{}" : answer.text(),
                    new TypeReference<LinkedHashMap<String, Object>>() {}));
      } catch (JsonProcessingException noJson) {
        throw failed(command, "it has not answered with a JSON object");
      }
    }
    return response.toBuilder()
        .username(response.username().isEmpty() ? command.username() : response.username())
        .iconUrl(response.iconUrl().isEmpty() ? command.iconUrl() : response.iconUrl())
        .build();
  }

  private CommandResponse response(Map<String, Object> said) {
    Map<String, Object> props = new LinkedHashMap<>();
    if (said.get("props") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> props.put(String.valueOf(name), value));
    }
    if (said.get("attachments") instanceof List<?> attachments) {
      props.put("attachments", attachments);
    }
    return CommandResponse.builder()
        .responseType(text(said, "response_type"))
        .text(text(said, "text"))
        .username(text(said, "username"))
        .iconUrl(text(said, "icon_url"))
        .channelId(text(said, "channel_id"))
        .type(text(said, "type"))
        .gotoLocation(text(said, "goto_location"))
        .skipSlackParsing(Boolean.TRUE.equals(said.get("skip_slack_parsing")))
        .props(props)
        .build();
  }

  private static String text(Map<String, Object> said, String name) {
    return said.get(name) instanceof String text ? text : "";
  }

  private static AppError failed(Command command, String why) {
    return AppError.of(
        "api.command.execute_command.failed_resp.app_error",
        "the command /%s has failed: %s".formatted(command.trigger(), why),
        500);
  }
}
