package io.krait.host.internal.search;

import io.krait.api.AppError;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.List;

/** What must be true of a post p in a channel c for a search to find it. Not thread-safe. */
final class Condition {

  static final int LARGEST_PAGE = 200;
  private static final int USUAL_PAGE = 60;
  private static final int MOST_NAMES = 200;

  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /** How many results a page has. */
  static int limit(int page, int perPage) {
    if (page < 0 || perPage < 0) {
      throw invalid("pages count from 0");
    }
    return perPage == 0 ? USUAL_PAGE : Math.min(perPage, LARGEST_PAGE);
  }

  static AppError invalid(String message) {
    return AppError.of("api.post.search_posts.invalid_body.app_error", message, 400);
  }

  /** A pattern, with an exclamation mark as its escape, of texts that have this one in them. */
  static String containing(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  String text() {
    return text.toString();
  }

  List<Object> parameters() {
    return List.copyOf(parameters);
  }

  void and(String condition, Object... values) {
    text.append(" and ").append(condition);
    parameters.addAll(List.of(values));
  }

  /** The values of marks that conditions so far have left open. */
  void with(List<Object> values) {
    parameters.addAll(values);
  }

  void andAll(Condition other) {
    text.append(other.text);
    parameters.addAll(other.parameters);
  }

  /** In a channel that a user is a member of: of a team, or of any where it is empty. */
  void andReadableBy(String userId, String teamId, boolean archivedToo) {
    and(
        "exists (select 1 from channel_members m where m.channel_id = c.id and m.user_id = ?)",
        userId);
    if (!teamId.isEmpty()) {
      and("c.team_id in ('', ?)", teamId);
    }
    if (!archivedToo) {
      and("c.delete_at = 0");
    }
  }

  /** By whom, where and when. */
  void andPlacesOf(SearchTerms terms) {
    names("p.user_id in (select u.id from users u where u.username in ", terms.from);
    names("p.user_id not in (select u.id from users u where u.username in ", terms.notFrom);
    names("p.channel_id in (select n.id from channels n where n.name in ", terms.in);
    names("p.channel_id not in (select n.id from channels n where n.name in ", terms.notIn);
    for (long[] times : terms.within) {
      and("p.create_at >= ? and p.create_at < ?", times[0], times[1]);
    }
    for (long[] times : terms.notWithin) {
      and("not (p.create_at >= ? and p.create_at < ?)", times[0], times[1]);
    }
  }

  private void names(String condition, List<String> names) {
    if (names.size() > MOST_NAMES) {
      throw invalid("at most %d names can narrow a search".formatted(MOST_NAMES));
    }
    if (!names.isEmpty()) {
      and(condition + Sql.marks(names.size()) + ")", names.toArray());
    }
  }
}
