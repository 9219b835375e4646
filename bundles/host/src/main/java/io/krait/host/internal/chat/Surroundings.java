package io.krait.host.internal.chat;

import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.FileStore;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Json;
import java.time.InstantSource;

/**
 * What every service of the host works with.
 *
 * @param database where data are kept
 * @param files where the contents of files are kept
 * @param clock what time it is
 * @param ids what makes ids and tokens
 * @param json how objects are kept in columns
 * @param hooks who is told of what happens
 * @param configuration how the server is set up
 */
public record Surroundings(
    Database database,
    FileStore files,
    InstantSource clock,
    Ids ids,
    Json json,
    HostHooks hooks,
    ServerConfiguration configuration) {

  /** With the configuration that the database keeps. */
  public Surroundings(
      Database database,
      FileStore files,
      InstantSource clock,
      Ids ids,
      Json json,
      HostHooks hooks) {
    this(
        database,
        files,
        clock,
        ids,
        json,
        hooks,
        new ServerConfiguration(database, clock, json, hooks));
  }

  /** The time, in milliseconds since the epoch. */
  public long now() {
    return clock.millis();
  }

  /** The same, where others are told. */
  public Surroundings telling(HostHooks others) {
    configuration.tell(others);
    return new Surroundings(database, files, clock, ids, json, others, configuration);
  }
}
