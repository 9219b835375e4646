package io.krait.host.internal.rest;

import io.krait.api.model.OrderedSidebarCategories;
import io.krait.api.model.SidebarCategoryWithChannels;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories under which a user sees the channels of a team. */
@Path("users")
public final class SidebarsResource {

  /** The ways in which channels are sorted, by their numbers. */
  private static final List<String> SORTINGS = List.of("", "manual", "recent", "alpha");

  private final HostServices services;
  private final Access access;

  SidebarsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{id}/teams/{team}/channels/categories")
  public Response list(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team) {
    OrderedSidebarCategories sidebar = services.sidebars().get(of(security, id, team), team);
    return Answers.ok(
        Map.of(
            "categories",
            sidebar.categories().stream().map(SidebarsResource::json).toList(),
            "order",
            sidebar.order()));
  }

  @POST
  @Path("{id}/teams/{team}/channels/categories")
  public Response create(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team,
      Map<String, Object> body) {
    return Answers.ok(
        json(services.sidebars().create(of(security, id, team), team, category("", body))));
  }

  @PUT
  @Path("{id}/teams/{team}/channels/categories")
  public Response update(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team,
      List<Map<String, Object>> body) {
    List<SidebarCategoryWithChannels> wanted =
        body.stream().map(one -> category(Answers.required(one, "id"), one)).toList();
    return Answers.ok(
        services.sidebars().update(of(security, id, team), team, wanted).stream()
            .map(SidebarsResource::json)
            .toList());
  }

  @GET
  @Path("{id}/teams/{team}/channels/categories/order")
  public Response order(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team) {
    return Answers.ok(services.sidebars().get(of(security, id, team), team).order());
  }

  @PUT
  @Path("{id}/teams/{team}/channels/categories/order")
  public Response setOrder(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team,
      List<String> body) {
    return Answers.ok(services.sidebars().setOrder(of(security, id, team), team, body));
  }

  @GET
  @Path("{id}/teams/{team}/channels/categories/{category}")
  public Response get(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team,
      @PathParam("category") String category) {
    String userId = of(security, id, team);
    return Answers.ok(json(services.sidebars().get(userId, team, category)));
  }

  @PUT
  @Path("{id}/teams/{team}/channels/categories/{category}")
  public Response replace(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team,
      @PathParam("category") String category,
      Map<String, Object> body) {
    return Answers.ok(
        json(
            services
                .sidebars()
                .update(of(security, id, team), team, List.of(category(category, body)))
                .get(0)));
  }

  @DELETE
  @Path("{id}/teams/{team}/channels/categories/{category}")
  public Response delete(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team,
      @PathParam("category") String category) {
    services.sidebars().delete(of(security, id, team), team, category);
    return Answers.done();
  }

  private String of(SecurityContext security, String id, String team) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(id);
    access.toUser(caller, userId);
    access.inTeam(caller, team, "view_team");
    return userId;
  }

  private static SidebarCategoryWithChannels category(String id, Map<String, Object> body) {
    SidebarCategoryWithChannels.Builder category = SidebarCategoryWithChannels.builder().id(id);
    Patch.of(body)
        .text("display_name", category::displayName)
        .text("sorting", sorting -> category.sorting(Math.max(0, SORTINGS.indexOf(sorting))))
        .flag("muted", category::muted)
        .flag("collapsed", category::collapsed)
        .list("channel_ids", category::channelIds);
    return category.build();
  }

  private static Map<String, Object> json(SidebarCategoryWithChannels category) {
    int sorting = category.sorting();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", category.id());
    json.put("user_id", category.userId());
    json.put("team_id", category.teamId());
    json.put("display_name", category.displayName());
    json.put("type", category.type());
    json.put("sorting", sorting >= 0 && sorting < SORTINGS.size() ? SORTINGS.get(sorting) : "");
    json.put("muted", category.muted());
    json.put("collapsed", category.collapsed());
    json.put("channel_ids", category.channelIds());
    return json;
  }
}
