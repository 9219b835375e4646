package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
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
import java.util.concurrent.CompletionStage;

/** Channels, their members and the posts in them. */
@Path("channels")
public final class ChannelsResource {

  private final HostServices services;
  private final Access access;
  private final ConsumedPosts consumed;

  ChannelsResource(HostServices services, Access access, ConsumedPosts consumed) {
    this.services = services;
    this.access = access;
    this.consumed = consumed;
  }

  @POST
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
  public Response get(@Context SecurityContext security, @PathParam("channel") String id) {
    return Answers.ok(readable(Caller.of(security), id));
  }

  @PUT
  @Path("{channel}/patch")
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
  public Response archive(@Context SecurityContext security, @PathParam("channel") String id) {
    Caller caller = Caller.of(security);
    changeable(caller, id, "delete_%s_channel");
    services.channels().archive(id, caller.id());
    return Answers.done();
  }

  @POST
  @Path("{channel}/restore")
  public Response restore(@Context SecurityContext security, @PathParam("channel") String id) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, services.channels().get(id).teamId(), "manage_team");
    return Answers.ok(services.channels().restore(id, caller.id()));
  }

  @GET
  @Path("{channel}/stats")
  public Response stats(@Context SecurityContext security, @PathParam("channel") String id) {
    readable(Caller.of(security), id);
    return Answers.ok(services.channels().stats(id));
  }

  @GET
  @Path("{channel}/members")
  public Response members(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    readable(Caller.of(security), id);
    return Answers.ok(services.channelMembers().list(id, Answers.page(page, perPage)));
  }

  @POST
  @Path("{channel}/members")
  public Response addMember(
      @Context SecurityContext security, @PathParam("channel") String id, ChannelMember wanted) {
    Caller caller = Caller.of(security);
    Channel channel = services.channels().get(id);
    boolean joins = caller.id().equals(wanted.userId()) && channel.type() == ChannelType.OPEN;
    if (joins) {
      access.inTeam(caller, channel.teamId(), "join_public_channels");
    } else {
      changeable(caller, id, "manage_%s_channel_members");
    }
    return Answers.created(services.channelMembers().add(id, wanted.userId(), caller.id()));
  }

  @GET
  @Path("{channel}/members/{user}")
  public Response member(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @PathParam("user") String user) {
    Caller caller = Caller.of(security);
    readable(caller, id);
    return Answers.ok(services.channelMembers().get(id, caller.resolve(user)));
  }

  @DELETE
  @Path("{channel}/members/{user}")
  public Response removeMember(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @PathParam("user") String user) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    if (!caller.id().equals(userId)) {
      changeable(caller, id, "manage_%s_channel_members");
    }
    services.channelMembers().remove(id, userId, caller.id());
    return Answers.done();
  }

  @GET
  @Path("{channel}/posts")
  public CompletionStage<Response> posts(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage,
      @QueryParam("since") @Nullable String since,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after) {
    readable(Caller.of(security), id);
    if (since != null) {
      return consumed.ok(services.postLists().since(id, moment(since)));
    }
    if (before != null) {
      return consumed.ok(services.postLists().before(id, before, Answers.page(page, perPage)));
    }
    if (after != null) {
      return consumed.ok(services.postLists().after(id, after, Answers.page(page, perPage)));
    }
    return consumed.ok(services.postLists().inChannel(id, Answers.page(page, perPage)));
  }

  private static long moment(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noNumber) {
      throw AppError.of(
          "api.context.invalid_url_param.app_error",
          "since is a moment in milliseconds since the epoch",
          400);
    }
  }

  private Channel readable(Caller caller, String id) {
    Channel channel = services.channels().get(id);
    access.toRead(caller, channel);
    return channel;
  }

  /** Permissions on open and private channels are named apart; conversations need none. */
  private Channel changeable(Caller caller, String id, String permission) {
    Channel channel = services.channels().get(id);
    switch (channel.type()) {
      case OPEN -> access.inChannel(caller, id, permission.formatted("public"));
      case PRIVATE -> access.inChannel(caller, id, permission.formatted("private"));
      default -> access.inChannel(caller, id, "read_channel");
    }
    return channel;
  }
}
