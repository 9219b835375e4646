package io.krait.host.internal.webhooks;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.webhooks.OutgoingHook.Wanted;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The addresses that are called with posts. All methods fail with 501 while they are switched off.
 * Safe for use from any thread.
 */
public final class OutgoingHooks {

  private static final int MOST_OF_TEAM = 500;
  private static final int LONGEST_LIST = 1024;
  private static final Set<String> CONTENT_TYPES = Set.of(OutgoingHook.FORM, OutgoingHook.JSON);

  private final Surroundings surroundings;
  private final Teams teams;
  private final Channels channels;
  private final Json json;
  private final OutgoingHookRows rows;
  private final HookRules rules = new HookRules("outgoing");

  /** The hooks of these teams and channels. */
  public OutgoingHooks(Surroundings surroundings, Teams teams, Channels channels) {
    this.surroundings = surroundings;
    this.teams = teams;
    this.channels = channels;
    this.json = surroundings.json();
    this.rows = new OutgoingHookRows(json);
  }

  /**
   * Adds a hook, which gets its token.
   *
   * @throws AppError with status 400 where a value is not allowed or the team has too many, 404
   *     where there is no such team or channel
   */
  public OutgoingHook create(String creatorId, Wanted wanted) {
    checkEnabled();
    teams.get(wanted.teamId());
    long now = surroundings.now();
    OutgoingHook blank =
        new OutgoingHook(
            surroundings.ids().next(),
            surroundings.ids().next(),
            now,
            now,
            0,
            creatorId,
            "",
            wanted.teamId(),
            List.of(),
            0,
            List.of(),
            "",
            "",
            "",
            "",
            "");
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              OutgoingHook hook = hook(sql, blank, wanted);
              rules.require(
                  OutgoingHookRows.countOfTeam(sql, hook.teamId()) < MOST_OF_TEAM,
                  "team_id",
                  "a team that has fewer than %d of them".formatted(MOST_OF_TEAM));
              rows.insert(sql, hook);
              return hook;
            });
  }

  /**
   * Replaces what people say of a hook by what is made of it; its team stays, and nobody changes it
   * meanwhile.
   *
   * @throws AppError with status 400 where a value is not allowed, 404 where there is no such hook
   *     or channel
   */
  public OutgoingHook change(String id, UnaryOperator<Wanted> change) {
    return store(id, (sql, hook) -> hook(sql, hook, change.apply(hook.wanted())));
  }

  /**
   * Gives a hook another token.
   *
   * @throws AppError with status 404 where there is no such hook
   */
  public OutgoingHook withNewToken(String id) {
    String token = surroundings.ids().next();
    return store(id, (sql, hook) -> copy(hook, token, hook.wanted()));
  }

  private OutgoingHook store(String id, BiFunction<Sql, OutgoingHook, OutgoingHook> change) {
    checkEnabled();
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.lock("outgoing_webhooks", "id = ?", id);
              OutgoingHook hook = change.apply(sql, existing(sql, id));
              rows.update(sql, hook);
              return hook;
            });
  }

  private OutgoingHook hook(Sql sql, OutgoingHook before, Wanted wanted) {
    rules.check(wanted.displayName(), wanted.description(), wanted.username(), wanted.iconUrl());
    rules.require(
        json.write(wanted.triggerWords()).length() <= LONGEST_LIST
            && wanted.triggerWords().stream().noneMatch(String::isBlank),
        "trigger_words",
        "words, together at most %d characters".formatted(LONGEST_LIST));
    rules.require(wanted.triggerWhen() == 0 || wanted.triggerWhen() == 1, "trigger_when", "0 or 1");
    rules.require(
        !wanted.callbackUrls().isEmpty()
            && json.write(wanted.callbackUrls()).length() <= LONGEST_LIST
            && wanted.callbackUrls().stream().allMatch(OutgoingHooks::isAddress),
        "callback",
        "at least one http or https address, together at most %d characters"
            .formatted(LONGEST_LIST));
    rules.require(
        wanted.contentType().isEmpty() || CONTENT_TYPES.contains(wanted.contentType()),
        "content_type",
        String.join(" or ", CONTENT_TYPES));
    if (wanted.channelId().isEmpty()) {
      rules.require(
          !wanted.triggerWords().isEmpty(), "trigger_words", "at least one, or there is a channel");
    } else {
      Channel channel = channels.existing(sql, wanted.channelId());
      rules.require(
          channel.type() == ChannelType.OPEN && channel.teamId().equals(before.teamId()),
          "channel_id",
          "an open channel of the team");
    }
    return copy(before, before.token(), wanted);
  }

  private OutgoingHook copy(OutgoingHook before, String token, Wanted wanted) {
    return new OutgoingHook(
        before.id(),
        token,
        before.createAt(),
        surroundings.now(),
        0,
        before.creatorId(),
        wanted.channelId(),
        before.teamId(),
        wanted.triggerWords(),
        wanted.triggerWhen(),
        wanted.callbackUrls(),
        wanted.displayName(),
        wanted.description(),
        wanted.contentType().isEmpty() ? OutgoingHook.FORM : wanted.contentType(),
        wanted.username(),
        wanted.iconUrl());
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return ("http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }

  /**
   * A hook by its id.
   *
   * @throws AppError with status 404 where there is none
   */
  public OutgoingHook get(String id) {
    checkEnabled();
    return surroundings.database().inTransaction(sql -> existing(sql, id));
  }

  private OutgoingHook existing(Sql sql, String id) {
    return rows.byId(sql, id)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.webhooks.get_outgoing.app_error",
                    "there is no outgoing webhook " + id,
                    404));
  }

  /** One page of the hooks of a team, a channel and a creator; of all where these are empty. */
  public List<OutgoingHook> list(String teamId, String channelId, String creatorId, Page page) {
    checkEnabled();
    return surroundings
        .database()
        .inTransaction(sql -> rows.list(sql, teamId, channelId, creatorId, page));
  }

  /** The hooks that may be for posts to a channel; none while they are switched off. */
  List<OutgoingHook> forChannel(String channelId) {
    return isEnabled()
        ? surroundings
            .database()
            .inTransaction(sql -> rows.forChannel(sql, channelId, MOST_OF_TEAM))
        : List.of();
  }

  /**
   * Removes a hook.
   *
   * @throws AppError with status 404 where there is none
   */
  public void delete(String id) {
    checkEnabled();
    surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              return OutgoingHookRows.delete(sql, id);
            });
  }

  private boolean isEnabled() {
    return surroundings.configuration().flag("ServiceSettings", "EnableOutgoingWebhooks");
  }

  private void checkEnabled() {
    if (!isEnabled()) {
      throw AppError.of(
          "api.outgoing_webhook.disabled.app_error", "outgoing webhooks are switched off", 501);
    }
  }
}
