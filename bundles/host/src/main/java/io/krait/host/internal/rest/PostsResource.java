package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.Reaction;
import io.krait.host.internal.events.ActionCookies;
import io.krait.host.internal.interactive.PostActions;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Messages. */
@Path("posts")
public final class PostsResource {

  private static final int MOST_AT_ONCE = 1000;

  private final HostServices services;
  private final Access access;
  private final ConsumedPosts consumed;
  private final Continuation next;
  private final PostActions actions;

  PostsResource(
      HostServices services,
      Access access,
      ConsumedPosts consumed,
      Continuation next,
      PostActions actions) {
    this.services = services;
    this.access = access;
    this.consumed = consumed;
    this.next = next;
    this.actions = actions;
  }

  @POST
  @Answered(value = Post.class, status = 201)
  public CompletionStage<Response> create(@Context SecurityContext security, Post wanted) {
    Caller caller = Caller.of(security);
    if (wanted.channelId().isEmpty()) {
      throw Answers.invalid("channel_id");
    }
    access.inChannel(caller, wanted.channelId(), "create_post");
    if (!wanted.fileIds().isEmpty()) {
      access.inChannel(caller, wanted.channelId(), "upload_file");
    }
    if (wanted.message().isBlank()
        && wanted.fileIds().isEmpty()
        && !wanted.props().containsKey("attachments")) {
      throw Answers.invalid("message");
    }
    Post post =
        Post.builder()
            .userId(caller.id())
            .channelId(wanted.channelId())
            .rootId(wanted.rootId())
            .message(wanted.message())
            .fileIds(wanted.fileIds())
            .props(ClientProps.of(wanted.props()))
            .pendingPostId(wanted.pendingPostId())
            .metadata(priority(wanted))
            // As of old data that is brought over: for administrators alone.
            .createAt(
                wanted.createAt() != 0 && access.isAdministrator(caller) ? wanted.createAt() : 0)
            .build();
    return services.posts().create(post, next.here()).thenCompose(consumed::created);
  }

  /** Of what clients say beside a post, how urgent it is counts; all else the server knows. */
  private static @Nullable PostMetadata priority(Post wanted) {
    return wanted
        .metadata()
        .flatMap(PostMetadata::priority)
        .map(priority -> PostMetadata.builder().priority(priority).build())
        .orElse(null);
  }

  @GET
  @Path("{post}")
  @Answered(Post.class)
  public CompletionStage<Response> get(
      @Context SecurityContext security, @PathParam("post") String id) {
    return consumed.ok(readable(Caller.of(security), id));
  }

  @GET
  @Path("{post}/thread")
  @Answered(PostList.class)
  public CompletionStage<Response> thread(
      @Context SecurityContext security,
      @PathParam("post") String id,
      @QueryParam("collapsedThreads") boolean threads) {
    Caller caller = Caller.of(security);
    readable(caller, id);
    PostList thread = services.postLists().thread(id);
    return threads ? consumed.withThreads(caller, thread) : consumed.ok(thread);
  }

  /** Those of several posts that the caller may read. */
  @POST
  @Path("ids")
  @Answered(value = Post.class, list = true)
  public CompletionStage<Response> byIds(@Context SecurityContext security, List<String> ids) {
    Caller caller = Caller.of(security);
    if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
      throw Answers.invalid(
          "the body of the request", "names no posts, or more than " + MOST_AT_ONCE);
    }
    return consumed.answer(
        services.postLists().byIds(Answers.ids(ids)).stream()
            .filter(post -> access.mayRead(caller, services.channels().get(post.channelId())))
            .toList(),
        Answers::ok);
  }

  /** How a post was before its edits; for its author. */
  @GET
  @Path("{post}/edit_history")
  @Answered(value = Post.class, list = true)
  public Response history(@Context SecurityContext security, @PathParam("post") String id) {
    Caller caller = Caller.of(security);
    Post post = readable(caller, id);
    Access.require(post.userId().equals(caller.id()), "edit_post");
    return Answers.ok(services.postLists().earlierVersions(id));
  }

  @PUT
  @Path("{post}")
  @Answered(Post.class)
  public CompletionStage<Response> update(
      @Context SecurityContext security, @PathParam("post") String id, Map<String, Object> body) {
    if (!id.equals(body.get("id"))) {
      throw Answers.invalid("id");
    }
    return change(Caller.of(security), id, body);
  }

  @PUT
  @Path("{post}/patch")
  @Answered(Post.class)
  public CompletionStage<Response> patch(
      @Context SecurityContext security, @PathParam("post") String id, Map<String, Object> body) {
    return change(Caller.of(security), id, body);
  }

  private CompletionStage<Response> change(Caller caller, String id, Map<String, Object> body) {
    Post post = readable(caller, id);
    access.inChannel(
        caller,
        post.channelId(),
        post.userId().equals(caller.id()) ? "edit_post" : "edit_others_posts");
    return services
        .posts()
        .change(id, present -> patched(present, body), next.here())
        .thenCompose(consumed::ok);
  }

  private static Post patched(Post post, Map<String, Object> body) {
    Post.Builder changed = post.toBuilder();
    Patch.of(body)
        .text("message", changed::message)
        .object("props", props -> changed.props(ClientProps.changed(post.props(), props)))
        .list("file_ids", changed::fileIds)
        .flag("is_pinned", changed::isPinned);
    Post wanted = changed.build();
    return wanted.toBuilder().props(PostProps.restored(wanted.props(), post.props())).build();
  }

  @POST
  @Path("{post}/pin")
  public CompletionStage<Response> pin(
      @Context SecurityContext security, @PathParam("post") String id) {
    return pinned(Caller.of(security), id, true);
  }

  @POST
  @Path("{post}/unpin")
  public CompletionStage<Response> unpin(
      @Context SecurityContext security, @PathParam("post") String id) {
    return pinned(Caller.of(security), id, false);
  }

  private CompletionStage<Response> pinned(Caller caller, String id, boolean pinned) {
    Post post = readable(caller, id);
    access.inChannel(caller, post.channelId(), "read_channel");
    return services
        .posts()
        .change(id, present -> present.toBuilder().isPinned(pinned).build(), next.here())
        .thenApply(changed -> Answers.done());
  }

  @DELETE
  @Path("{post}")
  public Response delete(@Context SecurityContext security, @PathParam("post") String id) {
    Caller caller = Caller.of(security);
    Post post = readable(caller, id);
    access.inChannel(
        caller,
        post.channelId(),
        post.userId().equals(caller.id()) ? "delete_post" : "delete_others_posts");
    services.posts().delete(id);
    return Answers.done();
  }

  /** A user presses a button, or chooses of a menu. */
  @POST
  @Path("{post}/actions/{action}")
  public CompletionStage<Response> act(
      @Context SecurityContext security,
      @PathParam("post") String id,
      @PathParam("action") String action,
      @MayBeEmpty Map<String, Object> body) {
    Caller caller = Caller.of(security);
    String selected = text(body, "selected_option");
    String cookie = text(body, "cookie");
    return (cookie.isEmpty() || isKept(id)
            ? use(caller, readable(caller, id), action, selected)
            : use(caller, services.actionCookies().open(caller.id(), id, action, cookie), selected))
        .thenApply(trigger -> Answers.ok(Map.of("status", "OK", "trigger_id", trigger)));
  }

  private boolean isKept(String id) {
    return !services.postLists().byIds(List.of(id)).isEmpty();
  }

  private CompletionStage<String> use(Caller caller, Post post, String action, String selected) {
    access.inChannel(caller, post.channelId(), "read_channel");
    return actions.use(caller.user(), post, action, selected, next.here());
  }

  private CompletionStage<String> use(Caller caller, ActionCookies.Opened opened, String selected) {
    access.inChannel(caller, opened.post().channelId(), "read_channel");
    return actions.use(caller.user(), opened, selected, next.here());
  }

  private static String text(Map<?, ?> body, String name) {
    return body.get(name) instanceof String text ? text : "";
  }

  /** A post that one user alone sees. */
  @POST
  @Path("ephemeral")
  @Answered(value = Post.class, status = 201)
  public Response ephemeral(@Context SecurityContext security, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    String userId = Answers.required(body, "user_id");
    if (!(body.get("post") instanceof Map<?, ?> wanted)
        || !(wanted.get("channel_id") instanceof String channel)) {
      throw Answers.invalid("post");
    }
    access.inChannel(caller, channel, "create_post");
    access.onServer(caller, "create_post_ephemeral");
    access.inChannelOf(userId, channel);
    Post post =
        Post.builder()
            .userId(caller.id())
            .channelId(channel)
            .rootId(root(wanted, channel))
            .message(text(wanted, "message"))
            .props(
                wanted.get("props") instanceof Map<?, ?> props
                    ? ClientProps.of(properties(props))
                    : Map.of())
            .build();
    return Answers.created(
        services.actionCookies().on(userId, services.ephemeralPosts().send(userId, post)));
  }

  /** What is answered is in the channel: else one would learn what is written elsewhere. */
  private String root(Map<?, ?> wanted, String channel) {
    String root = text(wanted, "root_id");
    if (!root.isEmpty()
        && services.postLists().byIds(List.of(root)).stream()
            .noneMatch(post -> post.channelId().equals(channel) && post.rootId().isEmpty())) {
      throw Answers.invalid("root_id");
    }
    return root;
  }

  private static Map<String, Object> properties(Map<?, ?> given) {
    Map<String, Object> props = new LinkedHashMap<>();
    given.forEach((name, value) -> props.put(String.valueOf(name), value));
    return props;
  }

  @GET
  @Path("{post}/reactions")
  @Answered(value = Reaction.class, list = true)
  public Response reactions(@Context SecurityContext security, @PathParam("post") String id) {
    readable(Caller.of(security), id);
    return Answers.ok(services.reactions().of(id));
  }

  @GET
  @Path("{post}/files/info")
  @Answered(value = FileInfo.class, list = true)
  public Response files(@Context SecurityContext security, @PathParam("post") String id) {
    return Answers.ok(services.attachments().of(readable(Caller.of(security), id)));
  }

  private Post readable(Caller caller, String id) {
    Post post = services.posts().get(id);
    access.toRead(caller, services.channels().get(post.channelId()));
    return post;
  }
}
