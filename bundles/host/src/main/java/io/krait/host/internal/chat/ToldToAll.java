package io.krait.host.internal.chat;

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
import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.hooks.Asked;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks one and tells several what happens in the host; none of them notices the others. */
public final class ToldToAll implements HostHooks {

  private static final System.Logger LOGGER = System.getLogger(ToldToAll.class.getName());

  private final HostHooks asked;
  private final List<HostHooks> all;

  /**
   * Tells these.
   *
   * @param asked is told first, and is asked as well
   * @param told are told alone
   */
  public ToldToAll(HostHooks asked, HostHooks... told) {
    this.asked = asked;
    this.all = Stream.concat(Stream.of(asked), Stream.of(told)).toList();
  }

  private void tell(Consumer<HostHooks> what) {
    for (HostHooks one : all) {
      try {
        what.accept(one);
      } catch (RuntimeException failure) {
        LOGGER.log(Level.WARNING, "somebody could not be told of what has happened", failure);
      }
    }
  }

  @Override
  public Asked<Post> messageWillBePosted(Post post) {
    return asked.messageWillBePosted(post);
  }

  @Override
  public Asked<Post> messageWillBeUpdated(Post newPost, Post oldPost) {
    return asked.messageWillBeUpdated(newPost, oldPost);
  }

  @Override
  public Asked<Optional<CheckedFile>> fileWillBeUploaded(FileInfo file, Path content) {
    return asked.fileWillBeUploaded(file, content);
  }

  @Override
  public Asked<User> userWillLogIn(User user) {
    return asked.userWillLogIn(user);
  }

  @Override
  public void messageHasBeenPosted(Post post) {
    tell(one -> one.messageHasBeenPosted(post));
  }

  @Override
  public void messageHasBeenUpdated(Post newPost, Post oldPost) {
    tell(one -> one.messageHasBeenUpdated(newPost, oldPost));
  }

  @Override
  public void messageHasBeenDeleted(Post post) {
    tell(one -> one.messageHasBeenDeleted(post));
  }

  @Override
  public void userHasLoggedIn(User user) {
    tell(one -> one.userHasLoggedIn(user));
  }

  @Override
  public void userHasBeenCreated(User user) {
    tell(one -> one.userHasBeenCreated(user));
  }

  @Override
  public void userHasBeenDeactivated(User user) {
    tell(one -> one.userHasBeenDeactivated(user));
  }

  @Override
  public void userHasJoinedTeam(TeamMember member, @Nullable User actor) {
    tell(one -> one.userHasJoinedTeam(member, actor));
  }

  @Override
  public void userHasLeftTeam(TeamMember member, @Nullable User actor) {
    tell(one -> one.userHasLeftTeam(member, actor));
  }

  @Override
  public void channelHasBeenCreated(Channel channel) {
    tell(one -> one.channelHasBeenCreated(channel));
  }

  @Override
  public void userHasJoinedChannel(ChannelMember member, @Nullable User actor) {
    tell(one -> one.userHasJoinedChannel(member, actor));
  }

  @Override
  public void userHasLeftChannel(ChannelMember member, @Nullable User actor) {
    tell(one -> one.userHasLeftChannel(member, actor));
  }

  @Override
  public void emojiHasBeenAdded(Emoji emoji) {
    tell(one -> one.emojiHasBeenAdded(emoji));
  }

  @Override
  public void postHasBeenAcknowledged(PostAcknowledgement acknowledgement, String channelId) {
    tell(one -> one.postHasBeenAcknowledged(acknowledgement, channelId));
  }

  @Override
  public void postAcknowledgementHasBeenTakenBack(
      PostAcknowledgement acknowledgement, String channelId) {
    tell(one -> one.postAcknowledgementHasBeenTakenBack(acknowledgement, channelId));
  }

  @Override
  public void reactionHasBeenAdded(Reaction reaction) {
    tell(one -> one.reactionHasBeenAdded(reaction));
  }

  @Override
  public void reactionHasBeenRemoved(Reaction reaction) {
    tell(one -> one.reactionHasBeenRemoved(reaction));
  }

  @Override
  public void preferencesHaveChanged(List<Preference> preferences) {
    tell(one -> one.preferencesHaveChanged(preferences));
  }

  @Override
  public void postHasBeenMarkedUnread(ChannelUnread unread, String postId) {
    tell(one -> one.postHasBeenMarkedUnread(unread, postId));
  }

  @Override
  public void preferencesHaveBeenDeleted(List<Preference> preferences) {
    tell(one -> one.preferencesHaveBeenDeleted(preferences));
  }

  @Override
  public void channelHasBeenUpdated(Channel channel) {
    tell(one -> one.channelHasBeenUpdated(channel));
  }

  @Override
  public void channelHasBeenArchived(Channel channel) {
    tell(one -> one.channelHasBeenArchived(channel));
  }

  @Override
  public void channelHasBeenRestored(Channel channel) {
    tell(one -> one.channelHasBeenRestored(channel));
  }

  @Override
  public void channelsHaveBeenViewed(String userId, Map<String, Long> times) {
    tell(one -> one.channelsHaveBeenViewed(userId, times));
  }

  @Override
  public void channelMemberHasBeenUpdated(ChannelMember member) {
    tell(one -> one.channelMemberHasBeenUpdated(member));
  }

  @Override
  public void teamHasBeenUpdated(Team team) {
    tell(one -> one.teamHasBeenUpdated(team));
  }

  @Override
  public void teamHasBeenArchived(Team team) {
    tell(one -> one.teamHasBeenArchived(team));
  }

  @Override
  public void userHasBeenUpdated(User user) {
    tell(one -> one.userHasBeenUpdated(user));
  }

  @Override
  public void statusHasChanged(Status status) {
    tell(one -> one.statusHasChanged(status));
  }

  @Override
  public void sessionHasEnded(String userId, String sessionId) {
    tell(one -> one.sessionHasEnded(userId, sessionId));
  }

  @Override
  public Asked<Bytes> configurationWillBeSaved(Bytes configuration) {
    return asked.configurationWillBeSaved(configuration);
  }

  @Override
  public void configurationHasChanged(Document before, Document after) {
    tell(one -> one.configurationHasChanged(before, after));
  }

  @Override
  public Asked<Optional<PushNotification>> notificationWillBePushed(
      PushNotification notification, String userId) {
    return asked.notificationWillBePushed(notification, userId);
  }

  @Override
  public Asked<Optional<EmailNotificationContent>> emailNotificationWillBeSent(
      Bytes notification, EmailNotificationContent content) {
    return asked.emailNotificationWillBeSent(notification, content);
  }

  @Override
  public Asked<User> samlLogin(User user, Bytes assertion) {
    return asked.samlLogin(user, assertion);
  }

  @Override
  public Asked<Long> dataRetention(long now, long batchSize) {
    return asked.dataRetention(now, batchSize);
  }

  @Override
  public void dailyTelemetry() {
    tell(HostHooks::dailyTelemetry);
  }

  @Override
  public void cloudLimitsHaveChanged(ProductLimits limits) {
    tell(one -> one.cloudLimitsHaveChanged(limits));
  }

  @Override
  public void threadFollowingHasChanged(String userId, Post root, boolean following) {
    tell(one -> one.threadFollowingHasChanged(userId, root, following));
  }

  @Override
  public void threadHasBeenRead(String userId, UserThread before, UserThread after) {
    tell(one -> one.threadHasBeenRead(userId, before, after));
  }

  @Override
  public void allThreadsHaveBeenRead(String userId, String teamId, long time) {
    tell(one -> one.allThreadsHaveBeenRead(userId, teamId, time));
  }

  @Override
  public void sidebarHasChanged(SidebarChange change) {
    tell(one -> one.sidebarHasChanged(change));
  }
}
