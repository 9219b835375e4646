package io.krait.host.internal.notifications;

import io.krait.api.model.Post;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Who of a channel may want to know of a post. */
final class RecipientRows {

  private static final String MEMBERS =
      "select u.id, u.username, u.first_name, u.email, u.notify_props, m.notify_props as here"
          + " from channel_members m join users u on u.id = m.user_id"
          + " where m.channel_id = ? and u.id <> ? and u.delete_at = 0 and u.is_bot = false";

  /** Those with wishes for which it does not matter whether a post has an at sign. */
  private static final String PARTICULAR =
      "u.notify_props like '%\"push\":\"all\"%' or m.notify_props like '%\"push\":\"all\"%'"
          + " or u.notify_props like '%\"first_name\":\"true\"%'"
          + " or (u.notify_props like '%\"mention_keys\":\"%'"
          + " and u.notify_props not like '%\"mention_keys\":\"\"%')";

  private final Surroundings surroundings;

  RecipientRows(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** All members but the author, so many at most. */
  List<Recipient> members(Post post, int most) {
    return list(MEMBERS + " order by u.id limit ?", post.channelId(), post.userId(), most);
  }

  /** Members with these names, and those with wishes of their own; so many at most. */
  List<Recipient> members(Post post, Mentions mentions, int most) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(post.channelId());
    parameters.add(post.userId());
    String named = "";
    if (!mentions.names().isEmpty()) {
      named = "u.username in " + Sql.marks(mentions.names().size()) + " or ";
      parameters.addAll(mentions.names());
    }
    parameters.add(most);
    return list(
        MEMBERS + " and (" + named + PARTICULAR + ") order by u.id limit ?", parameters.toArray());
  }

  /** What is shown on the icon of the application: how often the user is mentioned somewhere. */
  long mentionsOf(String userId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.count(
                    "select sum(mention_count) from channel_members where user_id = ?", userId));
  }

  private List<Recipient> list(String query, Object... parameters) {
    return surroundings
        .database()
        .inTransaction(sql -> sql.list(query, this::recipient, parameters));
  }

  private Recipient recipient(ResultSet row) throws SQLException {
    return new Recipient(
        row.getString("id"),
        row.getString("username"),
        row.getString("first_name"),
        row.getString("email"),
        surroundings.json().texts(row.getString("notify_props")),
        surroundings.json().texts(row.getString("here")));
  }
}
