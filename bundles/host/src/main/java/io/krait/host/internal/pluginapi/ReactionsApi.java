package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.Reaction;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** The emoji under posts, as a plugin asks for them. Safe for use from any thread. */
final class ReactionsApi implements PluginApi {

  private final HostServices services;

  ReactionsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Reaction addReaction(Reaction reaction) {
    return services.reactions().add(reaction);
  }

  @Override
  public void removeReaction(Reaction reaction) {
    services.reactions().remove(reaction);
  }

  @Override
  public List<Reaction> getReactions(String postId) {
    return services.reactions().of(postId);
  }
}
