package io.krait.host.internal.pluginapi;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.api.model.PostSearchResults;
import io.krait.api.model.SearchParameter;
import io.krait.api.model.SearchParams;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts, as a plugin asks for them. Safe for use from any thread. */
final class PostsApi implements PluginApi {

  private final HostServices services;
  private final HostedPlugin plugin;
  private final DispatchedHooks hooks;

  PostsApi(HostServices services, HostedPlugin plugin, DispatchedHooks hooks) {
    this.services = services;
    this.plugin = plugin;
    this.hooks = hooks;
  }

  @Override
  public Post createPost(Post post) {
    Map<String, Object> props = new LinkedHashMap<>(post.props());
    props.put("from_plugin", "true");
    return services.posts().create(post.toBuilder().props(props).build());
  }

  @Override
  public void deletePost(String postId) {
    services.posts().delete(postId);
  }

  @Override
  public PostList getPostThread(String postId) {
    return shown(services.postLists().thread(postId));
  }

  @Override
  public Post getPost(String postId) {
    return shown(List.of(services.posts().get(postId))).get(0);
  }

  @Override
  public PostList getPostsSince(String channelId, long time) {
    return shown(services.postLists().since(channelId, time));
  }

  @Override
  public PostList getPostsAfter(String channelId, String postId, int page, int perPage) {
    return shown(services.postLists().after(channelId, postId, Page.of(page, perPage)));
  }

  @Override
  public PostList getPostsBefore(String channelId, String postId, int page, int perPage) {
    return shown(services.postLists().before(channelId, postId, Page.of(page, perPage)));
  }

  @Override
  public PostList getPostsForChannel(String channelId, int page, int perPage) {
    return shown(services.postLists().inChannel(channelId, Page.of(page, perPage)));
  }

  @Override
  public List<Post> searchPostsInTeam(String teamId, List<SearchParams> paramsList) {
    services.teams().get(teamId);
    return shown(services.postSearch().inTeam(teamId, paramsList));
  }

  @Override
  public PostSearchResults searchPostsInTeamForUser(
      String teamId, String userId, SearchParameter searchParams) {
    services.users().get(userId);
    List<Post> found = shown(services.postSearch().ofUser(teamId, userId, searchParams));
    Map<String, Post> posts = new LinkedHashMap<>();
    found.forEach(post -> posts.put(post.id(), post));
    return PostSearchResults.builder().order(List.copyOf(posts.keySet())).posts(posts).build();
  }

  @Override
  public Post updatePost(Post post) {
    return services.posts().update(post);
  }

  private PostList shown(PostList list) {
    Map<String, Post> posts = new LinkedHashMap<>();
    shown(List.copyOf(list.posts().values())).forEach(post -> posts.put(post.id(), post));
    return list.toBuilder().posts(posts).build();
  }

  private List<Post> shown(List<Post> posts) {
    return posts.isEmpty() ? posts : hooks.messagesWillBeConsumedBy(plugin.id(), posts).await();
  }
}
