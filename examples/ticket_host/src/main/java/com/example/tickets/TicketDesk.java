package com.example.tickets;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import org.osgi.service.component.annotations.Component;

/** The desk, as plugins find it. */
@Component(service = {PluginApiProvider.class, TicketDesk.class})
public final class TicketDesk implements PluginApiProvider {

  private final Tickets tickets = new Tickets();

  @Override
  public PluginApi open(HostedPlugin plugin) {
    return new TicketPluginApi(tickets);
  }

  Tickets tickets() {
    return tickets;
  }
}
