package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.TeamMember;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user is a member of. */
@Path("users")
public final class MembershipsResource {

  private static final int AT_ONCE = 1000;

  private final HostServices services;
  private final Access access;

  MembershipsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{user}/teams/members")
  @Answered(value = TeamMember.class, list = true)
  public Response ofTeams(@Context SecurityContext security, @PathParam("user") String user) {
    return Answers.ok(services.teamMembers().ofUser(own(security, user), Page.of(0, AT_ONCE)));
  }

  /** Clients want all at once here; those of direct and group channels are among them. */
  @GET
  @Path("{user}/teams/{team}/channels/members")
  @Answered(value = ChannelMember.class, list = true)
  public Response ofChannels(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team) {
    String userId = own(security, user);
    access.inTeam(Caller.of(security), team, "view_team");
    Set<String> open =
        services.channels().ofUser(team, userId, false).stream()
            .map(Channel::id)
            .collect(Collectors.toSet());
    return Answers.ok(
        all(team, userId).stream().filter(one -> open.contains(one.channelId())).toList());
  }

  @GET
  @Path("{user}/channel_members")
  @Answered(value = ChannelMember.class, list = true)
  public Response ofAllChannels(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    String userId = own(security, user);
    return Answers.ok(
        "-1".equals(page)
            ? all("", userId)
            : services.channelMembers().ofUser("", userId, Answers.page(page, perPage)));
  }

  private List<ChannelMember> all(String team, String userId) {
    List<ChannelMember> all = new ArrayList<>();
    List<ChannelMember> some;
    int page = 0;
    do {
      some = services.channelMembers().ofUser(team, userId, Page.of(page++, AT_ONCE));
      all.addAll(some);
    } while (some.size() == AT_ONCE);
    return all;
  }

  private String own(SecurityContext security, String user) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    return userId;
  }
}
