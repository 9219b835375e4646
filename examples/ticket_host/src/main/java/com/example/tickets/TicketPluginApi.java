package com.example.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.Command;
import io.krait.api.model.KeyValuePair;
import io.krait.api.model.Post;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one plugin can ask the desk for. All that it does not have here fails with status 501 and
 * the name of the method. Safe for use from any thread.
 */
final class TicketPluginApi implements PluginApi {

  private final HostedPlugin plugin;
  private final Tickets tickets;
  private final Commands commands;
  private final Store store;
  private final ObjectMapper json = new ObjectMapper();

  TicketPluginApi(HostedPlugin plugin, Tickets tickets, Commands commands, Store store) {
    this.plugin = plugin;
    this.tickets = tickets;
    this.commands = commands;
    this.store = store;
  }

  /** A post in the channel of a ticket, which has its number, is an answer. */
  @Override
  public Post createPost(Post post) {
    Ticket answered =
        tickets
            .answer(post.channelId(), post.message())
            .orElseThrow(
                () -> AppError.of("desk.no_ticket", "there is no ticket " + post.channelId(), 404));
    return post.toBuilder()
        .id(answered.number() + "." + answered.answers().size())
        .createAt(System.currentTimeMillis())
        .build();
  }

  @Override
  public void registerCommand(Command command) {
    commands.register(command.trigger(), plugin.id());
  }

  @Override
  public Bytes kvGet(String key) {
    return store.get(key);
  }

  @Override
  public void kvSet(String key, Bytes value) {
    store.set(key, value);
  }

  @Override
  public void kvDelete(String key) {
    store.delete(key);
  }

  @Override
  public boolean kvCompareAndSet(String key, Bytes oldValue, Bytes newValue) {
    return store.compareAndSet(key, oldValue, newValue);
  }

  @Override
  public Bytes loadPluginConfiguration() {
    try {
      return Bytes.owning(json.writeValueAsBytes(plugin.settings()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void logInfo(String message, List<KeyValuePair> fields) {
    log(Level.INFO, message, fields);
  }

  @Override
  public void logError(String message, List<KeyValuePair> fields) {
    log(Level.ERROR, message, fields);
  }

  private void log(Level level, String message, List<KeyValuePair> fields) {
    Map<String, String> named = new LinkedHashMap<>();
    fields.forEach(field -> named.put(field.key(), String.valueOf(field.value())));
    plugin.log(level, message, named);
  }
}
