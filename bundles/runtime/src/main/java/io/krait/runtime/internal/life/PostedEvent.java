package io.krait.runtime.internal.life;

import java.util.Map;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** All that needs the classes of Event Admin, which are not there in each server. */
final class PostedEvent {
  private PostedEvent() {}

  static void post(Object admin, String topic, Map<String, Object> properties) {
    ((EventAdmin) admin).postEvent(new Event(topic, properties));
  }
}
