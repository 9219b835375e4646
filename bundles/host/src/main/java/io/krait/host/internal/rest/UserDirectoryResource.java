package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.User;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds accounts. Who sees only the members of some channels is told of nobody else. */
@Path("users")
public final class UserDirectoryResource {

  private static final int MOST_COMPLETIONS = 100;

  private final HostServices services;
  private final Access access;
  private final ShownUsers shown;

  UserDirectoryResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
    this.shown = new ShownUsers(services, access);
  }

  @GET
  @Answered(value = User.class, list = true)
  public Response list(@Context SecurityContext security, @Context UriInfo uri) {
    Caller caller = Caller.of(security);
    Filters filters = new Filters(uri.getQueryParameters());
    Page page = Answers.page(filters.text("page"), filters.text("per_page"));
    UserGetOptions options =
        UserGetOptions.builder()
            .page((int) (page.offset() / page.limit()))
            .perPage(page.limit())
            .inTeamId(filters.text("in_team"))
            .notInTeamId(filters.text("not_in_team"))
            .inChannelId(filters.text("in_channel"))
            .notInChannelId(filters.text("not_in_channel"))
            .inGroupId(filters.text("in_group"))
            .notInGroupId(filters.text("not_in_group"))
            .groupConstrained(filters.flag("group_constrained"))
            .withoutTeam(filters.flag("without_team"))
            .active(filters.flag("active"))
            .inactive(filters.flag("inactive"))
            .role(filters.text("role"))
            .roles(filters.names("roles"))
            .teamRoles(filters.names("team_roles"))
            .channelRoles(filters.names("channel_roles"))
            .sort(filters.text("sort"))
            .build();
    teams(caller, options.inTeamId(), options.notInTeamId());
    channels(caller, options.inChannelId(), options.notInChannelId());
    groups(caller, options.inGroupId(), options.notInGroupId());
    if (options.withoutTeam()) {
      access.onServer(caller, "list_users_without_team");
    }
    return Answers.ok(shown.to(caller, shown.search(caller).list(options)));
  }

  @POST
  @Path("search")
  @Answered(value = User.class, list = true)
  public Response search(@Context SecurityContext security, UserSearchOptions options) {
    Caller caller = Caller.of(security);
    teams(caller, options.teamId(), options.notInTeamId());
    channels(caller, options.inChannelId(), options.notInChannelId());
    groups(caller, options.inGroupId(), options.notInGroupId());
    if (options.withoutTeam()) {
      access.onServer(caller, "list_users_without_team");
    }
    UserSearchOptions named = options.toBuilder().term(named(options.term())).build();
    return Answers.ok(shown.to(caller, shown.search(caller).search(named)));
  }

  @GET
  @Path("autocomplete")
  public Response complete(
      @Context SecurityContext security,
      @QueryParam("name") @Nullable String name,
      @QueryParam("in_team") @Nullable String inTeam,
      @QueryParam("in_channel") @Nullable String inChannel,
      @QueryParam("limit") @Nullable String limit) {
    Caller caller = Caller.of(security);
    String team = inTeam == null ? "" : inTeam;
    String channel = inChannel == null ? "" : inChannel;
    teams(caller, team);
    channels(caller, channel);
    int most = Math.min(Answers.page("0", limit).limit(), MOST_COMPLETIONS);
    UserSearchOptions wanted =
        UserSearchOptions.builder()
            .term(named(name == null ? "" : name))
            .teamId(team)
            .limit(most)
            .build();
    Map<String, Object> answer = new LinkedHashMap<>();
    if (channel.isEmpty()) {
      answer.put("users", found(caller, wanted));
    } else {
      answer.put("users", found(caller, wanted.toBuilder().inChannelId(channel).build()));
      answer.put(
          "out_of_channel",
          team.isEmpty()
              ? List.of()
              : found(caller, wanted.toBuilder().notInChannelId(channel).build()));
    }
    return Answers.ok(answer);
  }

  private List<User> found(Caller caller, UserSearchOptions options) {
    return shown.to(caller, shown.search(caller).search(options));
  }

  /** Whose addresses are not of the domains that accounts are bound to: this server binds none. */
  @GET
  @Path("invalid_emails")
  public Response invalidEmails(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
    throw AppError.of(
        "api.users.invalid_emails.not_implemented.app_error",
        "this server binds accounts to no domains of mail, so no address breaks that rule",
        501);
  }

  @GET
  @Path("{id}")
  @Answered(User.class)
  public Response get(@Context SecurityContext security, @PathParam("id") String id) {
    Caller caller = Caller.of(security);
    return one(caller, services.users().get(caller.resolve(id)));
  }

  @GET
  @Path("username/{name}")
  @Answered(User.class)
  public Response byName(@Context SecurityContext security, @PathParam("name") String name) {
    return one(Caller.of(security), services.users().byUsername(name));
  }

  @GET
  @Path("email/{address}")
  @Answered(User.class)
  public Response byEmail(@Context SecurityContext security, @PathParam("address") String email) {
    Caller caller = Caller.of(security);
    if (!services.configuration().flag("PrivacySettings", "ShowEmailAddress")) {
      access.onServer(caller, "manage_system");
    }
    return one(caller, services.users().byEmail(email));
  }

  @POST
  @Path("ids")
  @Answered(value = User.class, list = true)
  public Response byIds(@Context SecurityContext security, List<String> ids) {
    return Answers.ok(shown.seenOf(Caller.of(security), services.users().byIds(Answers.ids(ids))));
  }

  @POST
  @Path("usernames")
  @Answered(value = User.class, list = true)
  public Response byNames(@Context SecurityContext security, List<String> names) {
    return Answers.ok(shown.seenOf(Caller.of(security), services.users().byUsernames(names)));
  }

  private Response one(Caller caller, User user) {
    shown.require(caller, user.id());
    return Answers.ok(shown.to(caller, user));
  }

  private void teams(Caller caller, String... ids) {
    for (String id : ids) {
      if (!id.isEmpty()) {
        access.inTeam(caller, id, "view_team");
      }
    }
  }

  /** Who is in a channel, and who is not, is for those who may read it. */
  private void channels(Caller caller, String... ids) {
    for (String id : ids) {
      if (!id.isEmpty()) {
        access.inChannel(caller, id, "read_channel");
      }
    }
  }

  private void groups(Caller caller, String... ids) {
    for (String id : ids) {
      if (!id.isEmpty() && !services.groups().catalogue().get(id).source().equals("custom")) {
        access.onServer(caller, "sysconsole_read_user_management_groups");
      }
    }
  }

  /** People write an @ before a name. */
  private static String named(String term) {
    return term.startsWith("@") ? term.substring(1) : term;
  }

  /** What a query asks for. */
  private record Filters(MultivaluedMap<String, String> query) {

    String text(String name) {
      String value = query.getFirst(name);
      return value == null ? "" : value;
    }

    boolean flag(String name) {
      return switch (text(name)) {
        case "", "false", "0" -> false;
        case "true", "1" -> true;
        default ->
            throw AppError.of(
                "api.context.invalid_url_param.app_error", name + " is true or false", 400);
      };
    }

    List<String> names(String name) {
      return Arrays.stream(text(name).split(","))
          .map(String::trim)
          .filter(one -> !one.isEmpty())
          .toList();
    }
  }
}
