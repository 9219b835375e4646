package com.example.tickets;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** The desk, as plugins find it. */
@Component(service = {PluginApiProvider.class, TicketDesk.class})
public final class TicketDesk implements PluginApiProvider {

  private final Tickets tickets = new Tickets();
  private final Commands commands = new Commands();
  private final Map<String, Store> stores = new ConcurrentHashMap<>();

  @Override
  public PluginApi open(HostedPlugin plugin) {
    Store store = stores.computeIfAbsent(plugin.id(), id -> new Store());
    return new TicketPluginApi(plugin, tickets, commands, store);
  }

  @Override
  public void release(HostedPlugin plugin) {
    commands.unregisterAll(plugin.id());
  }

  Tickets tickets() {
    return tickets;
  }

  Commands commands() {
    return commands;
  }
}
