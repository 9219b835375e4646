package io.krait.host.internal.rest;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in a channel, and what they may do and want to be told of there. */
@Path("channels")
public final class ChannelMembersResource {

  private final HostServices services;
  private final Access access;

  ChannelMembersResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{channel}/members")
  @Answered(value = ChannelMember.class, list = true)
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
      @Context SecurityContext security,
      @PathParam("channel") String id,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    Channel channel = services.channels().get(id);
    // One by user_id, who is answered alone; several by user_ids.
    boolean one = body.get("user_id") instanceof String;
    List<String> userIds = one ? List.of(Answers.required(body, "user_id")) : several(body);
    boolean joins = userIds.equals(List.of(caller.id())) && channel.type() == ChannelType.OPEN;
    if (joins) {
      access.inTeam(caller, channel.teamId(), "join_public_channels");
    } else {
      access.toChange(caller, services.channels().get(id), "manage_%s_channel_members");
    }
    List<ChannelMember> added =
        userIds.stream()
            .map(userId -> services.channelMembers().add(id, userId, caller.id()))
            .toList();
    return Answers.created(one ? added.get(0) : added);
  }

  private static List<String> several(Map<String, Object> body) {
    if (!(body.get("user_ids") instanceof List<?> wanted)
        || wanted.isEmpty()
        || !wanted.stream().allMatch(String.class::isInstance)) {
      throw Answers.invalid("user_id");
    }
    return Answers.ids(wanted.stream().map(String.class::cast).toList());
  }

  @GET
  @Path("{channel}/members/{user}")
  @Answered(ChannelMember.class)
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
      access.toChange(caller, services.channels().get(id), "manage_%s_channel_members");
    }
    services.channelMembers().remove(id, userId, caller.id());
    return Answers.done();
  }

  @POST
  @Path("{channel}/members/ids")
  @Answered(value = ChannelMember.class, list = true)
  public Response byIds(
      @Context SecurityContext security, @PathParam("channel") String id, List<String> ids) {
    readable(Caller.of(security), id);
    return Answers.ok(services.channelMembers().byIds(id, Answers.ids(ids)));
  }

  @PUT
  @Path("{channel}/members/{user}/notify_props")
  public Response notifications(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @PathParam("user") String user,
      Map<String, String> body) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    Map<String, String> wanted = new LinkedHashMap<>(body);
    // Named besides by clients that write down whose settings these are.
    wanted.remove("user_id");
    wanted.remove("channel_id");
    services.channelMembers().setNotifications(id, userId, wanted);
    return Answers.done();
  }

  private void readable(Caller caller, String id) {
    access.toRead(caller, services.channels().get(id));
  }
}
