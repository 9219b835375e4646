package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.CheckedFile;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.EmailNotificationContent;
import io.krait.api.model.Emoji;
import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.PostAcknowledgement;
import io.krait.api.model.Preference;
import io.krait.api.model.ProductLimits;
import io.krait.api.model.PushNotification;
import io.krait.api.model.Reaction;
import io.krait.api.model.Status;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.User;
import io.krait.host.internal.configuration.ConfigurationHooks;
import io.krait.host.internal.hooks.Asked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the host's services tell what happens, so that plugins can take part. Whoever dispatches
 * hooks implements it; {@link #NONE} stands in while nobody does.
 *
 * <p>No method is called within a transaction. All methods return at once, and must not throw.
 * Implementations must be safe for use from any thread.
 */
public interface HostHooks extends ConfigurationHooks {

  /** Lets everything pass and tells nobody. */
  HostHooks NONE = new HostHooks() {};

  /**
   * A post is about to be stored.
   *
   * @return the post to store instead, which may be the same; fails with an {@link AppError} where
   *     the post is rejected
   */
  default Asked<Post> messageWillBePosted(Post post) {
    return Asked.nobody(post);
  }

  /**
   * A changed post is about to be stored.
   *
   * @return the post to store instead, which may be the same; fails with an {@link AppError} where
   *     the change is rejected
   */
  default Asked<Post> messageWillBeUpdated(Post newPost, Post oldPost) {
    return Asked.nobody(newPost);
  }

  /** A post has been stored. */
  default void messageHasBeenPosted(Post post) {}

  /** A changed post has been stored. */
  default void messageHasBeenUpdated(Post newPost, Post oldPost) {}

  /** A post has been deleted. */
  default void messageHasBeenDeleted(Post post) {}

  /**
   * A file is about to be stored.
   *
   * @param content a temporary file, which is no longer the caller's where anybody is asked
   * @return the file to store instead, to be closed by the caller; empty where nobody is asked, and
   *     the content is still the caller's. Fails with an {@link AppError} where the file is
   *     rejected, with an {@link java.io.IOException} where the content cannot be read or written
   */
  default Asked<Optional<CheckedFile>> fileWillBeUploaded(FileInfo file, Path content) {
    return Asked.nobody(Optional.empty());
  }

  /**
   * A user has given the right password.
   *
   * @return the user; fails with an {@link AppError} where the login is rejected
   */
  default Asked<User> userWillLogIn(User user) {
    return Asked.nobody(user);
  }

  /** A user has logged in. */
  default void userHasLoggedIn(User user) {}

  /** An account has been created. */
  default void userHasBeenCreated(User user) {}

  /** An account has been deactivated. */
  default void userHasBeenDeactivated(User user) {}

  /** A user has become a member of a team; by another one's doing where there is an actor. */
  default void userHasJoinedTeam(TeamMember member, @Nullable User actor) {}

  /** A user is no longer a member of a team; by another one's doing where there is an actor. */
  default void userHasLeftTeam(TeamMember member, @Nullable User actor) {}

  /** A channel has been created. */
  default void channelHasBeenCreated(Channel channel) {}

  /** A user has become a member of a channel; by another one's doing where there is an actor. */
  default void userHasJoinedChannel(ChannelMember member, @Nullable User actor) {}

  /** A user is no longer a member of a channel; by another one's doing where there is an actor. */
  default void userHasLeftChannel(ChannelMember member, @Nullable User actor) {}

  /** A reaction has been added. */
  default void reactionHasBeenAdded(Reaction reaction) {}

  /** A reaction has been taken away. */
  default void reactionHasBeenRemoved(Reaction reaction) {}

  /** A user has made a post and all after it unread. */
  default void postHasBeenMarkedUnread(ChannelUnread unread, String postId) {}

  /** Preferences of a user have been written. */
  default void preferencesHaveChanged(List<Preference> preferences) {}

  /**
   * A notification is about to be pushed to a user's devices.
   *
   * @return what to push instead, which may be the same; empty where it is withheld
   */
  default Asked<Optional<PushNotification>> notificationWillBePushed(
      PushNotification notification, String userId) {
    return Asked.nobody(Optional.of(notification));
  }

  /**
   * A mail is about to be sent that tells of a post.
   *
   * @param notification what it is about and what it says, as JSON
   * @param content what it says
   * @return what it shall say instead, which may be the same; empty where it is withheld
   */
  default Asked<Optional<EmailNotificationContent>> emailNotificationWillBeSent(
      Bytes notification, EmailNotificationContent content) {
    return Asked.nobody(Optional.of(content));
  }

  /**
   * An identity provider has vouched for a user.
   *
   * @param assertion what it has said, as JSON
   * @return the user; fails with an {@link AppError} where the login is rejected
   */
  default Asked<User> samlLogin(User user, Bytes assertion) {
    return Asked.nobody(user);
  }

  /**
   * Data that are old enough are to be deleted.
   *
   * @param now the moment of the run, the same for all its batches
   * @param batchSize how much is to be deleted at most before there is an answer
   * @return how much has been deleted
   */
  default Asked<Long> dataRetention(long now, long batchSize) {
    return Asked.nobody(0L);
  }

  /** It is the time of the day at which plugins report statistics. */
  default void dailyTelemetry() {}

  /** Other limits hold than before. */
  default void cloudLimitsHaveChanged(ProductLimits limits) {}

  // What follows plugins have no hook for; clients that are connected are told.

  /** Preferences of a user have been deleted. */
  default void preferencesHaveBeenDeleted(List<Preference> preferences) {}

  /** Values of a channel have changed. */
  default void channelHasBeenUpdated(Channel channel) {}

  /** A channel has been archived. */
  default void channelHasBeenArchived(Channel channel) {}

  /** A channel is in use again. */
  default void channelHasBeenRestored(Channel channel) {}

  /** A user has looked at channels; when, by their ids. */
  default void channelsHaveBeenViewed(String userId, Map<String, Long> times) {}

  /** A membership in a channel has changed, such as its roles or what it is notified of. */
  default void channelMemberHasBeenUpdated(ChannelMember member) {}

  /** Values of a team have changed. */
  default void teamHasBeenUpdated(Team team) {}

  /** A team has been archived. */
  default void teamHasBeenArchived(Team team) {}

  /** Values of an account have changed, its roles or whether it is active among them. */
  default void userHasBeenUpdated(User user) {}

  /** A user has confirmed having read a post. */
  default void postHasBeenAcknowledged(PostAcknowledgement acknowledgement, String channelId) {}

  /** A user has taken such a confirmation back. */
  default void postAcknowledgementHasBeenTakenBack(
      PostAcknowledgement acknowledgement, String channelId) {}

  /** Somebody has made an emoji. */
  default void emojiHasBeenAdded(Emoji emoji) {}

  /** Whether a user is there has changed. */
  default void statusHasChanged(Status status) {}

  /** A session has ended before its time; an empty id stands for all of the user's. */
  default void sessionHasEnded(String userId, String sessionId) {}

  /** A user follows a thread, or not any more. */
  default void threadFollowingHasChanged(String userId, Post root, boolean following) {}

  /** A user has read a thread, or wants to read some of it again. */
  default void threadHasBeenRead(String userId, UserThread before, UserThread after) {}

  /** A user has read everything that they follow in a team and in conversations. */
  default void allThreadsHaveBeenRead(String userId, String teamId, long time) {}

  /** A user's channels are arranged in another way in a team. */
  default void sidebarHasChanged(SidebarChange change) {}
}
