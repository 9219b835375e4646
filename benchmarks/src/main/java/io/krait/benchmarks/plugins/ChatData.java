package io.krait.benchmarks.plugins;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * What is in the database before anything is measured: one user in a thousand channels of a team,
 * and many posts with their words, half of them in one channel.
 */
final class ChatData {

  static final String USER = "user0000000000000000000000";
  static final String TEAM = "team0000000000000000000000";

  /** The channel that has half of all posts. */
  static final String LARGE = channel(0);

  /** The channel that is posted in. */
  static final String POSTED_IN = channel(1);

  /** A word that one post in a thousand has. */
  static final String WORD = "w17";

  static final int CHANNELS = 1000;

  private static final long BEGIN = 1_700_000_000_000L;

  private ChatData() {}

  static String channel(int number) {
    return "chan" + String.format(Locale.ROOT, "%022d", number);
  }

  /** The post with that number; the even ones are in the large channel. */
  static String post(long number) {
    return "post" + String.format(Locale.ROOT, "%022d", number);
  }

  /** Puts all of it into a database that has the host's tables, and has nobody in them. */
  static void into(DataSource source, boolean h2, long posts) throws SQLException {
    String numbers =
        h2
            ? "(select \"X\" as x from system_range(0, %d)) numbers"
            : "generate_series(0, %d) as numbers(x)";
    String channels = numbers.formatted(CHANNELS - 1);
    String all = numbers.formatted(posts - 1);
    String channelOf = "'chan' || lpad(cast(%s as varchar), 22, '0')";
    String postId = "'post' || lpad(cast(x as varchar), 22, '0')";
    String inLarge =
        "case when mod(x, 2) = 0 then 0 else 2 + mod(x / 2, " + (CHANNELS - 2) + ") end";
    String word = h2 ? "cast(%s as varbinary)" : "convert_to(%s, 'UTF8')";
    try (Connection connection = source.getConnection();
        Statement run = connection.createStatement()) {
      for (String statement :
          List.of(
              "insert into users select '%s', 1, 1, 0, 'ann', 'ann@example.com', 'none', null, '', true, '', '', '', '', 'system_user', false, '{}', '{}', 1, 0, 0, 'en', '{}', false, '', 0, 0"
                  .formatted(USER),
              "insert into teams select '%s', 1, 1, 0, 'Team', 'team', '', '', 'O', '', '', 'invite', true, false, 0"
                  .formatted(TEAM),
              "insert into team_members select '%s', '%s', 'team_user', 1, 0".formatted(TEAM, USER),
              ("insert into channels select "
                      + channelOf.formatted("x")
                      + ", 1, 1, 0, '%s', 'O', 'Channel ' || x, 'channel-' || x, '', '', %d, %d, %d, %d, '%s', '{}', false from %s")
                  .formatted(TEAM, BEGIN, posts, BEGIN, posts, USER, channels),
              ("insert into channel_members (channel_id, user_id, roles, last_viewed_at, msg_count, msg_count_root, mention_count, mention_count_root, notify_props, last_update_at)"
                      + " select "
                      + channelOf.formatted("x")
                      + ", '%s', 'channel_user', 1, mod(x, 7), mod(x, 5), mod(x, 3), mod(x, 2), '{}', 1 from %s")
                  .formatted(USER, channels),
              ("insert into posts (id, create_at, update_at, edit_at, delete_at, is_pinned, user_id, channel_id, root_id, original_id, message, kind, props, hashtags, file_ids, pending_post_id, has_reactions)"
                      + " select "
                      + postId
                      + ", %d + x, %d + x, 0, 0, false, '%s', "
                      + channelOf.formatted(inLarge)
                      + ", '', '', 'a message of about eighty characters with w' || mod(x, 1000) || ' and v' || mod(x, 50000) || ' in it, as people write', '', '{}', '', '[]', '', false from %s")
                  .formatted(BEGIN, BEGIN, USER, all),
              ("insert into post_words (word, create_at, post_id) select "
                      + word.formatted("'w' || mod(x, 1000)")
                      + ", %d + x, "
                      + postId
                      + " from %s")
                  .formatted(BEGIN, all),
              ("insert into post_words (word, create_at, post_id) select "
                      + word.formatted("'v' || mod(x, 50000)")
                      + ", %d + x, "
                      + postId
                      + " from %s")
                  .formatted(BEGIN, all),
              "analyze")) {
        run.execute(statement);
      }
    }
  }
}
