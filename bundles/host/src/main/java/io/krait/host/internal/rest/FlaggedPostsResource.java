package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.api.model.Preference;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The posts that a user has saved, which is a preference, where the user may still read them. */
@Path("users/{user}/posts/flagged")
public final class FlaggedPostsResource {

  private static final String CATEGORY = "flagged_post";
  private static final int MOST = 10_000;

  private final HostServices services;
  private final Access access;
  private final ConsumedPosts consumed;

  FlaggedPostsResource(HostServices services, Access access, ConsumedPosts consumed) {
    this.services = services;
    this.access = access;
    this.consumed = consumed;
  }

  @GET
  @Answered(PostList.class)
  public CompletionStage<Response> saved(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @QueryParam("team_id") @DefaultValue("") String team,
      @QueryParam("channel_id") @DefaultValue("") String channel,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    Page wanted = Answers.page(page, perPage);
    Map<String, Post> saved = new LinkedHashMap<>();
    flagged(userId)
        .filter(post -> channel.isEmpty() || post.channelId().equals(channel))
        .filter(post -> isThere(caller, post, team))
        .sorted(Comparator.comparingLong(Post::createAt).reversed())
        .skip(wanted.offset())
        .limit(wanted.limit())
        .forEach(post -> saved.put(post.id(), post));
    return consumed.ok(PostList.builder().order(List.copyOf(saved.keySet())).posts(saved).build());
  }

  private Stream<Post> flagged(String userId) {
    List<String> ids =
        services.preferences().of(userId).stream()
            .filter(one -> one.category().equals(CATEGORY) && one.value().equals("true"))
            .map(Preference::name)
            .limit(MOST)
            .toList();
    return services.postLists().byIds(ids).stream();
  }

  private boolean isThere(Caller caller, Post post, String team) {
    var channel = services.channels().get(post.channelId());
    boolean inTeam = team.isEmpty() || channel.teamId().isEmpty() || channel.teamId().equals(team);
    return inTeam && access.mayRead(caller, channel);
  }
}
