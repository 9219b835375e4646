package io.krait.runtime.internal.life;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Tells Event Admin what happens to plugins, where there is one. */
@Component(service = LifeEvents.class)
public final class EventAdminEvents implements LifeEvents {

  private final EventAdmin admin;

  @Activate
  public EventAdminEvents(@Reference EventAdmin admin) {
    this.admin = admin;
  }

  @Override
  public void happened(String topic, Map<String, Object> properties) {
    admin.postEvent(new Event(topic, properties));
  }
}
