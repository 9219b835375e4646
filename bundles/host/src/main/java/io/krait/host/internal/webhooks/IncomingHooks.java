package io.krait.host.internal.webhooks;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.webhooks.IncomingHook.Wanted;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The addresses by which others post. All methods fail with 501 while they are switched off. Safe
 * for use from any thread.
 */
public final class IncomingHooks {

  private final Surroundings surroundings;
  private final Channels channels;
  private final HookRules rules = new HookRules("incoming");

  /** The hooks of these channels. */
  public IncomingHooks(Surroundings surroundings, Channels channels) {
    this.surroundings = surroundings;
    this.channels = channels;
  }

  /**
   * Adds a hook that posts in the name of a user.
   *
   * @throws AppError with status 400 where a value is not allowed, 404 where there is no such
   *     channel
   */
  public IncomingHook create(String userId, Wanted wanted) {
    checkEnabled();
    long now = surroundings.now();
    String id = surroundings.ids().next();
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              IncomingHook hook = hook(sql, id, now, now, userId, wanted);
              IncomingHookRows.insert(sql, hook);
              return hook;
            });
  }

  /**
   * Replaces what people say of a hook by what is made of it; nobody changes it meanwhile.
   *
   * @throws AppError with status 400 where a value is not allowed, 404 where there is no such hook
   *     or channel
   */
  public IncomingHook change(String id, UnaryOperator<Wanted> change) {
    checkEnabled();
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.lock("incoming_webhooks", "id = ?", id);
              IncomingHook before = existing(sql, id);
              IncomingHook hook =
                  hook(
                      sql,
                      id,
                      before.createAt(),
                      surroundings.now(),
                      before.userId(),
                      change.apply(before.wanted()));
              IncomingHookRows.update(sql, hook);
              return hook;
            });
  }

  private IncomingHook hook(
      Sql sql, String id, long createAt, long updateAt, String userId, Wanted wanted) {
    rules.check(wanted.displayName(), wanted.description(), wanted.username(), wanted.iconUrl());
    Channel channel = channels.existing(sql, wanted.channelId());
    rules.require(
        channel.type() == ChannelType.OPEN || channel.type() == ChannelType.PRIVATE,
        "channel_id",
        "a channel of a team");
    return new IncomingHook(
        id,
        createAt,
        updateAt,
        0,
        userId,
        channel.id(),
        channel.teamId(),
        wanted.displayName(),
        wanted.description(),
        wanted.username(),
        wanted.iconUrl(),
        wanted.channelLocked());
  }

  /**
   * A hook by its id.
   *
   * @throws AppError with status 404 where there is none
   */
  public IncomingHook get(String id) {
    checkEnabled();
    return surroundings.database().inTransaction(sql -> existing(sql, id));
  }

  private static IncomingHook existing(Sql sql, String id) {
    return IncomingHookRows.byId(sql, id)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.webhooks.get_incoming.app_error",
                    "there is no incoming webhook " + id,
                    404));
  }

  /** One page of the hooks of a team and a user, oldest first; of all where these are empty. */
  public List<IncomingHook> list(String teamId, String userId, Page page) {
    checkEnabled();
    return surroundings
        .database()
        .inTransaction(sql -> IncomingHookRows.list(sql, teamId, userId, page));
  }

  /** How many {@link #list} has on all pages. */
  public long count(String teamId, String userId) {
    checkEnabled();
    return surroundings
        .database()
        .inTransaction(sql -> IncomingHookRows.count(sql, teamId, userId));
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
              return IncomingHookRows.delete(sql, id);
            });
  }

  private void checkEnabled() {
    if (!surroundings.configuration().flag("ServiceSettings", "EnableIncomingWebhooks")) {
      throw AppError.of(
          "api.incoming_webhook.disabled.app_error", "incoming webhooks are switched off", 501);
    }
  }
}
