package io.krait.host.internal.sharing;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.GetPostsSinceForSyncCursor;
import io.krait.api.model.SharedChannel;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which channels are shared, and with whom. Safe for use from any thread. */
public final class SharedChannels {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

  private final Surroundings surroundings;
  private final Database database;
  private final Channels channels;
  private final Signals signals;

  SharedChannels(Surroundings surroundings, Channels channels, Signals signals) {
    this.surroundings = surroundings;
    database = surroundings.database();
    this.channels = channels;
    this.signals = signals;
  }

  /**
   * Shares a channel, or changes how it is shared.
   *
   * @param sharer who is remembered where the record does not say it
   * @throws AppError with status 400 where its type cannot be shared or a name is not valid, 404
   *     where there is no such channel
   */
  public SharedChannel share(SharedChannel wanted, String sharer) {
    Channel channel = channels.get(wanted.channelId());
    if (channel.type() == ChannelType.GROUP) {
      throw AppError.of(
          "model.channel.is_valid.type.app_error", "group channels cannot be shared", 400);
    }
    SharedChannel record = checked(wanted, channel, sharer);
    SharedChannel stored =
        database.untilNobodyInterferes(
            sql -> {
              if (update(sql, record) == 0) {
                insert(sql, record);
              }
              return existing(sql, record.channelId());
            });
    signals.shared(List.of(channel.id()));
    return stored;
  }

  /** Replaces how a channel is shared; fails with 404 where it is not shared. */
  public SharedChannel update(SharedChannel wanted) {
    Channel channel = channels.get(wanted.channelId());
    return database.inTransaction(
        sql -> {
          SharedChannel before = existing(sql, wanted.channelId());
          update(sql, checked(wanted, channel, before.creatorId()));
          return existing(sql, wanted.channelId());
        });
  }

  /** Ends the sharing of a channel, and tells whether it was shared; fails with 404 without it. */
  public boolean unshare(String channelId) {
    channels.get(channelId);
    signals.unshared(channelId);
    return database.inTransaction(
        sql -> {
          sql.change("delete from shared_channel_remotes where channel_id = ?", channelId);
          return sql.change("delete from shared_channels where channel_id = ?", channelId) > 0;
        });
  }

  /**
   * Shares a channel with a remote, which gets what happens from now on.
   *
   * @param inviter who does it
   * @param share whether the channel is shared where it is not yet
   * @throws AppError with status 400 where it is not shared and shall not be, 404 where there is no
   *     such channel or remote
   */
  public void invite(String channelId, String remoteId, String inviter, boolean share) {
    channels.get(channelId);
    boolean shared =
        database.inTransaction(
            sql -> {
              checkRemote(sql, remoteId);
              return find(sql, channelId).isPresent();
            });
    if (!shared) {
      if (!share) {
        throw AppError.of(
            "api.command_share.channel_not_shared.app_error", "the channel is not shared", 400);
      }
      share(SharedChannel.builder().channelId(channelId).build(), inviter);
    }
    database.untilNobodyInterferes(
        sql -> {
          if (invited(sql, channelId, remoteId).isEmpty()) {
            sql.insert(
                "shared_channel_remotes",
                "channel_id",
                channelId,
                "remote_id",
                remoteId,
                "creator_id",
                inviter,
                "create_at",
                surroundings.now(),
                "last_post_update_at",
                surroundings.now(),
                "last_post_id",
                "");
          }
          return remoteId;
        });
    signals.changed(channelId);
  }

  /** Ends the sharing of a channel with a remote; fails with 404 where it is not shared with it. */
  public void uninvite(String channelId, String remoteId) {
    database.inTransaction(
        sql -> {
          int gone =
              sql.change(
                  "delete from shared_channel_remotes where channel_id = ? and remote_id = ?",
                  channelId,
                  remoteId);
          if (gone == 0) {
            throw notInvited(channelId, remoteId);
          }
          return gone;
        });
  }

  /** Says up to which post a remote has a channel; fails with 404 where it has not got it. */
  public void setCursor(String channelId, String remoteId, GetPostsSinceForSyncCursor cursor) {
    database.inTransaction(
        sql -> {
          Invited there =
              invited(sql, channelId, remoteId).orElseThrow(() -> notInvited(channelId, remoteId));
          return move(sql, there, cursor);
        });
    signals.changed(channelId);
  }

  /** Has a channel brought to its remotes soon; fails with 404 where it is not shared. */
  public void sync(String channelId) {
    database.inTransaction(sql -> existing(sql, channelId));
    signals.shared(List.of(channelId));
    signals.changed(channelId);
  }

  /** The ids of all channels that are shared. */
  List<String> ids() {
    return database.inTransaction(
        sql -> sql.list("select channel_id from shared_channels", row -> row.getString(1)));
  }

  /** The remotes of one channel. */
  List<Invited> of(String channelId) {
    return database.inTransaction(sql -> selected(sql, "r.channel_id = ?", channelId));
  }

  /** The channels of one remote. */
  List<Invited> ofRemote(String remoteId) {
    return database.inTransaction(sql -> selected(sql, "r.remote_id = ?", remoteId));
  }

  /** How far a remote is in a channel; empty where it has not got it. */
  Optional<Invited> of(String channelId, String remoteId) {
    return database.inTransaction(sql -> invited(sql, channelId, remoteId));
  }

  /** Moves a cursor from where it was, unless somebody else has moved it. */
  void move(Invited from, GetPostsSinceForSyncCursor to) {
    database.inTransaction(sql -> move(sql, from, to));
  }

  private static int move(Sql sql, Invited from, GetPostsSinceForSyncCursor to) {
    return sql.change(
        "update shared_channel_remotes set last_post_update_at = ?, last_post_id = ? where"
            + " channel_id = ? and remote_id = ? and last_post_update_at = ? and last_post_id = ?",
        to.lastPostUpdateAt(),
        to.lastPostId(),
        from.channelId(),
        from.remoteId(),
        from.cursor().lastPostUpdateAt(),
        from.cursor().lastPostId());
  }

  private static Optional<Invited> invited(Sql sql, String channelId, String remoteId) {
    return selected(sql, "r.channel_id = ? and r.remote_id = ?", channelId, remoteId).stream()
        .findFirst();
  }

  private static List<Invited> selected(Sql sql, String condition, Object... parameters) {
    return sql.list(
        "select r.* from shared_channel_remotes r where " + condition,
        row ->
            new Invited(
                row.getString("channel_id"),
                row.getString("remote_id"),
                GetPostsSinceForSyncCursor.builder()
                    .lastPostUpdateAt(row.getLong("last_post_update_at"))
                    .lastPostId(row.getString("last_post_id"))
                    .build()),
        parameters);
  }

  private static SharedChannel checked(SharedChannel wanted, Channel channel, String sharer) {
    String name = wanted.shareName().isEmpty() ? channel.name() : wanted.shareName();
    if (!NAME.matcher(name).matches()) {
      throw AppError.of(
          "model.channel.is_valid.name.app_error",
          "the name of a shared channel has 1 to 64 lower-case letters, digits, hyphens and"
              + " underscores",
          400);
    }
    return wanted.toBuilder()
        .shareName(name)
        .shareDisplayName(
            wanted.shareDisplayName().isEmpty() ? channel.displayName() : wanted.shareDisplayName())
        .creatorId(wanted.creatorId().isEmpty() ? sharer : wanted.creatorId())
        .build();
  }

  private int update(Sql sql, SharedChannel record) {
    return sql.change(
        "update shared_channels set read_only = ?, share_name = ?, share_display_name = ?,"
            + " share_purpose = ?, share_header = ?, creator_id = ?, update_at = ? where channel_id"
            + " = ?",
        record.readOnly(),
        record.shareName(),
        record.shareDisplayName(),
        record.sharePurpose(),
        record.shareHeader(),
        record.creatorId(),
        surroundings.now(),
        record.channelId());
  }

  private void insert(Sql sql, SharedChannel record) {
    sql.insert(
        "shared_channels",
        "channel_id",
        record.channelId(),
        "home",
        !record.home().equals("false"),
        "read_only",
        record.readOnly(),
        "share_name",
        record.shareName(),
        "share_display_name",
        record.shareDisplayName(),
        "share_purpose",
        record.sharePurpose(),
        "share_header",
        record.shareHeader(),
        "creator_id",
        record.creatorId(),
        "create_at",
        surroundings.now(),
        "update_at",
        surroundings.now(),
        "remote_id",
        record.remoteId());
  }

  private static void checkRemote(Sql sql, String remoteId) {
    if (Remotes.find(sql, remoteId).isEmpty()) {
      throw AppError.of("api.remote_cluster.get.app_error", "there is no remote " + remoteId, 404);
    }
  }

  private static AppError notInvited(String channelId, String remoteId) {
    return AppError.of(
        "app.shared_channel.not_found.app_error",
        "channel %s is not shared with remote %s".formatted(channelId, remoteId),
        404);
  }

  private static SharedChannel existing(Sql sql, String channelId) {
    return find(sql, channelId)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.shared_channel.not_found.app_error",
                    "channel %s is not shared".formatted(channelId),
                    404));
  }

  private static Optional<SharedChannel> find(Sql sql, String channelId) {
    return sql.first(
        "select s.*, c.team_id, c.kind from shared_channels s join channels c on c.id ="
            + " s.channel_id where s.channel_id = ?",
        SharedChannels::shared,
        channelId);
  }

  private static SharedChannel shared(ResultSet row) throws SQLException {
    return SharedChannel.builder()
        .channelId(row.getString("channel_id"))
        .teamId(row.getString("team_id"))
        .home(String.valueOf(row.getBoolean("home")))
        .readOnly(row.getBoolean("read_only"))
        .shareName(row.getString("share_name"))
        .shareDisplayName(row.getString("share_display_name"))
        .sharePurpose(row.getString("share_purpose"))
        .shareHeader(row.getString("share_header"))
        .creatorId(row.getString("creator_id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .remoteId(row.getString("remote_id"))
        .type(row.getString("kind"))
        .build();
  }
}
