package io.krait.host.internal.sidebar;

import io.krait.api.model.SidebarCategoryWithChannels;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Categories of sidebars as rows. */
final class SidebarRows {

  /** Where a channel is, and which place it has there. */
  record Placed(String categoryId, String channelId) {}

  /** A channel that a user is in. */
  record Own(String channelId, boolean direct, boolean favorite) {}

  private SidebarRows() {}

  /** The categories that are kept, by id, from top to bottom. */
  static Map<String, SidebarCategoryWithChannels> categories(
      Sql sql, String userId, String teamId) {
    Map<String, SidebarCategoryWithChannels> found = new LinkedHashMap<>();
    sql.list(
            "select * from sidebar_categories where user_id = ? and team_id = ? order by"
                + " sort_order, id",
            SidebarRows::category,
            userId,
            teamId)
        .forEach(category -> found.put(category.id(), category));
    return found;
  }

  static List<Placed> placed(Sql sql, String userId, String teamId) {
    return sql.list(
        "select category_id, channel_id from sidebar_channels where user_id = ? and team_id = ?"
            + " order by sort_order, channel_id",
        row -> new Placed(row.getString(1), row.getString(2)),
        userId,
        teamId);
  }

  /** The channels of a team that a user is in, and the direct and group ones, by name. */
  static List<Own> own(Sql sql, String userId, String teamId) {
    return sql.list(
        "select c.id, c.team_id, (select p.content from preferences p where p.user_id = m.user_id"
            + " and p.category = 'favorite_channel' and p.name = c.id) as favorite from"
            + " channel_members m join channels c on c.id = m.channel_id where m.user_id = ? and"
            + " c.team_id in ('', ?) and c.delete_at = 0 order by lower(c.display_name), c.id",
        row ->
            new Own(
                row.getString("id"),
                row.getString("team_id").isEmpty(),
                "true".equals(row.getString("favorite"))),
        userId,
        teamId);
  }

  static void insert(Sql sql, SidebarCategoryWithChannels category, long order) {
    sql.insert(
        "sidebar_categories",
        "id",
        category.id(),
        "user_id",
        category.userId(),
        "team_id",
        category.teamId(),
        "kind",
        category.type(),
        "display_name",
        category.displayName(),
        "sort_order",
        order,
        "sorting",
        category.sorting(),
        "muted",
        category.muted(),
        "collapsed",
        category.collapsed());
  }

  static void update(Sql sql, SidebarCategoryWithChannels category) {
    sql.change(
        "update sidebar_categories set display_name = ?, sorting = ?, muted = ?, collapsed = ?"
            + " where id = ?",
        category.displayName(),
        category.sorting(),
        category.muted(),
        category.collapsed(),
        category.id());
  }

  /** Puts the channels of a category into it, in their order, wherever they were before. */
  static void place(Sql sql, SidebarCategoryWithChannels category) {
    sql.change("delete from sidebar_channels where category_id = ?", category.id());
    long order = 0;
    for (String channelId : category.channelIds()) {
      sql.change(
          "delete from sidebar_channels where user_id = ? and team_id = ? and channel_id = ?",
          category.userId(),
          category.teamId(),
          channelId);
      sql.insert(
          "sidebar_channels",
          "category_id",
          category.id(),
          "channel_id",
          channelId,
          "user_id",
          category.userId(),
          "team_id",
          category.teamId(),
          "sort_order",
          order++);
    }
  }

  static void order(Sql sql, String id, long order) {
    sql.change("update sidebar_categories set sort_order = ? where id = ?", order, id);
  }

  static void delete(Sql sql, String id) {
    sql.change("delete from sidebar_channels where category_id = ?", id);
    sql.change("delete from sidebar_categories where id = ?", id);
  }

  /** Says whether a channel is a favorite where clients that know no categories look for it. */
  static void favorite(Sql sql, String userId, String channelId, boolean favorite) {
    sql.change(
        "delete from preferences where user_id = ? and category = 'favorite_channel' and name = ?",
        userId,
        channelId);
    if (favorite) {
      sql.insert(
          "preferences",
          "user_id",
          userId,
          "category",
          "favorite_channel",
          "name",
          channelId,
          "content",
          "true");
    }
  }

  private static SidebarCategoryWithChannels category(ResultSet row) throws SQLException {
    return SidebarCategoryWithChannels.builder()
        .id(row.getString("id"))
        .userId(row.getString("user_id"))
        .teamId(row.getString("team_id"))
        .displayName(row.getString("display_name"))
        .type(row.getString("kind"))
        .sorting(row.getInt("sorting"))
        .muted(row.getBoolean("muted"))
        .collapsed(row.getBoolean("collapsed"))
        .build();
  }
}
