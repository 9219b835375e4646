package io.krait.host.internal.pluginapi;

import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.Bot;
import io.krait.api.model.BotGetOptions;
import io.krait.api.model.BotPatch;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Bots, as a plugin asks for them. Safe for use from any thread. */
final class BotsApi implements PluginApi {

  private final HostServices services;
  private final HostedPlugin plugin;

  BotsApi(HostServices services, HostedPlugin plugin) {
    this.services = services;
    this.plugin = plugin;
  }

  @Override
  public Bot createBot(Bot bot) {
    return services
        .bots()
        .create(bot.ownerId().isEmpty() ? bot.toBuilder().ownerId(plugin.id()).build() : bot);
  }

  @Override
  public Bot patchBot(String botUserId, BotPatch botPatch) {
    return services.bots().patch(botUserId, botPatch);
  }

  @Override
  public Bot getBot(String botUserId, boolean includeDeleted) {
    return services.bots().get(botUserId, includeDeleted);
  }

  @Override
  public List<Bot> getBots(@Nullable BotGetOptions options) {
    return services.bots().list(options == null ? BotGetOptions.builder().build() : options);
  }

  @Override
  public Bot updateBotActive(String botUserId, boolean active) {
    return services.bots().setActive(botUserId, active);
  }

  @Override
  public void permanentDeleteBot(String botUserId) {
    services.bots().erase(botUserId);
  }

  @Override
  public String ensureBotUser(Bot bot) {
    return services.pluginBot().ensure(plugin.id(), bot);
  }
}
