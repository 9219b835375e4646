package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Channels. */
@Path("channels")
public final class ChannelsResource {

  private final HostServices services;
  private final Access access;

  ChannelsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @POST
  @Answered(value = Channel.class, status = 201)
  public Response create(@Context SecurityContext security, Channel wanted) {
    Caller caller = Caller.of(security);
    access.inTeam(
        caller,
        wanted.teamId(),
        wanted.type() == ChannelType.PRIVATE ? "create_private_channel" : "create_public_channel");
    Channel channel = services.channels().create(wanted.toBuilder().creatorId(caller.id()).build());
    if (services.permissions().inTeam(caller.id(), wanted.teamId(), "view_team")
        && isMember(caller, wanted.teamId())) {
      services.channelMembers().add(channel.id(), caller.id(), "");
      services.channelMembers().setRoles(channel.id(), caller.id(), "channel_user channel_admin");
    }
    return Answers.created(channel);
  }

  /** An administrator of the server can make channels in teams of others. */
  private boolean isMember(Caller caller, String teamId) {
    return services.teams().ofUser(caller.id()).stream().anyMatch(team -> team.id().equals(teamId));
  }

  @POST
  @Path("direct")
  @Answered(value = Channel.class, status = 201)
  public Response direct(@Context SecurityContext security, List<String> userIds) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "create_direct_channel");
    if (Answers.ids(userIds).size() != 2) {
      throw Answers.invalid("the body of the request", "does not name two users");
    }
    Access.require(
        userIds.contains(caller.id()) || access.isAdministrator(caller), "manage_system");
    return Answers.created(services.directChannels().ofTwo(userIds.get(0), userIds.get(1)));
  }

  @POST
  @Path("group")
  @Answered(value = Channel.class, status = 201)
  public Response group(@Context SecurityContext security, List<String> userIds) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "create_group_channel");
    List<String> all = new ArrayList<>(Answers.ids(userIds));
    if (!all.contains(caller.id())) {
      all.add(caller.id());
    }
    return Answers.created(services.directChannels().ofSome(all));
  }

  @GET
  @Path("{channel}")
  @Answered(Channel.class)
  public Response get(@Context SecurityContext security, @PathParam("channel") String id) {
    return Answers.ok(readable(Caller.of(security), id));
  }

  @PUT
  @Path("{channel}/patch")
  @Answered(Channel.class)
  public Response patch(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    changeable(caller, id, "manage_%s_channel_properties");
    return Answers.ok(
        services.channels().change(id, present -> patched(present, body), caller.id()));
  }

  private static Channel patched(Channel channel, Map<String, Object> body) {
    Channel.Builder changed = channel.toBuilder();
    Patch.of(body)
        .text("name", changed::name)
        .text("display_name", changed::displayName)
        .text("header", changed::header)
        .text("purpose", changed::purpose);
    return changed.build();
  }

  @DELETE
  @Path("{channel}")
  public Response archive(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @QueryParam("permanent") boolean permanent) {
    Caller caller = Caller.of(security);
    changeable(caller, id, "delete_%s_channel");
    if (permanent && services.channels().get(id).deleteAt() != 0) {
      throw AppError.of(
          "api.channel.delete_channel.not_enabled.app_error",
          "the channel is archived already; this server deletes none with all that it holds",
          501);
    }
    services.channels().archive(id, caller.id());
    return Answers.done();
  }

  @POST
  @Path("{channel}/restore")
  @Answered(Channel.class)
  public Response restore(@Context SecurityContext security, @PathParam("channel") String id) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, services.channels().get(id).teamId(), "manage_team");
    return Answers.ok(services.channels().restore(id, caller.id()));
  }

  @PUT
  @Path("{channel}")
  @Answered(Channel.class)
  public Response update(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      Map<String, Object> body) {
    if (!id.equals(body.get("id"))) {
      throw Answers.invalid("id");
    }
    return patch(security, id, body);
  }

  /** Makes an open channel private, or the other way round. */
  @PUT
  @Path("{channel}/privacy")
  @Answered(Channel.class)
  public Response privacy(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      Map<String, Object> body) {
    ChannelType type =
        ChannelType.ofCode(Answers.required(body, "privacy"))
            .filter(one -> one == ChannelType.OPEN || one == ChannelType.PRIVATE)
            .orElseThrow(() -> Answers.invalid("privacy"));
    Caller caller = Caller.of(security);
    access.inChannel(
        caller,
        id,
        type == ChannelType.OPEN
            ? "convert_private_channel_to_public"
            : "convert_public_channel_to_private");
    return Answers.ok(
        services
            .channels()
            .change(id, present -> present.toBuilder().type(type).build(), caller.id()));
  }

  private Channel readable(Caller caller, String id) {
    Channel channel = services.channels().get(id);
    access.toRead(caller, channel);
    return channel;
  }

  private void changeable(Caller caller, String id, String permission) {
    access.toChange(caller, services.channels().get(id), permission);
  }
}
