package io.krait.runtime.internal.life;

import io.krait.api.Nullable;
import io.krait.api.PluginApiProvider;
import io.krait.apiserver.ApiServer;
import io.krait.supervisor.PluginSupervisor;
import java.util.Optional;

/**
 * The services that plugins need to run, as far as they are there. Plugins are stopped before one
 * of them goes.
 *
 * @param heldUp what else they wait for; empty for nothing
 */
record Surroundings(
    @Nullable PluginApiProvider host,
    @Nullable ApiServer apiServer,
    @Nullable PluginSupervisor supervisor,
    String heldUp) {

  static final Surroundings NONE = new Surroundings(null, null, null);

  /** Nothing else keeps plugins from running. */
  Surroundings(
      @Nullable PluginApiProvider host,
      @Nullable ApiServer apiServer,
      @Nullable PluginSupervisor supervisor) {
    this(host, apiServer, supervisor, "");
  }

  /** The same, but plugins wait for something else as well; an empty text for nothing. */
  Surroundings heldUp(String why) {
    return new Surroundings(host, apiServer, supervisor, why);
  }

  /** All of them, at one moment. */
  record Complete(PluginApiProvider host, ApiServer apiServer, PluginSupervisor supervisor) {}

  /** All of them; empty where one is missing. */
  Optional<Complete> complete() {
    return host == null || apiServer == null || supervisor == null || !heldUp.isEmpty()
        ? Optional.empty()
        : Optional.of(new Complete(host, apiServer, supervisor));
  }

  /** What is missing, for an administrator. */
  String missing() {
    if (host == null) {
      return "waits for a host: no bundle offers the service PluginApiProvider";
    }
    if (apiServer == null) {
      return "waits for the API server: the bundle io.krait.apiserver is not active";
    }
    return supervisor == null
        ? "waits for the supervisor: the bundle io.krait.supervisor is not active"
        : heldUp;
  }
}
