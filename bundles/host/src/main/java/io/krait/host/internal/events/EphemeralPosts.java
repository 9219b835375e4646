package io.krait.host.internal.events;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.PostRules;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import java.util.Map;

/** Posts that one user sees, if connected, and nobody keeps. Safe for use from any thread. */
public final class EphemeralPosts {

  private static final String TYPE = "system_ephemeral";

  private final Surroundings surroundings;
  private final Users users;
  private final Channels channels;
  private final EventHub events;
  private final PostRules rules;
  private final ActionCookies cookies;

  /** Such posts to these users, in these channels; by these cookies their buttons are pressed. */
  public EphemeralPosts(
      Surroundings surroundings,
      Users users,
      Channels channels,
      EventHub events,
      ActionCookies cookies) {
    this.surroundings = surroundings;
    this.users = users;
    this.channels = channels;
    this.events = events;
    this.cookies = cookies;
    rules = new PostRules(surroundings, users);
  }

  /**
   * Shows a post that is new.
   *
   * @throws AppError with status 404 where there is no such user or channel, 400 where a post may
   *     not be like that
   */
  public Post send(String userId, Post post) {
    return update(userId, post.toBuilder().id(surroundings.ids().next()).build());
  }

  /** Shows a post anew under the id that it has. */
  public Post update(String userId, Post post) {
    users.get(userId);
    channels.get(post.channelId());
    long now = surroundings.now();
    Post shown =
        post.toBuilder()
            .type(TYPE)
            .createAt(post.createAt() == 0 ? now : post.createAt())
            .updateAt(now)
            .build();
    rules.checkContent(shown);
    Post told = cookies.on(userId, shown);
    // A cookie is longer than what it holds.
    rules.checkContent(told);
    tell("ephemeral_message", userId, told);
    return shown;
  }

  /** Takes a post off the user's screen. */
  public void delete(String userId, String postId) {
    users.get(userId);
    tell(
        "post_deleted",
        userId,
        Post.builder()
            .id(postId)
            .userId(userId)
            .type(TYPE)
            .deleteAt(surroundings.now())
            .updateAt(surroundings.now())
            .build());
  }

  private void tell(String name, String userId, Post post) {
    events.publish(Event.of(name, Map.of("post", events.json(post)), Broadcast.toUser(userId)));
  }
}
