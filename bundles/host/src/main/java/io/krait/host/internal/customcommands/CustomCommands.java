package io.krait.host.internal.customcommands;

import io.krait.api.AppError;
import io.krait.api.model.Command;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The slash commands that programs outside of the server answer: which there are. Safe for use from
 * any thread.
 */
public final class CustomCommands {

  private static final int MOST_OF_TEAM = 1000;

  private final Surroundings surroundings;

  /** Those in the database of these surroundings. */
  public CustomCommands(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Makes a command, with a new id and token.
   *
   * @param pluginId the plugin that makes it; empty where a user does
   * @throws AppError with status 400, 404 or 409, as the contract has it
   */
  public Command create(Command wanted, String pluginId) {
    long now = surroundings.now();
    Command command =
        normalized(wanted).toBuilder()
            .id(surroundings.ids().next())
            .token(surroundings.ids().next())
            .createAt(now)
            .updateAt(now)
            .deleteAt(0)
            .pluginId(pluginId)
            .build();
    check(command);
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              if (sql.count(
                      "select count(*) from teams where id = ? and delete_at = 0", command.teamId())
                  == 0) {
                throw AppError.of("app.team.get.find.app_error", "there is no such team", 404);
              }
              if (sql.count(
                      "select count(*) from commands where team_id = ? and delete_at = 0",
                      command.teamId())
                  >= MOST_OF_TEAM) {
                throw invalid("team_id", "the team has as many commands as it may have");
              }
              free(sql, command);
              insert(sql, command);
              return existing(sql, command.id());
            });
  }

  /**
   * Replaces what of a command can be changed.
   *
   * @throws AppError with status 400, 404 or 409, as the contract has it
   */
  public Command update(String id, Command wanted) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.lock("commands", "id = ?", id);
              Command old = existing(sql, id);
              Command command =
                  normalized(wanted).toBuilder()
                      .id(id)
                      .teamId(wanted.teamId().isEmpty() ? old.teamId() : wanted.teamId())
                      .creatorId(
                          wanted.creatorId().isEmpty() ? old.creatorId() : wanted.creatorId())
                      .build();
              check(command);
              free(sql, command);
              sql.change(
                  "update commands set update_at = ?, creator_id = ?, team_id = ?, word = ?,"
                      + " http_method = ?, username = ?, icon_url = ?, auto_complete = ?,"
                      + " auto_complete_desc = ?, auto_complete_hint = ?, display_name = ?,"
                      + " description = ?, url = ? where id = ?",
                  surroundings.now(),
                  command.creatorId(),
                  command.teamId(),
                  command.trigger(),
                  command.method(),
                  command.username(),
                  command.iconUrl(),
                  command.autoComplete(),
                  command.autoCompleteDesc(),
                  command.autoCompleteHint(),
                  command.displayName(),
                  command.description(),
                  command.url(),
                  id);
              return existing(sql, id);
            });
  }

  /** Gives a command another token. */
  public Command renewToken(String id) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              sql.change(
                  "update commands set token = ?, update_at = ? where id = ?",
                  surroundings.ids().next(),
                  surroundings.now(),
                  id);
              return existing(sql, id);
            });
  }

  /** Deletes a command. */
  public void delete(String id) {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              return sql.change(
                  "update commands set delete_at = ?, update_at = ? where id = ?",
                  surroundings.now(),
                  surroundings.now(),
                  id);
            });
  }

  /**
   * The command with this id.
   *
   * @throws AppError with status 404 where there is none
   */
  public Command get(String id) {
    return surroundings.database().inTransaction(sql -> existing(sql, id));
  }

  /** The commands of a team, by trigger. */
  public List<Command> list(String teamId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from commands where team_id = ? and delete_at = 0 order by word",
                    CustomCommands::command,
                    teamId));
  }

  /** The command of a trigger in a team. */
  public Optional<Command> find(String teamId, String trigger) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.first(
                    "select * from commands where team_id = ? and delete_at = 0 and word = ?",
                    CustomCommands::command,
                    teamId,
                    trigger.toLowerCase(Locale.ROOT)));
  }

  private static void free(Sql sql, Command command) {
    if (sql.count(
            "select count(*) from commands where team_id = ? and delete_at = 0 and word = ? and id"
                + " <> ?",
            command.teamId(),
            command.trigger(),
            command.id())
        > 0) {
      throw AppError.of(
          "api.command.duplicate_trigger.app_error",
          "the team has a command /" + command.trigger(),
          409);
    }
  }

  private static Command normalized(Command wanted) {
    return wanted.toBuilder()
        .trigger(wanted.trigger().strip().toLowerCase(Locale.ROOT))
        .method(wanted.method().isEmpty() ? "P" : wanted.method())
        .build();
  }

  private static void check(Command command) {
    String trigger = command.trigger();
    if (trigger.isEmpty()
        || trigger.length() > 128
        || trigger.startsWith("/")
        || trigger.chars().anyMatch(Character::isWhitespace)) {
      throw invalid("trigger", "a trigger is one word of at most 128 characters without a slash");
    }
    if (!command.method().equals("P") && !command.method().equals("G")) {
      throw invalid("method", "a method is P for POST or G for GET");
    }
    if (command.url().length() > 1024
        || !(command.url().startsWith("http://") || command.url().startsWith("https://"))) {
      throw invalid(
          "url", "the address begins with http:// or https:// and has at most 1024 characters");
    }
    longest("user_name", command.username(), 64);
    longest("icon_url", command.iconUrl(), 1024);
    longest("auto_complete_desc", command.autoCompleteDesc(), 1024);
    longest("auto_complete_hint", command.autoCompleteHint(), 1024);
    longest("display_name", command.displayName(), 64);
    longest("description", command.description(), 128);
    longest("creator_id", command.creatorId(), 26);
    longest("team_id", command.teamId(), 26);
  }

  private static void longest(String field, String text, int characters) {
    if (text.length() > characters) {
      throw invalid(field, "%s has at most %d characters".formatted(field, characters));
    }
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.command.is_valid." + field + ".app_error", message, 400);
  }

  private static Command existing(Sql sql, String id) {
    return sql.first(
            "select * from commands where id = ? and delete_at = 0", CustomCommands::command, id)
        .orElseThrow(
            () ->
                AppError.of(
                    "store.sql_command.get.missing.app_error", "there is no command " + id, 404));
  }

  private static void insert(Sql sql, Command command) {
    sql.insert(
        "commands",
        "id",
        command.id(),
        "token",
        command.token(),
        "create_at",
        command.createAt(),
        "update_at",
        command.updateAt(),
        "delete_at",
        0L,
        "creator_id",
        command.creatorId(),
        "team_id",
        command.teamId(),
        "word",
        command.trigger(),
        "http_method",
        command.method(),
        "username",
        command.username(),
        "icon_url",
        command.iconUrl(),
        "auto_complete",
        command.autoComplete(),
        "auto_complete_desc",
        command.autoCompleteDesc(),
        "auto_complete_hint",
        command.autoCompleteHint(),
        "display_name",
        command.displayName(),
        "description",
        command.description(),
        "url",
        command.url(),
        "plugin_id",
        command.pluginId());
  }

  private static Command command(ResultSet row) throws SQLException {
    return Command.builder()
        .id(row.getString("id"))
        .token(row.getString("token"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .creatorId(row.getString("creator_id"))
        .teamId(row.getString("team_id"))
        .trigger(row.getString("word"))
        .method(row.getString("http_method"))
        .username(row.getString("username"))
        .iconUrl(row.getString("icon_url"))
        .autoComplete(row.getBoolean("auto_complete"))
        .autoCompleteDesc(row.getString("auto_complete_desc"))
        .autoCompleteHint(row.getString("auto_complete_hint"))
        .displayName(row.getString("display_name"))
        .description(row.getString("description"))
        .url(row.getString("url"))
        .pluginId(row.getString("plugin_id"))
        .build();
  }
}
