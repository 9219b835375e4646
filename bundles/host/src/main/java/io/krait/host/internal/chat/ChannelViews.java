package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.Post;
import io.krait.api.model.TeamUnread;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What users have read, and what they have not. Safe for use from any thread. */
public final class ChannelViews {

  /** Further back nobody is told how often they were mentioned. */
  private static final int MOST_LOOKED_AT = 1000;

  private static final int MOST_AT_ONCE = 1000;
  private static final String MUTED = "m.notify_props like '%\"mark_unread\":\"mention\"%'";

  private final Surroundings surroundings;
  private final Database database;
  private final ChannelRows channels;
  private final PostRows posts;
  private final UnreadCounts counts;

  /** What is read of the channels in the database of these surroundings. */
  public ChannelViews(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.channels = new ChannelRows(surroundings.json());
    this.posts = new PostRows(surroundings.json());
    this.counts = new UnreadCounts(surroundings);
  }

  /**
   * A user has seen everything in these channels; in those that they are no member of, nothing
   * changes.
   *
   * @param threadsToo whether everything in followed threads there is read as well
   * @return when the last post was made in each of the channels that the user is a member of
   * @throws AppError with status 400 where there are too many channels
   */
  public Map<String, Long> view(String userId, List<String> channelIds, boolean threadsToo) {
    if (channelIds.size() > MOST_AT_ONCE) {
      throw AppError.of(
          "api.context.invalid_body_param.app_error",
          "at most %d channels can be viewed at once".formatted(MOST_AT_ONCE),
          400);
    }
    List<String> ids = channelIds.stream().filter(id -> !id.isEmpty()).distinct().sorted().toList();
    Map<String, Long> viewed =
        database.inTransaction(
            sql -> {
              Map<String, Long> times = new LinkedHashMap<>();
              for (String id : ids) {
                if (channels.member(sql, id, userId).isEmpty()) {
                  continue;
                }
                UnreadCounts.view(sql, id, userId, surroundings.now());
                if (threadsToo) {
                  ThreadRows.readAllOfChannel(sql, userId, id, surroundings.now());
                }
                times.put(id, channels.existing(sql, id).lastPostAt());
              }
              return times;
            });
    if (!viewed.isEmpty()) {
      surroundings.hooks().channelsHaveBeenViewed(userId, viewed);
    }
    return viewed;
  }

  /**
   * Makes a post and all after it unread to a member of its channel.
   *
   * @return what is unread then, and counts of what is read: as clients expect them here
   * @throws AppError with status 404 where there is no such post, or the user is no member
   */
  public ChannelUnread markUnread(String userId, String postId) {
    ChannelUnread unread =
        database.inTransaction(
            sql -> {
              Post post = posts.existing(sql, postId);
              Channel channel = channels.existing(sql, post.channelId());
              channels.existingMember(sql, channel.id(), userId);
              String since =
                  "select count(*) from posts where channel_id = ? and create_at >= ?"
                      + " and original_id = '' and delete_at = 0 and kind not like 'system!_%'"
                      + " escape '!'";
              long all = sql.count(since, channel.id(), post.createAt());
              long roots = sql.count(since + " and root_id = ''", channel.id(), post.createAt());
              long mentions = 0;
              long inRoots = 0;
              long urgent = 0;
              for (Post later :
                  posts.list(
                      sql,
                      "p.channel_id = ? and p.create_at >= ? and p.delete_at = 0"
                          + " order by p.create_at desc, p.seq desc limit ?",
                      channel.id(),
                      post.createAt(),
                      MOST_LOOKED_AT)) {
                if (counts.mentioned(sql, channel, later).all().contains(userId)) {
                  mentions++;
                  inRoots += later.rootId().isEmpty() ? 1 : 0;
                  urgent += PostPriorities.isUrgent(later) ? 1 : 0;
                }
              }
              sql.change(
                  "update channel_members set msg_count = ?, msg_count_root = ?, mention_count = ?,"
                      + " mention_count_root = ?, urgent_mention_count = ?, last_viewed_at = ?,"
                      + " last_update_at = ? where channel_id = ? and user_id = ?",
                  channel.totalMsgCount() - all,
                  channel.totalMsgCountRoot() - roots,
                  mentions,
                  inRoots,
                  urgent,
                  post.createAt() - 1,
                  surroundings.now(),
                  channel.id(),
                  userId);
              ChannelMember member = channels.existingMember(sql, channel.id(), userId);
              return of(channel, member, member.msgCount(), member.msgCountRoot());
            });
    surroundings.hooks().postHasBeenMarkedUnread(unread, postId);
    return unread;
  }

  /**
   * What a member has not read in a channel.
   *
   * @throws AppError with status 404 where there is no such member
   */
  public ChannelUnread ofChannel(String userId, String channelId) {
    return database.inTransaction(
        sql -> {
          Channel channel = channels.existing(sql, channelId);
          ChannelMember member = channels.existingMember(sql, channelId, userId);
          boolean muted = "mention".equals(member.notifyProps().get("mark_unread"));
          return of(
              channel,
              member,
              muted ? 0 : Math.max(0, channel.totalMsgCount() - member.msgCount()),
              muted ? 0 : Math.max(0, channel.totalMsgCountRoot() - member.msgCountRoot()));
        });
  }

  /** What a user has not read in each team that they are in. Muted channels have mentions alone. */
  public List<TeamUnread> ofTeams(String userId) {
    return database.inTransaction(
        sql -> {
          Map<String, TeamUnread> teams = new LinkedHashMap<>();
          for (String id :
              sql.list(
                  "select m.team_id from team_members m join teams t on t.id = m.team_id"
                      + " where m.user_id = ? and m.delete_at = 0 and t.delete_at = 0"
                      + " order by m.team_id",
                  row -> row.getString(1),
                  userId)) {
            teams.put(id, TeamUnread.builder().teamId(id).build());
          }
          addMessages(sql, userId, teams);
          addThreads(sql, userId, teams);
          return List.copyOf(teams.values());
        });
  }

  /**
   * What a user has not read in a team.
   *
   * @throws AppError with status 404 where the user is not in it
   */
  public TeamUnread ofTeam(String userId, String teamId) {
    return ofTeams(userId).stream()
        .filter(unread -> unread.teamId().equals(teamId))
        .findFirst()
        .orElseThrow(
            () ->
                AppError.of(
                    "app.team.get_member.missing.app_error",
                    "user %s is not a member of team %s".formatted(userId, teamId),
                    404));
  }

  private static void addMessages(Sql sql, String userId, Map<String, TeamUnread> teams) {
    sql.list(
            "select c.team_id,"
                + " sum(case when "
                + MUTED
                + " then 0 else greatest(0, c.total_msg_count - m.msg_count) end),"
                + " sum(case when "
                + MUTED
                + " then 0 else greatest(0, c.total_msg_count_root - m.msg_count_root) end),"
                + " sum(m.mention_count), sum(m.mention_count_root)"
                + " from channel_members m join channels c on c.id = m.channel_id"
                + " where m.user_id = ? and c.delete_at = 0 and c.team_id <> ''"
                + " group by c.team_id",
            row ->
                TeamUnread.builder()
                    .teamId(row.getString(1))
                    .msgCount(row.getLong(2))
                    .msgCountRoot(row.getLong(3))
                    .mentionCount(row.getLong(4))
                    .mentionCountRoot(row.getLong(5))
                    .build(),
            userId)
        .forEach(unread -> teams.computeIfPresent(unread.teamId(), (id, none) -> unread));
  }

  private static void addThreads(Sql sql, String userId, Map<String, TeamUnread> teams) {
    record Unread(String teamId, long threads, long mentions) {}
    sql.list(
            "select c.team_id,"
                + " sum(case when p.last_reply_at > t.last_viewed_at then 1 else 0 end),"
                + " sum(t.unread_mentions)"
                + " from thread_members t join posts p on p.id = t.post_id"
                + " join channels c on c.id = t.channel_id"
                + " where t.user_id = ? and t.following and p.delete_at = 0 and c.delete_at = 0"
                + " group by c.team_id",
            row -> new Unread(row.getString(1), row.getLong(2), row.getLong(3)),
            userId)
        .forEach(
            unread ->
                teams.computeIfPresent(
                    unread.teamId(),
                    (id, team) ->
                        team.toBuilder()
                            .threadCount(unread.threads())
                            .threadMentionCount(unread.mentions())
                            .build()));
  }

  private static ChannelUnread of(
      Channel channel, ChannelMember member, long messages, long roots) {
    return new ChannelUnread(
        channel.teamId(),
        member.userId(),
        channel.id(),
        messages,
        member.mentionCount(),
        member.mentionCountRoot(),
        roots,
        member.urgentMentionCount(),
        member.lastViewedAt(),
        member.notifyProps());
  }
}
