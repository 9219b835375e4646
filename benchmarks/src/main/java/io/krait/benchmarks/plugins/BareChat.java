package io.krait.benchmarks.plugins;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The statements that the host runs, by JDBC alone, with as many connections and transactions: what
 * the database makes possible. All columns of all rows are fetched.
 */
final class BareChat implements AutoCloseable {

  private static final int CONNECTIONS = 8;

  private final HikariDataSource pool;
  private final Optional<String> afterWrites;
  private final AtomicLong made = new AtomicLong();

  BareChat(DataSource source, boolean h2) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    pool = new HikariDataSource(config);
    afterWrites = h2 ? Optional.of("checkpoint") : Optional.empty();
  }

  private interface Work {
    void with(Connection connection) throws SQLException;
  }

  private void inTransaction(boolean writes, Work work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      work.with(connection);
      connection.commit();
      if (writes && afterWrites.isPresent()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(afterWrites.get());
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A post as the host stores it. */
  void post(String message) {
    String id = "bare" + String.format(Locale.ROOT, "%022d", made.getAndIncrement());
    long now = System.currentTimeMillis();
    inTransaction(false, this::place);
    inTransaction(
        true,
        connection -> {
          place(connection);
          change(
              connection,
              "insert into posts (id, create_at, update_at, edit_at, delete_at, is_pinned, user_id,"
                  + " channel_id, root_id, original_id, message, kind, props, hashtags, file_ids,"
                  + " pending_post_id, has_reactions, remote_id, priority, requested_ack) values"
                  + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              id,
              now,
              now,
              0L,
              0L,
              false,
              ChatData.USER,
              ChatData.POSTED_IN,
              "",
              "",
              message,
              "",
              "{}",
              "",
              "[]",
              "",
              false,
              null,
              "",
              false);
          String[] words = message.split(" ");
          Object[] values = new Object[3 * words.length];
          for (int i = 0; i < words.length; i++) {
            values[3 * i] = words[i].getBytes(StandardCharsets.UTF_8);
            values[3 * i + 1] = now;
            values[3 * i + 2] = id;
          }
          change(
              connection,
              "insert into post_words (word, create_at, post_id) values (?, ?, ?)"
                  + ", (?, ?, ?)".repeat(words.length - 1),
              values);
          change(
              connection,
              "update channels set last_post_at = greatest(last_post_at, ?), total_msg_count ="
                  + " total_msg_count + 1, total_msg_count_root = total_msg_count_root + 1,"
                  + " last_root_post_at = greatest(last_root_post_at, ?) where id = ?",
              now,
              now,
              ChatData.POSTED_IN);
          change(
              connection,
              "update channel_members set"
                  + " msg_count = (select c.total_msg_count from channels c where c.id = ?),"
                  + " msg_count_root = (select c.total_msg_count_root from channels c where c.id ="
                  + " ?), last_viewed_at = greatest(last_viewed_at,"
                  + " (select c.last_post_at from channels c where c.id = ?)),"
                  + " mention_count = 0, mention_count_root = 0, urgent_mention_count = 0,"
                  + " last_update_at = ? where channel_id = ? and user_id = ?",
              ChatData.POSTED_IN,
              ChatData.POSTED_IN,
              ChatData.POSTED_IN,
              now,
              ChatData.POSTED_IN,
              ChatData.USER);
          fetch(connection, "select * from posts where id = ? and original_id = ''", id);
        });
  }

  private void place(Connection connection) throws SQLException {
    fetch(connection, "select c.* from channels c where c.id = ?", ChatData.POSTED_IN);
    fetch(connection, "select u.* from users u where u.id = ?", ChatData.USER);
  }

  /** A value under a key of a plugin, whatever was there. */
  void set(String key, byte[] value) {
    inTransaction(
        true,
        connection -> {
          int there =
              change(
                  connection,
                  "update plugin_entries set content = ?, expire_at = ? where plugin_id = ? and"
                      + " entry_key = ?",
                  value,
                  0L,
                  "bare",
                  key);
          if (there == 0) {
            change(
                connection,
                "insert into plugin_entries (plugin_id, entry_key, content, expire_at) values (?,"
                    + " ?, ?, ?)",
                "bare",
                key,
                value,
                0L);
          }
        });
  }

  /** The value under a key. */
  void get(String key) {
    inTransaction(
        false,
        connection ->
            fetch(
                connection,
                "select content from plugin_entries where plugin_id = ? and entry_key = ? and"
                    + " (expire_at = 0 or expire_at > ?)",
                "bare",
                key,
                System.currentTimeMillis()));
  }

  /** The newest posts of the large channel, and what is beside them. */
  void page(int size) {
    inTransaction(
        false,
        connection -> {
          fetch(
              connection,
              "select p.* from posts p where p.original_id = '' and p.channel_id = ? and"
                  + " p.delete_at = 0 order by p.create_at desc, p.seq desc limit ? offset ?",
              ChatData.LARGE,
              size,
              0);
          for (String relation : new String[] {"<", ">"}) {
            fetch(
                connection,
                ("select id from posts where channel_id = ? and delete_at = 0 and original_id = ''"
                        + " and create_at %1$s= ? and (create_at %1$s ? or seq %1$s (select seq from"
                        + " posts where id = ?)) order by create_at %2$s, seq %2$s limit 1")
                    .formatted(relation, relation.equals("<") ? "desc" : "asc"),
                ChatData.LARGE,
                Long.MAX_VALUE / 2,
                Long.MAX_VALUE / 2,
                ChatData.post(0));
          }
        });
  }

  /** What the user has not read in each team. */
  void unread() {
    String muted = "m.notify_props like '%\"mark_unread\":\"mention\"%'";
    inTransaction(
        false,
        connection -> {
          fetch(
              connection,
              "select m.team_id from team_members m join teams t on t.id = m.team_id where"
                  + " m.user_id = ? and m.delete_at = 0 and t.delete_at = 0 order by m.team_id",
              ChatData.USER);
          fetch(
              connection,
              "select c.team_id, sum(case when "
                  + muted
                  + " then 0 else greatest(0, c.total_msg_count - m.msg_count) end), sum(case when "
                  + muted
                  + " then 0 else greatest(0, c.total_msg_count_root - m.msg_count_root) end),"
                  + " sum(m.mention_count), sum(m.mention_count_root) from channel_members m join"
                  + " channels c on c.id = m.channel_id where m.user_id = ? and c.delete_at = 0 and"
                  + " c.team_id <> '' group by c.team_id",
              ChatData.USER);
          fetch(
              connection,
              "select c.team_id, sum(case when p.last_reply_at > t.last_viewed_at then 1 else 0"
                  + " end), sum(t.unread_mentions) from thread_members t join posts p on p.id ="
                  + " t.post_id join channels c on c.id = t.channel_id where t.user_id = ? and"
                  + " t.following and p.delete_at = 0 and c.delete_at = 0 group by c.team_id",
              ChatData.USER);
        });
  }

  /** A page of the newest posts that have a word, of the channels that the user is in. */
  void search(String word, int size) {
    inTransaction(
        false,
        connection ->
            fetch(
                connection,
                "select p.* from post_words w join posts p on p.id = w.post_id join channels c on"
                    + " c.id = p.channel_id where w.word = ? and p.original_id = '' and p.delete_at"
                    + " = 0 and p.kind not like 'system!_%' escape '!' and exists (select 1 from"
                    + " channel_members m where m.channel_id = c.id and m.user_id = ?) and"
                    + " c.team_id in ('', ?) and c.delete_at = 0 order by w.create_at desc,"
                    + " p.seq desc limit ? offset ?",
                word.getBytes(StandardCharsets.UTF_8),
                ChatData.USER,
                ChatData.TEAM,
                size,
                0));
  }

  private static int change(Connection connection, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = prepared(connection, statement, values)) {
      return prepared.executeUpdate();
    }
  }

  private static void fetch(Connection connection, String query, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = prepared(connection, query, values);
        ResultSet rows = prepared.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          Object unused = rows.getObject(i);
        }
      }
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String statement, Object... values) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 1, values[i]);
    }
    return prepared;
  }

  @Override
  public void close() {
    pool.close();
  }
}
