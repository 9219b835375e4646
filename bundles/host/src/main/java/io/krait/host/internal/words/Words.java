package io.krait.host.internal.words;

import io.krait.host.internal.storage.Sql;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of texts, as they are kept and looked for: runs of letters and digits in lower case,
 * hashtags as a whole and without their sign, and single characters where a language has no spaces.
 */
public final class Words {

  /**
   * A condition on identifiers of posts: those of a post and its replies, by two parameters. H2 has
   * no use for an index in what is either this or that.
   */
  public static final String OF_THREAD =
      " in (select id from posts where id = ? union all select id from posts where root_id = ?)";

  private static final Pattern WORD =
      Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{N}\\p{M}_&&[^\\p{IsIdeographic}]]+");
  private static final Pattern HASHTAG = Pattern.compile("(?<![\\w#])#\\p{L}[\\w\\p{L}.-]*");
  private static final int LONGEST = 64;
  private static final int MOST = 4000;
  private static final int AT_ONCE = 1000;

  private Words() {}

  /** The words of a text, each once; of a very long one the first few thousand. */
  public static Set<String> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    for (Pattern pattern : List.of(WORD, HASHTAG)) {
      Matcher matcher = pattern.matcher(lower);
      while (matcher.find() && words.size() < MOST) {
        words.add(cut(matcher.group()));
      }
    }
    return words;
  }

  /** The words and hashtags of a text as they are written there, one as often as it is there. */
  public static Stream<String> written(String text) {
    return Stream.of(WORD, HASHTAG)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(MatchResult::group)
        .limit(MOST);
  }

  /** A post has this text now, whatever it had before. */
  public static void ofPost(Sql sql, String postId, long createAt, String text) {
    sql.change("delete from post_words where post_id = ?", postId);
    newPost(sql, postId, createAt, text);
  }

  /** A post that was not there before has this text. */
  public static void newPost(Sql sql, String postId, long createAt, String text) {
    insert(sql, "post_words (word, create_at, post_id)", of(text), createAt, postId);
  }

  /** A post and its replies have no words any more. */
  public static void forgetThread(Sql sql, String postId) {
    sql.change("delete from post_words where post_id" + OF_THREAD, postId, postId);
  }

  /** These posts have no words any more. */
  public static void forgetPosts(Sql sql, List<String> ids) {
    sql.change("delete from post_words where post_id in " + Sql.marks(ids.size()), ids.toArray());
  }

  /** A file has this name, or where it is {@code ofContent} this text; whatever it had before. */
  public static void ofFile(Sql sql, String fileId, long createAt, boolean ofContent, String text) {
    sql.change("delete from file_words where file_id = ? and of_content = ?", fileId, ofContent);
    newFile(sql, fileId, createAt, ofContent, text);
  }

  /** As {@link #ofFile}, for a file that was not there before. */
  public static void newFile(
      Sql sql, String fileId, long createAt, boolean ofContent, String text) {
    insert(
        sql,
        "file_words (word, create_at, file_id, of_content)",
        of(text),
        createAt,
        fileId,
        ofContent);
  }

  /** A file is also found by the text that was set for another one. */
  public static void copyContent(Sql sql, String from, String fileId, long createAt) {
    sql.change(
        "insert into file_words (word, create_at, file_id, of_content) select word, cast(? as"
            + " bigint), cast(? as varchar(26)), of_content from file_words where file_id = ? and"
            + " of_content = true",
        createAt,
        fileId,
        from);
  }

  /**
   * Files have no words any more.
   *
   * @param condition which ones: what must be true of their rows
   */
  public static void forgetFiles(Sql sql, String condition, Object... parameters) {
    sql.change(
        "delete from file_words where file_id in (select id from files where " + condition + ")",
        parameters);
  }

  /** The bytes by which a word is kept. */
  public static byte[] bytes(String word) {
    return cut(word).getBytes(StandardCharsets.UTF_8);
  }

  /** The bytes that no word has that begins like this, and that all those have before them. */
  public static byte[] after(String beginning) {
    byte[] bytes = bytes(beginning);
    byte[] end = Arrays.copyOf(bytes, bytes.length + 1);
    end[bytes.length] = (byte) 0xff;
    return end;
  }

  private static String cut(String word) {
    if (word.length() <= LONGEST) {
      return word;
    }
    boolean apart = Character.isHighSurrogate(word.charAt(LONGEST - 1));
    return word.substring(0, apart ? LONGEST - 1 : LONGEST);
  }

  private static void insert(Sql sql, String columns, Collection<String> words, Object... rest) {
    List<String> all = new ArrayList<>(words);
    String marks = Sql.marks(1 + rest.length);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<Object> parameters = new ArrayList<>();
      for (String word : some) {
        parameters.add(bytes(word));
        parameters.addAll(List.of(rest));
      }
      sql.change(
          "insert into "
              + columns
              + " values "
              + String.join(", ", Collections.nCopies(some.size(), marks)),
          parameters.toArray());
    }
  }
}
