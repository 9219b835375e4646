package io.krait.host.internal.rest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.SearchParameter;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.search.Matches;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Searches, each at an address of its own. */
final class SearchResources {

  private final HostServices services;
  private final Access access;
  private final ConsumedPosts consumed;

  SearchResources(HostServices services, Access access, ConsumedPosts consumed) {
    this.services = services;
    this.access = access;
    this.consumed = consumed;
  }

  private static void check(SearchParameter search) {
    if (search.terms().isBlank()) {
      throw Answers.invalid("terms");
    }
  }

  private Response files(Caller caller, String teamId, SearchParameter search) {
    check(search);
    List<FileInfo> found = services.fileSearch().ofUser(teamId, caller.id(), search);
    return Answers.ok(
        Map.of(
            "order",
            found.stream().map(FileInfo::id).toList(),
            "file_infos",
            found.stream().collect(toMap(FileInfo::id, identity()))));
  }

  private CompletionStage<Response> posts(Caller caller, String teamId, SearchParameter search) {
    check(search);
    List<Post> found = services.postSearch().ofUser(teamId, caller.id(), search);
    return consumed.answer(
        found,
        shown -> {
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("order", found.stream().map(Post::id).toList());
          answer.put("posts", shown.stream().collect(toMap(Post::id, identity())));
          answer.put("next_post_id", "");
          answer.put("prev_post_id", "");
          answer.put("first_inaccessible_post_time", 0);
          answer.put("matches", matches(search.terms(), shown));
          return Answers.ok(answer);
        });
  }

  private static Map<String, List<String>> matches(String terms, List<Post> posts) {
    Matches matches = new Matches(terms);
    return posts.stream().collect(toMap(Post::id, post -> matches.in(post.message())));
  }

  /** Posts in all channels that the caller is a member of. */
  @Path("posts/search")
  public static final class Everywhere {
    private final SearchResources all;

    Everywhere(SearchResources all) {
      this.all = all;
    }

    @POST
    public CompletionStage<Response> search(
        @Context SecurityContext security, SearchParameter search) {
      return all.posts(Caller.of(security), "", search);
    }
  }

  /** Posts in the caller's channels of a team, and in conversations. */
  @Path("teams/{team}/posts/search")
  public static final class InTeam {
    private final SearchResources all;

    InTeam(SearchResources all) {
      this.all = all;
    }

    @POST
    public CompletionStage<Response> search(
        @Context SecurityContext security, @PathParam("team") String team, SearchParameter search) {
      Caller caller = Caller.of(security);
      all.access.inTeam(caller, team, "view_team");
      return all.posts(caller, team, search);
    }
  }

  /** Files in all channels that the caller is a member of. */
  @Path("files/search")
  public static final class FilesEverywhere {
    private final SearchResources all;

    FilesEverywhere(SearchResources all) {
      this.all = all;
    }

    @POST
    public Response search(@Context SecurityContext security, SearchParameter search) {
      return all.files(Caller.of(security), "", search);
    }
  }

  /** Files in the caller's channels of a team, and in conversations. */
  @Path("teams/{team}/files/search")
  public static final class FilesInTeam {
    private final SearchResources all;

    FilesInTeam(SearchResources all) {
      this.all = all;
    }

    @POST
    public Response search(
        @Context SecurityContext security, @PathParam("team") String team, SearchParameter search) {
      Caller caller = Caller.of(security);
      all.access.inTeam(caller, team, "view_team");
      return all.files(caller, team, search);
    }
  }
}
