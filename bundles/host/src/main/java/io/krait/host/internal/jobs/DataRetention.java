package io.krait.host.internal.jobs;

import io.krait.api.AppError;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.ThreadRows;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deletes for good what is older than {@code DataRetentionSettings} let it be: posts with their
 * reactions, followers and files, files by themselves, and what plugins keep.
 */
public final class DataRetention {

  private static final String SECTION = "DataRetentionSettings";

  /** A plugin that always has something to delete must not keep the job running. */
  private static final int MOST_BATCHES_OF_PLUGINS = 1000;

  private final Surroundings surroundings;

  DataRetention(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Deletes it batch by batch, and tells how much that was. */
  Map<String, String> run(Worker.Progress progress) {
    ServerConfiguration configuration = surroundings.configuration();
    long now = surroundings.now();
    int batch = (int) configuration.number(SECTION, "BatchSize");
    Map<String, String> result = new LinkedHashMap<>();
    long done = 0;
    if (configuration.flag(SECTION, "EnableMessageDeletion")) {
      long until = now - age(configuration, "Message").toMillis();
      boolean pinnedStay = configuration.flag(SECTION, "PreservePinnedPosts");
      long posts = 0;
      int deleted;
      do {
        deleted = deletePosts(until, batch, pinnedStay);
        posts += deleted;
      } while (deleted == batch && progress.goesOn(done + posts));
      result.put("posts_deleted", Long.toString(posts));
      done += posts;
    }
    if (configuration.flag(SECTION, "EnableFileDeletion") && progress.goesOn(done)) {
      long until = now - age(configuration, "File").toMillis();
      long files = 0;
      int deleted;
      do {
        deleted = deleteFiles(until, batch, now);
        files += deleted;
      } while (deleted == batch && progress.goesOn(done + files));
      result.put("files_deleted", Long.toString(files));
      done += files;
    }
    long byPlugins = 0;
    for (int i = 0; i < MOST_BATCHES_OF_PLUGINS && progress.goesOn(done + byPlugins); i++) {
      long deleted = surroundings.hooks().dataRetention(now, batch).await();
      byPlugins += Math.max(0, deleted);
      if (deleted <= 0) {
        break;
      }
    }
    result.put("plugins_deleted", Long.toString(byPlugins));
    return result;
  }

  /**
   * How old messages or files may become, as a configuration has it.
   *
   * @param what {@code Message} or {@code File}
   */
  public static Duration age(ServerConfiguration configuration, String what) {
    long hours = configuration.number(SECTION, what + "RetentionHours");
    long days = configuration.number(SECTION, what + "RetentionDays");
    if (hours <= 0 && days <= 0) {
      throw AppError.of(
          "model.config.is_valid.data_retention.app_error",
          "neither %1$sRetentionDays nor %1$sRetentionHours says how long it is kept"
              .formatted(what),
          400);
    }
    return hours > 0 ? Duration.ofHours(hours) : Duration.ofDays(days);
  }

  private int deletePosts(long until, int batch, boolean pinnedStay) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              List<String> ids =
                  sql.list(
                      "select id from posts where create_at < ?"
                          + (pinnedStay ? " and is_pinned = false" : "")
                          + " order by create_at, seq limit ?",
                      row -> row.getString(1),
                      until,
                      batch);
              for (int from = 0; from < ids.size(); from += 500) {
                delete(sql, ids.subList(from, Math.min(ids.size(), from + 500)));
              }
              return ids.size();
            });
  }

  private void delete(Sql sql, List<String> ids) {
    String among = Sql.marks(ids.size());
    List<Object> parameters = new ArrayList<>();
    parameters.add(surroundings.now());
    parameters.add(surroundings.now());
    parameters.addAll(ids);
    Words.forgetPosts(sql, ids);
    Words.forgetFiles(sql, "post_id in " + among, ids.toArray());
    List<String> threads =
        sql.list(
            "select distinct root_id from posts where root_id <> '' and id in " + among,
            row -> row.getString(1),
            ids.toArray());
    sql.change("delete from reactions where post_id in " + among, ids.toArray());
    sql.change("delete from post_acknowledgements where post_id in " + among, ids.toArray());
    sql.change("delete from thread_members where post_id in " + among, ids.toArray());
    sql.change(
        "update files set delete_at = ?, update_at = ? where delete_at = 0 and post_id in " + among,
        parameters.toArray());
    sql.change("delete from posts where id in " + among, ids.toArray());
    threads.forEach(root -> ThreadRows.recount(sql, root));
  }

  /** Their contents are removed when the host next removes those of deleted files. */
  private int deleteFiles(long until, int batch, long now) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              List<String> ids =
                  sql.list(
                      "select id from files where create_at < ? and delete_at = 0 order by"
                          + " create_at, seq limit ?",
                      row -> row.getString(1),
                      until,
                      batch);
              for (String id : ids) {
                Words.forgetFiles(sql, "id = ?", id);
                sql.change(
                    "update files set delete_at = ?, update_at = ? where id = ?", now, now, id);
              }
              return ids.size();
            });
  }
}
