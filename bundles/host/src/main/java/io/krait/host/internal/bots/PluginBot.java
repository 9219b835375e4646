package io.krait.host.internal.bots;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.model.Bot;
import io.krait.api.model.BotPatch;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.keyvalue.Entries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one bot that a plugin can rely on. Its id is kept among the plugin's own entries, where
 * plugins that came from elsewhere with their entries have it. Safe for use from any thread.
 */
public final class PluginBot {

  private static final String KEY = Entries.OF_THE_HOST + "botid";
  private static final int CONFLICT = 409;

  private final Bots bots;
  private final Users users;
  private final Entries entries;

  /** The bots of plugins, remembered in these entries. */
  public PluginBot(Bots bots, Users users, Entries entries) {
    this.bots = bots;
    this.users = users;
    this.entries = entries;
  }

  /**
   * Finds the plugin's bot, or takes over the plugin's one of that name, or creates it.
   *
   * @return the id of its user
   * @throws AppError with status 400 where the name is not allowed, 409 where it is another's
   */
  public String ensure(String pluginId, Bot wanted) {
    if (wanted.username().isEmpty()) {
      throw AppError.of("model.bot.is_valid.username.app_error", "a bot needs a user name", 400);
    }
    Bot owned = wanted.toBuilder().ownerId(pluginId).build();
    Optional<Bot> known = remembered(pluginId).or(() -> named(pluginId, owned.username()));
    Bot bot = known.isPresent() ? upToDate(known.get(), owned) : created(pluginId, owned);
    entries.set(pluginId, KEY, Bytes.owning(bot.userId().getBytes(StandardCharsets.UTF_8)), 0);
    return bot.userId();
  }

  /** What is remembered is a plugin's to change, so that it need not be right. */
  private Optional<Bot> remembered(String pluginId) {
    String id = new String(entries.get(pluginId, KEY).toByteArray(), StandardCharsets.UTF_8);
    return id.isEmpty() ? Optional.empty() : found(pluginId, id);
  }

  private Optional<Bot> named(String pluginId, String username) {
    List<User> taken = users.byUsernames(List.of(username.toLowerCase(Locale.ROOT)));
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Optional<Bot> own = found(pluginId, taken.get(0).id());
    if (own.isEmpty()) {
      throw AppError.of(
          "app.user.save.username_exists.app_error",
          "the name %s belongs to %s; a bot of the plugin %s needs another one"
              .formatted(username, taken.get(0).isBot() ? "another's bot" : "a person", pluginId),
          CONFLICT);
    }
    return own;
  }

  private Optional<Bot> found(String pluginId, String userId) {
    try {
      return Optional.of(bots.get(userId, true)).filter(bot -> bot.ownerId().equals(pluginId));
    } catch (AppError none) {
      if (none.statusCode() == 404) {
        return Optional.empty();
      }
      throw none;
    }
  }

  private Bot upToDate(Bot bot, Bot wanted) {
    return bots.patch(
        bot.userId(),
        BotPatch.builder()
            .username(wanted.username())
            .displayName(wanted.displayName())
            .description(wanted.description())
            .build());
  }

  private Bot created(String pluginId, Bot wanted) {
    try {
      return bots.create(wanted);
    } catch (AppError refused) {
      if (refused.statusCode() != CONFLICT) {
        throw refused;
      }
      // Somebody may have created it beside us: another call of the same plugin.
      return named(pluginId, wanted.username()).orElseThrow(() -> refused);
    }
  }
}
