package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.Post;
import io.krait.host.internal.plugin.HostServices;

/** Posts that one user sees and nobody keeps. Safe for use from any thread. */
final class EphemeralPostsApi implements PluginApi {

  private final HostServices services;

  EphemeralPostsApi(HostServices services) {
    this.services = services;
  }

  // Nobody is connected to this host, which has no connections that it could push to: so nobody
  // sees what is for those alone who are. It is checked as if somebody did.

  @Override
  public Post sendEphemeralPost(String userId, Post post) {
    return ephemeral(userId, post).toBuilder().id(services.surroundings().ids().next()).build();
  }

  @Override
  public Post updateEphemeralPost(String userId, Post post) {
    return ephemeral(userId, post);
  }

  @Override
  public void deleteEphemeralPost(String userId, String postId) {
    services.users().get(userId);
  }

  private Post ephemeral(String userId, Post post) {
    services.users().get(userId);
    services.channels().get(post.channelId());
    long now = services.surroundings().now();
    return post.toBuilder()
        .type("system_ephemeral")
        .createAt(post.createAt() == 0 ? now : post.createAt())
        .updateAt(now)
        .build();
  }
}
