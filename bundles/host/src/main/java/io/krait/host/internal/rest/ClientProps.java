package io.krait.host.internal.rest;

import io.krait.host.internal.json.PostProps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Properties of posts as people's clients may set them. Those that say that a program has posted,
 * or show another author than there is, are for the host, its webhooks and plugins alone.
 */
final class ClientProps {

  private static final Set<String> RESERVED = Set.copyOf(PostProps.SPEAKER);

  private ClientProps() {}

  /** What of these properties anybody may set. */
  static Map<String, Object> of(Map<String, Object> wanted) {
    Map<String, Object> props = new LinkedHashMap<>(wanted);
    props.keySet().removeAll(RESERVED);
    return props;
  }

  /** These properties instead of those before, of which the reserved ones stay as they are. */
  static Map<String, Object> changed(Map<String, Object> before, Map<String, Object> wanted) {
    Map<String, Object> props = of(wanted);
    before.forEach(
        (name, value) -> {
          if (RESERVED.contains(name)) {
            props.put(name, value);
          }
        });
    return props;
  }
}
