package io.krait.health.internal;

import io.krait.api.management.PluginEvents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * Hears of plugins that come and go. Without Event Admin nobody asks for it, and its class is not
 * loaded.
 */
@Component(
    service = EventHandler.class,
    property = {
      EventConstants.EVENT_TOPIC + "=" + PluginEvents.INSTALLED,
      EventConstants.EVENT_TOPIC + "=" + PluginEvents.REMOVED
    })
public final class PluginsHeardOf implements EventHandler {
  private final PluginHealthChecks checks;

  @Activate
  public PluginsHeardOf(@Reference PluginHealthChecks checks) {
    this.checks = checks;
  }

  @Override
  public void handleEvent(Event event) {
    checks.lookAgain();
  }
}
