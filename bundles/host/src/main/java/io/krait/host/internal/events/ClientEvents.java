package io.krait.host.internal.events;

import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Emoji;
import io.krait.api.model.Post;
import io.krait.api.model.PostAcknowledgement;
import io.krait.api.model.Preference;
import io.krait.api.model.Reaction;
import io.krait.api.model.Status;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.User;
import io.krait.host.internal.chat.ChannelUnread;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.PostDetails;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.emoji.PostEmoji;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes events of what happens in the host, named and filled as clients of the field expect them,
 * and each for those alone who may know.
 */
public final class ClientEvents implements HostHooks {

  private static final int POLICY = 1008;

  private final EventHub hub;
  private final EventRows rows;
  private final Mentions mentions;
  private final PostDetails details;
  private final PostEmoji emoji;

  /** The events of these surroundings, for the clients of this hub. */
  public ClientEvents(Surroundings surroundings, EventHub hub) {
    this.hub = hub;
    this.rows = new EventRows(surroundings.database());
    this.mentions = new Mentions(rows);
    this.details = new PostDetails(surroundings);
    this.emoji = new PostEmoji(surroundings);
  }

  @Override
  public void messageHasBeenPosted(Post post) {
    hub.publish(
        () ->
            rows.place(post.channelId())
                .map(
                    place -> {
                      String sender = "@" + rows.username(post.userId()).orElse("");
                      boolean direct = place.kind().equals(ChannelType.DIRECT.code());
                      Map<String, Object> data = new LinkedHashMap<>();
                      data.put("channel_display_name", direct ? sender : place.displayName());
                      data.put("channel_name", place.name());
                      data.put("channel_type", place.kind());
                      data.put("post", shown(post));
                      data.put("sender_name", sender);
                      data.put("set_online", true);
                      data.put("team_id", place.teamId());
                      if (!post.fileIds().isEmpty()) {
                        data.put("otherFile", "true");
                      }
                      Map<String, Map<String, Object>> personal = new LinkedHashMap<>();
                      for (String user : mentions.in(post, place)) {
                        personal.put(user, Map.of("mentions", hub.json(List.of(user))));
                      }
                      return new Event(
                          "posted", data, Broadcast.toChannel(post.channelId()), personal);
                    }));
  }

  @Override
  public void messageHasBeenUpdated(Post newPost, Post oldPost) {
    aboutPost("post_edited", newPost, Map.of());
  }

  @Override
  public void messageHasBeenDeleted(Post post) {
    aboutPost("post_deleted", post, Map.of("delete_by", ""));
  }

  private void aboutPost(String name, Post post, Map<String, Object> further) {
    hub.publish(
        () -> {
          Map<String, Object> data = new LinkedHashMap<>(further);
          data.put("post", shown(post));
          return Optional.of(Event.of(name, data, Broadcast.toChannel(post.channelId())));
        });
  }

  private String shown(Post post) {
    Post detailed = details.of(post);
    return hub.json(emoji.beside(detailed, List.of(detailed)));
  }

  @Override
  public void postHasBeenAcknowledged(PostAcknowledgement acknowledgement, String channelId) {
    aboutAcknowledgement("post_acknowledgement_added", acknowledgement, channelId);
  }

  @Override
  public void postAcknowledgementHasBeenTakenBack(
      PostAcknowledgement acknowledgement, String channelId) {
    aboutAcknowledgement("post_acknowledgement_removed", acknowledgement, channelId);
  }

  private void aboutAcknowledgement(
      String name, PostAcknowledgement acknowledgement, String channelId) {
    hub.publish(
        Event.of(
            name,
            Map.of("acknowledgement", hub.json(acknowledgement)),
            Broadcast.toChannel(channelId)));
  }

  @Override
  public void reactionHasBeenAdded(Reaction reaction) {
    aboutReaction("reaction_added", reaction);
  }

  @Override
  public void reactionHasBeenRemoved(Reaction reaction) {
    aboutReaction("reaction_removed", reaction);
  }

  private void aboutReaction(String name, Reaction reaction) {
    reaction
        .channelId()
        .ifPresent(
            channel ->
                hub.publish(
                    Event.of(
                        name,
                        Map.of("reaction", hub.json(reaction)),
                        Broadcast.toChannel(channel))));
  }

  @Override
  public void channelHasBeenCreated(Channel channel) {
    switch (channel.type()) {
      case DIRECT ->
          hub.publish(
              Event.of(
                  "direct_added",
                  Map.of("creator_id", channel.creatorId()),
                  Broadcast.toChannel(channel.id())));
      case GROUP ->
          hub.publish(
              () ->
                  Optional.of(
                      Event.of(
                          "group_added",
                          Map.of("teammate_ids", hub.json(rows.membersOfChannel(channel.id()))),
                          Broadcast.toChannel(channel.id()))));
      default -> {
        if (!channel.creatorId().isEmpty()) {
          hub.publish(
              Event.of(
                  "channel_created",
                  Map.of("channel_id", channel.id(), "team_id", channel.teamId()),
                  Broadcast.toUser(channel.creatorId())));
        }
      }
    }
  }

  @Override
  public void channelHasBeenUpdated(Channel channel) {
    hub.publish(
        Event.of(
            "channel_updated",
            Map.of("channel", hub.json(channel)),
            Broadcast.toChannel(channel.id())));
  }

  @Override
  public void channelHasBeenArchived(Channel channel) {
    hub.publish(
        Event.of(
            "channel_deleted",
            Map.of("channel_id", channel.id(), "delete_at", channel.deleteAt()),
            everybodyWhoMaySee(channel)));
  }

  @Override
  public void channelHasBeenRestored(Channel channel) {
    hub.publish(
        Event.of(
            "channel_restored", Map.of("channel_id", channel.id()), everybodyWhoMaySee(channel)));
  }

  private static Broadcast everybodyWhoMaySee(Channel channel) {
    return channel.type() == ChannelType.OPEN
        ? Broadcast.toTeam(channel.teamId())
        : Broadcast.toChannel(channel.id());
  }

  @Override
  public void channelsHaveBeenViewed(String userId, Map<String, Long> times) {
    hub.publish(
        Event.of(
            "multiple_channels_viewed", Map.of("channel_times", times), Broadcast.toUser(userId)));
    times
        .keySet()
        .forEach(
            channel ->
                hub.publish(
                    Event.of(
                        "channel_viewed",
                        Map.of("channel_id", channel),
                        Broadcast.toUser(userId))));
  }

  @Override
  public void postHasBeenMarkedUnread(ChannelUnread unread, String postId) {
    hub.publish(
        Event.of(
            "post_unread",
            Map.of(
                "post_id", postId,
                "channel_id", unread.channelId(),
                "team_id", unread.teamId(),
                "msg_count", unread.msgCount(),
                "msg_count_root", unread.msgCountRoot(),
                "mention_count", unread.mentionCount(),
                "mention_count_root", unread.mentionCountRoot(),
                "last_viewed_at", unread.lastViewedAt()),
            Broadcast.toUser(unread.userId())));
  }

  @Override
  public void channelMemberHasBeenUpdated(ChannelMember member) {
    hub.publish(
        Event.of(
            "channel_member_updated",
            Map.of("channelMember", hub.json(member)),
            Broadcast.toUser(member.userId())));
  }

  @Override
  public void userHasJoinedChannel(ChannelMember member, @Nullable User actor) {
    hub.publish(
        () ->
            rows.place(member.channelId())
                .map(
                    place ->
                        Event.of(
                            "user_added",
                            Map.of("user_id", member.userId(), "team_id", place.teamId()),
                            Broadcast.toChannel(member.channelId()))));
  }

  @Override
  public void userHasLeftChannel(ChannelMember member, @Nullable User actor) {
    String remover = actor == null ? member.userId() : actor.id();
    hub.publish(
        Event.of(
            "user_removed",
            Map.of("user_id", member.userId(), "remover_id", remover),
            Broadcast.toChannel(member.channelId())));
    // The user is no member any more.
    hub.publish(
        Event.of(
            "user_removed",
            Map.of("channel_id", member.channelId(), "remover_id", remover),
            Broadcast.toUser(member.userId())));
  }

  @Override
  public void userHasJoinedTeam(TeamMember member, @Nullable User actor) {
    hub.publish(
        Event.of(
            "added_to_team",
            Map.of("team_id", member.teamId(), "user_id", member.userId()),
            Broadcast.toUser(member.userId())));
  }

  @Override
  public void userHasLeftTeam(TeamMember member, @Nullable User actor) {
    Map<String, Object> data = Map.of("team_id", member.teamId(), "user_id", member.userId());
    hub.publish(Event.of("leave_team", data, Broadcast.toTeam(member.teamId())));
    hub.publish(Event.of("leave_team", data, Broadcast.toUser(member.userId())));
  }

  @Override
  public void teamHasBeenUpdated(Team team) {
    aboutTeam("update_team", team);
  }

  @Override
  public void teamHasBeenArchived(Team team) {
    aboutTeam("delete_team", team);
  }

  private void aboutTeam(String name, Team team) {
    // Who invites others may know what they need for it; members are told without it.
    String told = hub.json(team.toBuilder().inviteId("").build());
    hub.publish(Event.of(name, Map.of("team", told), Broadcast.toTeam(team.id())));
  }

  @Override
  public void userHasBeenCreated(User user) {
    hub.publish(Event.of("new_user", Map.of("user_id", user.id()), Broadcast.ALL));
  }

  @Override
  public void userHasBeenUpdated(User user) {
    User forOthers =
        user.toBuilder()
            .notifyProps(Map.of())
            .failedAttempts(0)
            .lastPasswordUpdate(0)
            .authService("")
            .build();
    hub.publish(Event.of("user_updated", Map.of("user", forOthers), Broadcast.ALL.but(user.id())));
    hub.publish(Event.of("user_updated", Map.of("user", user), Broadcast.toUser(user.id())));
  }

  @Override
  public void userHasBeenDeactivated(User user) {
    hub.end(user.id(), "", POLICY, "the account is not active any more");
  }

  @Override
  public void sessionHasEnded(String userId, String sessionId) {
    hub.end(userId, sessionId, POLICY, "the session is over");
  }

  @Override
  public void preferencesHaveChanged(List<Preference> preferences) {
    aboutPreferences("preferences_changed", preferences);
  }

  @Override
  public void preferencesHaveBeenDeleted(List<Preference> preferences) {
    aboutPreferences("preferences_deleted", preferences);
  }

  private void aboutPreferences(String name, List<Preference> preferences) {
    if (!preferences.isEmpty()) {
      hub.publish(
          Event.of(
              name,
              Map.of("preferences", hub.json(preferences)),
              Broadcast.toUser(preferences.get(0).userId())));
    }
  }

  @Override
  public void emojiHasBeenAdded(Emoji emoji) {
    hub.publish(Event.of("emoji_added", Map.of("emoji", hub.json(emoji)), Broadcast.ALL));
  }

  @Override
  public void statusHasChanged(Status status) {
    Map<String, Object> data = Map.of("status", status.status(), "user_id", status.userId());
    hub.publish(Event.of("status_change", data, Broadcast.toUser(status.userId())));
    // Those who talk with the user see it all the time; others ask for it where they show it.
    hub.publish(
        () -> {
          rows.partners(status.userId()).stream()
              .filter(hub::mayReach)
              .forEach(
                  user -> hub.publish(Event.of("status_change", data, Broadcast.toUser(user))));
          return Optional.empty();
        });
  }

  @Override
  public void configurationHasChanged(Document before, Document after) {
    // What of it everybody may know is asked for by those who want it.
    hub.publish(Event.of("config_changed", Map.of("config", Map.of()), Broadcast.ALL));
  }
}
