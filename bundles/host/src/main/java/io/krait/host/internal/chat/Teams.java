package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Team;
import io.krait.api.model.TeamType;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Teams. Safe for use from any thread. */
public final class Teams {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,63}");

  private final Surroundings surroundings;
  private final Database database;
  private final ChannelRows channels;

  /** The teams in the database of these surroundings. */
  public Teams(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.channels = new ChannelRows(surroundings.json());
  }

  /**
   * Creates a team with its usual channels; nobody is a member.
   *
   * @throws AppError with status 400 where a value is not allowed, 409 where the name is taken
   */
  public Team create(Team wanted) {
    long now = surroundings.now();
    Team team =
        wanted.toBuilder()
            .id(surroundings.ids().next())
            .createAt(now)
            .updateAt(now)
            .deleteAt(0)
            .type(wanted.type() == TeamType.UNSPECIFIED ? TeamType.OPEN : wanted.type())
            .inviteId(surroundings.ids().next())
            .build();
    if (!NAME.matcher(team.name()).matches()) {
      throw invalid(
          "characters",
          "a team's name has 2 to 64 lower-case letters, digits and hyphens and begins with a"
              + " letter");
    }
    check(team);
    record Outcome(Team team, List<Channel> channels) {}
    Outcome outcome;
    try {
      outcome =
          database.inTransaction(
              sql -> {
                TeamRows.insert(sql, team);
                List<Channel> usual = channels.insertUsual(sql, surroundings, team.id());
                return new Outcome(existing(sql, team.id()), usual);
              });
    } catch (DuplicateException taken) {
      throw AppError.of(
          "app.team.save.existing.app_error", "there is a team named " + team.name(), 409);
    }
    outcome.channels().forEach(surroundings.hooks()::channelHasBeenCreated);
    return outcome.team();
  }

  /**
   * The team with this id, archived or not.
   *
   * @throws AppError with status 404 where there is none
   */
  public Team get(String id) {
    return database.inTransaction(sql -> existing(sql, id));
  }

  /** The team with this name. */
  public Team byName(String name) {
    return database
        .inTransaction(sql -> TeamRows.byName(sql, name.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                AppError.of(
                    "app.team.get_by_name.missing.app_error",
                    "there is no team named " + name,
                    404));
  }

  /** The team in use that an invitation is to. */
  public Optional<Team> byInvitation(String invite) {
    return invite.isEmpty()
        ? Optional.empty()
        : database
            .inTransaction(sql -> TeamRows.list(sql, "t.invite_id = ? and t.delete_at = 0", invite))
            .stream()
            .findFirst();
  }

  /** Has a team be joined by another invitation than before. */
  public Team renewInvitation(String id) {
    Team renewed =
        database.inTransaction(
            sql -> {
              existing(sql, id);
              sql.change(
                  "update teams set invite_id = ?, update_at = ? where id = ?",
                  surroundings.ids().next(),
                  surroundings.now(),
                  id);
              return existing(sql, id);
            });
    surroundings.hooks().teamHasBeenUpdated(renewed);
    return renewed;
  }

  /** All teams by display name, archived ones included. */
  public List<Team> all() {
    return database.inTransaction(sql -> TeamRows.list(sql, "true order by display_name, id"));
  }

  /** The teams whose names contain a term. */
  public List<Team> search(String term) {
    String pattern = Patterns.containing(term.toLowerCase(Locale.ROOT));
    return database.inTransaction(
        sql ->
            TeamRows.list(
                sql,
                "delete_at = 0 and (name like ? escape '!'"
                    + " or lower(display_name) like ? escape '!') order by display_name, id",
                pattern,
                pattern));
  }

  /** The teams that a user is a member of. */
  public List<Team> ofUser(String userId) {
    return database.inTransaction(
        sql ->
            TeamRows.list(
                sql,
                "t.delete_at = 0 and t.id in (select m.team_id from team_members m where"
                    + " m.user_id = ? and m.delete_at = 0)"
                    + " order by t.display_name, t.id",
                userId));
  }

  /** Replaces the values of a team that can be edited. */
  public Team update(Team wanted) {
    return change(wanted.id(), present -> wanted);
  }

  /** Replaces these values by what is made of them; nobody changes the team meanwhile. */
  public Team change(String id, UnaryOperator<Team> change) {
    Team updated =
        database.inTransaction(
            sql -> {
              sql.lock("teams", "id = ?", id);
              Team wanted = change.apply(existing(sql, id));
              check(wanted);
              sql.change(
                  "update teams set update_at = ?, display_name = ?, description = ?, company_name"
                      + " = ?, allowed_domains = ?, allow_open_invite = ?, group_constrained = ?"
                      + " where id = ?",
                  surroundings.now(),
                  wanted.displayName(),
                  wanted.description(),
                  wanted.companyName(),
                  wanted.allowedDomains(),
                  wanted.allowOpenInvite(),
                  wanted.groupConstrained().orElse(null),
                  id);
              return existing(sql, id);
            });
    surroundings.hooks().teamHasBeenUpdated(updated);
    return updated;
  }

  /** Archives a team. */
  public void archive(String id) {
    Team archived =
        database.inTransaction(
            sql -> {
              existing(sql, id);
              sql.change(
                  "update teams set delete_at = ?, update_at = ? where id = ? and delete_at = 0",
                  surroundings.now(),
                  surroundings.now(),
                  id);
              return existing(sql, id);
            });
    surroundings.hooks().teamHasBeenArchived(archived);
  }

  Team existing(Sql sql, String id) {
    return TeamRows.byId(sql, id)
        .orElseThrow(
            () -> AppError.of("app.team.get.find.app_error", "there is no team " + id, 404));
  }

  private static void check(Team team) {
    Schemes.refuse(team.schemeId());
    if (team.displayName().isBlank() || Characters.in(team.displayName()) > 64) {
      throw invalid("name", "a team's display name has 1 to 64 characters");
    }
    if (Characters.in(team.description()) > 255) {
      throw invalid("description", "a team's description has at most 255 characters");
    }
    if (Characters.in(team.email()) > 128) {
      throw invalid("email", "a team's address has at most 128 characters");
    }
    if (Characters.in(team.companyName()) > 64) {
      throw invalid("company", "a company's name has at most 64 characters");
    }
    if (Characters.in(team.allowedDomains()) > 500) {
      throw invalid("domains", "a team's domains have at most 500 characters");
    }
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.team.is_valid." + field + ".app_error", message, 400);
  }
}
