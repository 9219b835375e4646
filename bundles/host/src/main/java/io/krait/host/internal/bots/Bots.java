package io.krait.host.internal.bots;

import io.krait.api.AppError;
import io.krait.api.model.Bot;
import io.krait.api.model.BotGetOptions;
import io.krait.api.model.BotPatch;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.UserErasure;
import io.krait.host.internal.chat.UserRules;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.storage.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The accounts that programs use. Safe for use from any thread. */
public final class Bots {

  private static final int LONGEST_DESCRIPTION = 1024;
  private static final int LONGEST_OWNER = 190;

  private final Surroundings surroundings;
  private final Users users;

  /** The bots among these users. */
  public Bots(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
  }

  /**
   * Creates a bot together with its user.
   *
   * @throws AppError with status 400 where a value is not allowed or the owner is a bot, 409 where
   *     the name is taken
   */
  public Bot create(Bot wanted) {
    Bot checked = checked(wanted);
    boolean ownedByBot =
        surroundings
            .database()
            .inTransaction(sql -> BotRows.byId(sql, checked.ownerId()).isPresent());
    if (ownedByBot) {
      throw AppError.of(
          "api.bot.create_bot.owner_is_bot.app_error", "a bot cannot be a bot's owner", 400);
    }
    User account =
        User.builder()
            .username(checked.username())
            .email(address(checked.username()))
            .firstName(checked.displayName())
            .isBot(true)
            .botDescription(checked.description())
            .build();
    User user =
        users.create(
            account,
            (sql, stored) ->
                BotRows.insert(
                    sql,
                    checked.toBuilder()
                        .userId(stored.id())
                        .createAt(stored.createAt())
                        .updateAt(stored.createAt())
                        .build()));
    return get(user.id(), true);
  }

  /**
   * A bot by the id of its user.
   *
   * @throws AppError with status 404 where there is none, or it is not active and that is not asked
   *     for
   */
  public Bot get(String userId, boolean includeDeleted) {
    Bot bot = surroundings.database().inTransaction(sql -> existing(sql, userId));
    if (bot.deleteAt() != 0 && !includeDeleted) {
      throw missing(userId);
    }
    return bot;
  }

  /** The bot that a user is, if it is one. */
  public Optional<Bot> find(String userId) {
    return surroundings.database().inTransaction(sql -> BotRows.byId(sql, userId));
  }

  /** One page of the bots that meet these options, oldest first. */
  public List<Bot> list(BotGetOptions options) {
    Page page = Page.of(options.page(), options.perPage());
    return surroundings.database().inTransaction(sql -> BotRows.list(sql, options, page));
  }

  /**
   * Changes what is in the patch.
   *
   * @throws AppError with status 404, 400 or 409, as the contract has it
   */
  public Bot patch(String userId, BotPatch patch) {
    Bot bot = get(userId, true);
    Bot changed =
        checked(
            bot.toBuilder()
                .username(patch.username().orElse(bot.username()))
                .displayName(patch.displayName().orElse(bot.displayName()))
                .description(patch.description().orElse(bot.description()))
                .build());
    if (changed.equals(bot)) {
      return bot;
    }
    users.change(userId, user -> patched(user, patch));
    return touched(userId);
  }

  private static User patched(User user, BotPatch patch) {
    String username = patch.username().orElse(user.username()).toLowerCase(Locale.ROOT);
    return user.toBuilder()
        .username(username)
        .email(user.email().equals(address(user.username())) ? address(username) : user.email())
        .firstName(patch.displayName().orElse(user.firstName()))
        .botDescription(patch.description().orElse(user.botDescription()))
        .build();
  }

  /**
   * Activates or deactivates a bot and its user.
   *
   * @throws AppError with status 404 where there is no such bot
   */
  public Bot setActive(String userId, boolean active) {
    Bot bot = get(userId, true);
    if (active == (bot.deleteAt() == 0)) {
      return bot;
    }
    users.setActive(userId, active);
    return touched(userId);
  }

  /**
   * Gives a bot to another owner.
   *
   * @throws AppError with status 404 where there is no such bot, 400 where the owner is a bot
   */
  public Bot assign(String userId, String ownerId) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, userId);
              if (BotRows.byId(sql, ownerId).isPresent()) {
                throw AppError.of(
                    "api.bot.create_bot.owner_is_bot.app_error",
                    "a bot cannot be a bot's owner",
                    400);
              }
              sql.change(
                  "update bots set owner_id = ?, update_at = ? where user_id = ?",
                  ownerId,
                  surroundings.now(),
                  userId);
              return existing(sql, userId);
            });
  }

  /**
   * Erases a bot and its user; its posts stay.
   *
   * @throws AppError with status 404 where there is no such bot
   */
  public void erase(String userId) {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, userId);
              sql.change("delete from bots where user_id = ?", userId);
              UserErasure.erase(sql, userId);
              return null;
            });
  }

  private Bot touched(String userId) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              BotRows.touch(sql, userId, surroundings.now());
              return existing(sql, userId);
            });
  }

  private static Bot existing(Sql sql, String userId) {
    return BotRows.byId(sql, userId).orElseThrow(() -> missing(userId));
  }

  /** Nobody has such an address; it only keeps the bot's apart from all others. */
  private static String address(String username) {
    return username + "@localhost";
  }

  private static Bot checked(Bot bot) {
    Bot normalized = bot.toBuilder().username(bot.username().toLowerCase(Locale.ROOT)).build();
    UserRules.username("model.bot.is_valid.username.app_error", normalized.username());
    UserRules.longest(
        "model.bot.is_valid.user_id.app_error",
        "display_name",
        bot.displayName(),
        UserRules.LONGEST_NAME);
    UserRules.longest(
        "model.bot.is_valid.description.app_error",
        "description",
        bot.description(),
        LONGEST_DESCRIPTION);
    if (bot.ownerId().isEmpty()) {
      throw AppError.of("model.bot.is_valid.creator_id.app_error", "a bot needs an owner", 400);
    }
    UserRules.longest(
        "model.bot.is_valid.creator_id.app_error", "owner_id", bot.ownerId(), LONGEST_OWNER);
    return normalized;
  }

  private static AppError missing(String userId) {
    return AppError.of("store.sql_bot.get.missing.app_error", "there is no bot " + userId, 404);
  }
}
