package io.krait.host.internal.rest;

import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.host.internal.commands.CommandCompletion;
import io.krait.host.internal.commands.Completion.Suggestion;
import io.krait.host.internal.commands.SlashCommands;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The commands that a team's members are offered while they type. */
@Path("teams/{team}/commands")
public final class TeamCommandsResource {

  private final Access access;
  private final SlashCommands commands;
  private final CommandCompletion completion;
  private final Continuation next;

  TeamCommandsResource(
      Access access, SlashCommands commands, CommandCompletion completion, Continuation next) {
    this.access = access;
    this.commands = commands;
    this.next = next;
    this.completion = completion;
  }

  @GET
  @Path("autocomplete")
  public Response offered(@Context SecurityContext security, @PathParam("team") String team) {
    return Answers.ok(of(security, team));
  }

  @GET
  @Path("autocomplete_suggestions")
  public CompletionStage<Response> suggestions(
      @Context SecurityContext security,
      @PathParam("team") String team,
      @QueryParam("user_input") @DefaultValue("") String input,
      @QueryParam("channel_id") @DefaultValue("") String channel,
      @QueryParam("root_id") @DefaultValue("") String root) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, team, "view_team");
    if (!channel.isEmpty()) {
      access.inChannel(caller, channel, "read_channel");
    }
    CommandArgs typing =
        CommandArgs.builder()
            .userId(caller.id())
            .teamId(team)
            .channelId(channel)
            .rootId(root)
            .command(input.stripLeading())
            .build();
    return completion
        .of(typing, next.here())
        .thenApply(
            found -> Answers.ok(found.stream().map(TeamCommandsResource::suggestion).toList()));
  }

  private List<Command> of(SecurityContext security, String team) {
    access.inTeam(Caller.of(security), team, "view_team");
    return commands.all(team).stream()
        .filter(Command::autoComplete)
        .map(command -> command.toBuilder().token("").url("").build())
        .toList();
  }

  /** With names as clients have them, which are not those of the other answers. */
  private static Map<String, Object> suggestion(Suggestion told) {
    boolean first = told.complete().equals(told.text());
    Map<String, Object> suggestion = new LinkedHashMap<>();
    suggestion.put("Complete", told.complete());
    suggestion.put("Suggestion", first ? "/" + told.text() : told.text());
    suggestion.put("Hint", told.hint());
    suggestion.put("Description", told.description());
    suggestion.put("IconData", "");
    return suggestion;
  }
}
