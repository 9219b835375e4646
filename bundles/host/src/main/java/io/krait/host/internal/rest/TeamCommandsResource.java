package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Command;
import io.krait.host.internal.plugin.SlashCommands;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The commands that a team's members are offered while they type. */
@Path("teams/{team}/commands")
public final class TeamCommandsResource {

  private final Access access;
  private final SlashCommands commands;

  TeamCommandsResource(Access access, SlashCommands commands) {
    this.access = access;
    this.commands = commands;
  }

  @GET
  @Path("autocomplete")
  public Response offered(@Context SecurityContext security, @PathParam("team") String team) {
    return Answers.ok(of(security, team));
  }

  @GET
  @Path("autocomplete_suggestions")
  public Response suggestions(
      @Context SecurityContext security,
      @PathParam("team") String team,
      @QueryParam("user_input") @Nullable String input) {
    String typed = (input == null ? "" : input).strip().toLowerCase(Locale.ROOT);
    String word = typed.startsWith("/") ? typed.substring(1) : typed;
    return Answers.ok(
        of(security, team).stream()
            .filter(command -> command.trigger().startsWith(word))
            .map(TeamCommandsResource::suggestion)
            .toList());
  }

  private List<Command> of(SecurityContext security, String team) {
    access.inTeam(Caller.of(security), team, "view_team");
    return commands.all(team).stream()
        .filter(Command::autoComplete)
        .map(command -> command.toBuilder().token("").url("").build())
        .toList();
  }

  /** With names as clients have them, which are not those of the other answers. */
  private static Map<String, Object> suggestion(Command command) {
    Map<String, Object> suggestion = new LinkedHashMap<>();
    suggestion.put("Complete", command.trigger());
    suggestion.put("Suggestion", "/" + command.trigger());
    suggestion.put("Hint", command.autoCompleteHint());
    suggestion.put("Description", command.autoCompleteDesc());
    suggestion.put("IconData", "");
    return suggestion;
  }
}
