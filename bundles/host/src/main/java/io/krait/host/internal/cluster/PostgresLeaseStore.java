package io.krait.host.internal.cluster;

import io.krait.api.host.LeaseStore;
import io.krait.host.internal.storage.Database;
import java.time.Duration;
import java.util.OptionalLong;

/** Who holds what, in a table of PostgreSQL. Safe for use from any thread. */
final class PostgresLeaseStore implements LeaseStore {

  private static final String LATER = "clock_timestamp() + ? * interval '1 millisecond'";

  private final Database database;

  PostgresLeaseStore(Database database) {
    this.database = database;
  }

  // Tokens begin with the time, so that they grow over names that were forgotten meanwhile.
  @Override
  public OptionalLong acquire(String name, String node, Duration time) {
    return database.inTransaction(
        sql ->
            sql.first(
                    """
                    insert into cluster_leases as held (name, holder, token, lapses_at)
                    values (?, ?, (extract(epoch from clock_timestamp()) * 1000)::bigint, %1$s)
                    on conflict (name) do update
                      set holder = excluded.holder, lapses_at = excluded.lapses_at,
                        token = greatest(excluded.token, held.token + 1)
                      where held.lapses_at <= clock_timestamp()
                    returning token
                    """
                        .formatted(LATER),
                    row -> OptionalLong.of(row.getLong(1)),
                    name,
                    node,
                    time.toMillis())
                .orElse(OptionalLong.empty()));
  }

  @Override
  public boolean refresh(String name, long token, Duration time) {
    return database.<Integer>inTransaction(
            sql ->
                sql.change(
                    "update cluster_leases set lapses_at = greatest(lapses_at, "
                        + LATER
                        + ") where name = ? and token = ? and lapses_at > clock_timestamp()",
                    time.toMillis(),
                    name,
                    token))
        == 1;
  }

  @Override
  public void release(String name, long token) {
    database.inTransaction(
        sql ->
            sql.change(
                "update cluster_leases set lapses_at = clock_timestamp()"
                    + " where name = ? and token = ? and lapses_at > clock_timestamp()",
                name,
                token));
  }

  @Override
  public boolean isHeld(String name, long token) {
    return database.<Long>inTransaction(
            sql ->
                sql.count(
                    "select count(*) from cluster_leases"
                        + " where name = ? and token = ? and lapses_at > clock_timestamp()",
                    name,
                    token))
        == 1;
  }
}
