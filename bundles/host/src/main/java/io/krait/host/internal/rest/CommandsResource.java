package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.Post;
import io.krait.host.internal.commands.SlashCommands;
import io.krait.host.internal.json.PostProps;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Slash commands. */
@Path("commands")
public final class CommandsResource {

  private static final String MANAGE = "manage_slash_commands";
  private static final String IN_CHANNEL = "in_channel";
  private static final CompletionStage<?> NOTHING = CompletableFuture.completedStage(null);

  private final HostServices services;
  private final Access access;
  private final SlashCommands commands;
  private final Continuation next;

  CommandsResource(
      HostServices services, Access access, SlashCommands commands, Continuation next) {
    this.services = services;
    this.access = access;
    this.commands = commands;
    this.next = next;
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("team_id") @Nullable String teamId,
      @QueryParam("custom_only") @Nullable String customOnly) {
    if (teamId == null) {
      throw Answers.invalid("team_id");
    }
    Caller caller = Caller.of(security);
    access.inTeam(caller, teamId, "view_team");
    if ("true".equals(customOnly)) {
      access.inTeam(caller, teamId, MANAGE);
      return Answers.ok(services.customCommands().list(teamId));
    }
    return Answers.ok(
        commands.all(teamId).stream()
            .map(command -> command.toBuilder().token("").url("").build())
            .toList());
  }

  @POST
  public Response create(@Context SecurityContext security, Command wanted) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, wanted.teamId(), MANAGE);
    return Answers.created(
        services.customCommands().create(wanted.toBuilder().creatorId(caller.id()).build(), ""));
  }

  @GET
  @Path("{command}")
  public Response get(@Context SecurityContext security, @PathParam("command") String id) {
    return Answers.ok(managed(Caller.of(security), id));
  }

  @PUT
  @Path("{command}")
  public Response update(
      @Context SecurityContext security, @PathParam("command") String id, Command wanted) {
    Command old = managed(Caller.of(security), id);
    if (!wanted.teamId().isEmpty() && !wanted.teamId().equals(old.teamId())) {
      throw Answers.invalid("team_id");
    }
    return Answers.ok(
        services
            .customCommands()
            .update(id, wanted.toBuilder().creatorId(old.creatorId()).build()));
  }

  @PUT
  @Path("{command}/regen_token")
  public Response renewToken(@Context SecurityContext security, @PathParam("command") String id) {
    managed(Caller.of(security), id);
    return Answers.ok(Map.of("token", services.customCommands().renewToken(id).token()));
  }

  @DELETE
  @Path("{command}")
  public Response delete(@Context SecurityContext security, @PathParam("command") String id) {
    managed(Caller.of(security), id);
    services.customCommands().delete(id);
    return Answers.done();
  }

  /** A team's commands are for those who manage them, others' for those who manage others'. */
  private Command managed(Caller caller, String id) {
    Command command = services.customCommands().get(id);
    access.inTeam(caller, command.teamId(), MANAGE);
    if (!command.creatorId().equals(caller.id())) {
      access.inTeam(caller, command.teamId(), "manage_others_slash_commands");
    }
    return command;
  }

  @POST
  @Path("execute")
  public CompletionStage<Response> execute(@Context SecurityContext security, CommandArgs wanted) {
    Caller caller = Caller.of(security);
    Channel channel = services.channels().get(wanted.channelId());
    access.inChannel(caller, channel.id(), "create_post");
    CommandArgs arguments = wanted.toBuilder().userId(caller.id()).triggerId("").build();
    return commands
        .run(arguments)
        .thenAsk(
            next.here(),
            answered -> {
              CommandResponse answer = answered.orElseGet(() -> CommandResponse.builder().build());
              CompletionStage<?> shown = show(caller, arguments, answer);
              for (CommandResponse further : answer.attachments()) {
                shown = shown.thenCompose(before -> show(caller, arguments, further));
              }
              return shown.thenApply(all -> Answers.ok(forClients(answer)));
            });
  }

  /** Where buttons lead is nothing for clients. */
  private static CommandResponse forClients(CommandResponse answer) {
    return answer.toBuilder()
        .props(PostProps.forClients(answer.props()))
        .attachments(answer.attachments().stream().map(CommandsResource::forClients).toList())
        .build();
  }

  /** What is for the whole channel becomes a post; all else is for whoever has typed it. */
  private CompletionStage<?> show(Caller caller, CommandArgs arguments, CommandResponse answer) {
    boolean empty = answer.text().isBlank() && !answer.props().containsKey("attachments");
    if (empty) {
      return NOTHING;
    }
    Map<String, Object> props = new LinkedHashMap<>(answer.props());
    if (!answer.username().isEmpty()) {
      props.put("override_username", answer.username());
    }
    if (!answer.iconUrl().isEmpty()) {
      props.put("override_icon_url", answer.iconUrl());
    }
    boolean forAll = answer.responseType().equals(IN_CHANNEL);
    // Without a name of its own the server itself speaks to one user.
    if (forAll || !answer.username().isEmpty() || !answer.iconUrl().isEmpty()) {
      props.put("from_webhook", "true");
    }
    if (!forAll) {
      services
          .ephemeralPosts()
          .send(
              caller.id(),
              Post.builder()
                  .userId(caller.id())
                  .channelId(arguments.channelId())
                  .rootId(arguments.rootId())
                  .message(answer.text())
                  .props(props)
                  .build());
      return NOTHING;
    }
    String channelId = answer.channelId().isEmpty() ? arguments.channelId() : answer.channelId();
    // It is the user's post, so it goes where the user may post.
    access.inChannel(caller, channelId, "create_post");
    return services
        .posts()
        .create(
            Post.builder()
                .userId(caller.id())
                .channelId(channelId)
                .rootId(channelId.equals(arguments.channelId()) ? arguments.rootId() : "")
                .message(answer.text())
                .type(answer.type())
                .props(props)
                .build(),
            next.here());
  }
}
