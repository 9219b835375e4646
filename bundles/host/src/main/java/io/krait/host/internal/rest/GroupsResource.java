package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Group;
import io.krait.api.model.GroupSearchOpts;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Groups of users that can be mentioned; who is no administrator is told of no other ones. */
final class GroupsResource {

  private final HostServices services;
  private final Access access;

  GroupsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  private boolean seesAll(Caller caller) {
    return services.permissions().onServer(caller.id(), "sysconsole_read_user_management_groups");
  }

  private List<Group> seen(Caller caller, List<Group> groups) {
    return seesAll(caller) ? groups : groups.stream().filter(Group::allowReference).toList();
  }

  /** All groups. */
  @Path("groups")
  public static final class All {
    private final GroupsResource groups;

    All(GroupsResource groups) {
      this.groups = groups;
    }

    @GET
    public Response list(
        @Context SecurityContext security,
        @QueryParam("q") @DefaultValue("") String term,
        @QueryParam("filter_allow_reference") boolean mentionable,
        @QueryParam("group_source") @DefaultValue("") String source,
        @QueryParam("page") @Nullable String page,
        @QueryParam("per_page") @Nullable String perPage) {
      Caller caller = Caller.of(security);
      GroupSearchOpts wanted =
          GroupSearchOpts.builder()
              .q(term)
              .source(source)
              .filterAllowReference(mentionable || !groups.seesAll(caller) ? "true" : "")
              .build();
      return Answers.ok(
          groups.services.groups().catalogue().list(Answers.page(page, perPage), wanted, null));
    }
  }

  /** The groups that a user is in. */
  @Path("users/{user}/groups")
  public static final class OfUser {
    private final GroupsResource groups;

    OfUser(GroupsResource groups) {
      this.groups = groups;
    }

    @GET
    public Response list(@Context SecurityContext security, @PathParam("user") String user) {
      Caller caller = Caller.of(security);
      String userId = caller.resolve(user);
      groups.access.toUser(caller, userId);
      return Answers.ok(groups.seen(caller, groups.services.groups().catalogue().ofUser(userId)));
    }
  }
}
