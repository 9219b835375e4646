package io.krait.host.internal.cluster;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * What nodes share, in tables of PostgreSQL, by a connection of its own, which is opened when it is
 * needed. A notification says that there is something to look for, or is a message itself. Of use
 * to one thread at a time, but for {@link #close}.
 */
final class PostgresEventStore implements EventStore, AutoCloseable {

  /** Connects to the database, without a pool. */
  @FunctionalInterface
  interface Source {
    Connection connect() throws SQLException;
  }

  /** Begins a notification of those that are a message. */
  static final char QUICK = 'q';

  /** Begins one that says that nodes have come or gone. */
  static final char NODES = 'n';

  private static final char KEPT = 'k';

  private static final String CHANNEL = "krait_cluster";

  /** A node of which nothing was heard for so long is gone. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  /** How long events are there for certain, and a bit less than they are. */
  static final Duration CERTAIN = Duration.ofMinutes(10);

  private static final Duration FORGOTTEN = CERTAIN.plusMinutes(2);
  private static final Duration NODES_FORGOTTEN = Duration.ofDays(1);

  /** A network that says nothing at all is noticed after so long. */
  private static final int ANSWER_MILLIS = 5000;

  private static final int MOST_OF_SENDER = 200;
  private static final Executor HERE = Runnable::run;

  private final Source source;
  private final boolean listening;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  /**
   * Not connected yet.
   *
   * @param listening whether it hears notifications
   */
  PostgresEventStore(Source source, boolean listening) {
    this.source = source;
    this.listening = listening;
  }

  private static String ago(Duration time) {
    return "clock_timestamp() - interval '%d seconds'".formatted(time.toSeconds());
  }

  /** Asks by a prepared statement. */
  @FunctionalInterface
  private interface Asking<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T ask(String statement, Asking<T> asking) throws StoreException {
    try (PreparedStatement prepared = open().prepareStatement(statement)) {
      return asking.with(prepared);
    } catch (SQLException failure) {
      throw new StoreException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private int change(String statement, Object... parameters) throws StoreException {
    return ask(
        statement,
        prepared -> {
          for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
          }
          return prepared.executeUpdate();
        });
  }

  private Connection open() throws SQLException {
    Connection open = connection;
    if (open != null) {
      return open;
    }
    if (closed) {
      throw new SQLException("it is closed");
    }
    Connection opened = source.connect();
    try {
      opened.setNetworkTimeout(HERE, ANSWER_MILLIS);
      if (listening) {
        try (Statement statement = opened.createStatement()) {
          statement.execute("listen " + CHANNEL);
        }
      }
    } catch (SQLException failure) {
      opened.close();
      throw failure;
    }
    connection = opened;
    return opened;
  }

  /**
   * Waits for notifications, at most so long.
   *
   * @return their texts, in their order
   */
  List<String> await(Duration atMost) throws StoreException {
    try {
      PGNotification[] heard =
          open().unwrap(PGConnection.class).getNotifications((int) Math.max(1, atMost.toMillis()));
      List<String> texts = new ArrayList<>();
      if (heard != null) {
        for (PGNotification each : heard) {
          texts.add(each.getParameter());
        }
      }
      return texts;
    } catch (SQLException failure) {
      throw new StoreException(String.valueOf(failure.getMessage()), failure);
    }
  }

  @Override
  public OptionalLong join(String node, long server) throws StoreException {
    OptionalLong epoch =
        ask(
            """
            insert into cluster_nodes as known (id, server, epoch, seen_at)
            values (?, ?, (extract(epoch from clock_timestamp()) * 1000)::bigint, clock_timestamp())
            on conflict (id) do update
              set server = excluded.server, seen_at = clock_timestamp(),
                epoch = greatest(excluded.epoch, known.epoch + 1)
              where known.server = excluded.server or known.seen_at <= %s
            returning epoch
            """
                .formatted(ago(SILENCE)),
            statement -> {
              statement.setString(1, node);
              statement.setLong(2, server);
              try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
              }
            });
    if (epoch.isPresent()) {
      tellOfNodes();
    }
    return epoch;
  }

  private void tellOfNodes() throws StoreException {
    ask("select pg_notify('" + CHANNEL + "', '" + NODES + "')", PreparedStatement::execute);
  }

  @Override
  public boolean stay(String node, long epoch) throws StoreException {
    return change(
            "update cluster_nodes set seen_at = clock_timestamp() where id = ? and epoch = ?",
            node,
            epoch)
        == 1;
  }

  @Override
  public void leave(String node, long epoch) throws StoreException {
    change(
        "update cluster_nodes set seen_at = " + ago(SILENCE) + " where id = ? and epoch = ?",
        node,
        epoch);
    tellOfNodes();
  }

  @Override
  public Set<String> nodes() throws StoreException {
    return ask(
        "select id from cluster_nodes where seen_at > " + ago(SILENCE),
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            Set<String> ids = new HashSet<>();
            while (row.next()) {
              ids.add(row.getString(1));
            }
            return ids;
          }
        });
  }

  @Override
  public Newest newest() throws StoreException {
    return ask(
        """
        select (extract(epoch from statement_timestamp()) * 1000)::bigint, newest.id, newest.seq
        from (select 1) as always left join (
          select n.id, e.seq from cluster_nodes n cross join lateral
            (select seq from cluster_events where sender = n.id order by seq desc limit 1) e
        ) newest on true
        """,
        statement -> {
          try (ResultSet row = statement.executeQuery()) {
            Map<String, Long> numbers = new HashMap<>();
            long at = 0;
            while (row.next()) {
              at = row.getLong(1);
              if (row.getString(2) != null) {
                numbers.put(row.getString(2), row.getLong(3));
              }
            }
            return new Newest(numbers, at);
          }
        });
  }

  // One statement: a server that is stopped between two would leave entries that are old at once.
  @Override
  public boolean append(String node, long epoch, List<Entry> entries, List<String> quick)
      throws StoreException {
    List<String> told = new ArrayList<>();
    if (!entries.isEmpty()) {
      told.add(KEPT + node);
    }
    quick.forEach(text -> told.add(QUICK + text));
    return ask(
        """
        with place as (select 1 from cluster_nodes where id = ? and epoch = ?),
        kept as (
          insert into cluster_events (sender, seq, target, topic, name, content, kept_at)
          select ?, e.seq, e.target, e.topic, e.name, e.content, clock_timestamp()
          from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[])
            as e(seq, target, topic, name, content)
          where exists (select 1 from place)
          on conflict do nothing)
        select exists (select 1 from place),
          (select count(pg_notify('%s', t)) from unnest(?::text[]) t)
        """
            .formatted(CHANNEL),
        statement -> {
          Connection by = statement.getConnection();
          statement.setString(1, node);
          statement.setLong(2, epoch);
          statement.setString(3, node);
          statement.setArray(4, by.createArrayOf("bigint", each(entries, Entry::seq)));
          statement.setArray(
              5, by.createArrayOf("text", each(entries, entry -> entry.message().target())));
          statement.setArray(
              6, by.createArrayOf("text", each(entries, entry -> entry.message().topic())));
          statement.setArray(
              7, by.createArrayOf("text", each(entries, entry -> entry.message().name())));
          statement.setArray(
              8,
              by.createArrayOf(
                  "bytea",
                  entries.stream()
                      .map(entry -> entry.message().data().toByteArray())
                      .toArray(byte[][]::new)));
          statement.setArray(9, by.createArrayOf("text", told.toArray()));
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
          }
        });
  }

  private static Object[] each(
      List<Entry> entries, java.util.function.Function<Entry, Object> value) {
    return entries.stream().map(value).toArray();
  }

  @Override
  public Fetched after(String node, Map<String, Long> numbers) throws StoreException {
    List<Map.Entry<String, Long>> known = List.copyOf(numbers.entrySet());
    return ask(
        """
        select (extract(epoch from statement_timestamp()) * 1000)::bigint,
          (extract(epoch from clock_timestamp()) * 1000)::bigint,
          e.sender, e.seq, e.target, e.topic, e.name, e.content
        from (select 1) as always left join (
          select e.* from cluster_nodes n
          left join unnest(?::text[], ?::bigint[]) as known(sender, seq) on known.sender = n.id
          cross join lateral (
            select * from cluster_events
            where sender = n.id and seq > coalesce(known.seq, 0) order by seq limit %d) e
          where n.id <> ?) e on true
        order by e.sender, e.seq
        """
            .formatted(MOST_OF_SENDER),
        statement -> {
          Connection by = statement.getConnection();
          statement.setArray(
              1, by.createArrayOf("text", known.stream().map(Map.Entry::getKey).toArray()));
          statement.setArray(
              2, by.createArrayOf("bigint", known.stream().map(Map.Entry::getValue).toArray()));
          statement.setString(3, node);
          try (ResultSet row = statement.executeQuery()) {
            return fetched(row);
          }
        });
  }

  private static Fetched fetched(ResultSet row) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    long from = 0;
    long until = 0;
    while (row.next()) {
      from = row.getLong(1);
      until = row.getLong(2);
      String sender = row.getString(3);
      if (sender != null) {
        counts.merge(sender, 1, Integer::sum);
        entries.add(
            new Entry(
                sender,
                row.getLong(4),
                new ClusterMessage(
                    row.getString(6),
                    row.getString(7),
                    Bytes.owning(row.getBytes(8)),
                    true,
                    row.getString(5))));
      }
    }
    boolean full = counts.values().stream().anyMatch(count -> count >= MOST_OF_SENDER);
    return new Fetched(entries, from, until, full);
  }

  @Override
  public void trim() throws StoreException {
    change("delete from cluster_events where kept_at < " + ago(FORGOTTEN));
    change("delete from cluster_leases where lapses_at < " + ago(NODES_FORGOTTEN));
    change("delete from cluster_nodes where seen_at < " + ago(NODES_FORGOTTEN));
  }

  @Override
  public void reset() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        // Without a word to a server that may not answer.
        open.abort(HERE);
      } catch (SQLException gone) {
        // It is what was wanted.
      }
    }
  }

  /** Has whoever uses it fail, soon. */
  @Override
  public void close() {
    closed = true;
    reset();
  }
}
