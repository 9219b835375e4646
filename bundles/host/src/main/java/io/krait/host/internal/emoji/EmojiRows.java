package io.krait.host.internal.emoji;

import io.krait.api.Bytes;
import io.krait.api.model.Emoji;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Patterns;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Emoji as rows; their pictures are read only where they are asked for. */
final class EmojiRows {

  private static final String SELECT =
      "select id, create_at, update_at, creator_id, name from emoji ";

  private EmojiRows() {}

  static void insert(Sql sql, Emoji emoji, EmojiImage image) {
    sql.insert(
        "emoji",
        "id",
        emoji.id(),
        "create_at",
        emoji.createAt(),
        "update_at",
        emoji.updateAt(),
        "creator_id",
        emoji.creatorId(),
        "name",
        emoji.name(),
        "image",
        image.content().toByteArray(),
        "mime_type",
        image.mediaType());
  }

  static Optional<Emoji> byId(Sql sql, String id) {
    return sql.first(SELECT + "where id = ?", EmojiRows::emoji, id);
  }

  static Optional<Emoji> byName(Sql sql, String name) {
    return sql.first(SELECT + "where name = ?", EmojiRows::emoji, name);
  }

  static List<Emoji> byNames(Sql sql, List<String> names) {
    return sql.list(
        SELECT + "where name in " + Sql.marks(names.size()) + " order by name",
        EmojiRows::emoji,
        names.toArray());
  }

  static List<Emoji> list(Sql sql, boolean byName, Page page) {
    return sql.list(
        SELECT + (byName ? "order by name" : "order by create_at, id") + " limit ? offset ?",
        EmojiRows::emoji,
        page.limit(),
        page.offset());
  }

  /** Those whose names begin with a text first, and then, where wanted, those that contain it. */
  static List<Emoji> search(Sql sql, String term, boolean prefixOnly, int limit) {
    List<Emoji> found =
        new ArrayList<>(
            sql.list(
                SELECT + "where name like ? escape '!' order by name limit ?",
                EmojiRows::emoji,
                Patterns.startingWith(term),
                limit));
    if (!prefixOnly && found.size() < limit) {
      found.addAll(
          sql.list(
              SELECT
                  + "where name like ? escape '!' and name not like ? escape '!' order by name"
                  + " limit ?",
              EmojiRows::emoji,
              Patterns.containing(term),
              Patterns.startingWith(term),
              limit - found.size()));
    }
    return found;
  }

  static Optional<EmojiImage> image(Sql sql, String id) {
    return sql.first(
        "select image, mime_type from emoji where id = ?",
        row -> new EmojiImage(Bytes.owning(row.getBytes("image")), row.getString("mime_type")),
        id);
  }

  static void delete(Sql sql, String id) {
    sql.change("delete from emoji where id = ?", id);
  }

  /** Takes away all reactions with an emoji, and remembers which posts have none left. */
  static void deleteReactions(Sql sql, String name, long now) {
    sql.change(
        "update posts set update_at = ?, has_reactions = exists (select 1 from reactions r where"
            + " r.post_id = posts.id and r.emoji_name <> ?) where id in (select post_id from"
            + " reactions where emoji_name = ?)",
        now,
        name,
        name);
    sql.change("delete from reactions where emoji_name = ?", name);
  }

  private static Emoji emoji(ResultSet row) throws SQLException {
    return Emoji.builder()
        .id(row.getString("id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .creatorId(row.getString("creator_id"))
        .name(row.getString("name"))
        .build();
  }
}
