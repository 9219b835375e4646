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

  @Override
  public Post sendEphemeralPost(String userId, Post post) {
    return services.ephemeralPosts().send(userId, post);
  }

  @Override
  public Post updateEphemeralPost(String userId, Post post) {
    return services.ephemeralPosts().update(userId, post);
  }

  @Override
  public void deleteEphemeralPost(String userId, String postId) {
    services.ephemeralPosts().delete(userId, postId);
  }
}
