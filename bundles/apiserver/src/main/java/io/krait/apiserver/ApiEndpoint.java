package io.krait.apiserver;

import io.krait.api.PluginApi;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where one plugin calls the API. */
@ProviderType
public interface ApiEndpoint extends AutoCloseable {

  /** The plugin that calls there. */
  String pluginId();

  /**
   * The address as gRPC libraries of all languages take it: {@code unix:/path} or host and port.
   */
  String target();

  /**
   * What the plugin's process shows, with each call of gRPC as {@code authorization: Bearer
   * <token>}, and in the greeting of a lane: a secret that no other process is to know. On a port
   * it is asked for from the beginning. On a unix socket it is, unless configured otherwise, from
   * the first time on that it was shown: a plugin that knows nothing of it can call without, and
   * all others are safe from processes of the same user that know the path of their socket.
   */
  String token();

  /**
   * The socket of a lane to the same API, for plugins with Krait's SDK; empty where there is none.
   */
  Optional<Path> lane();

  /** Calls that arrive from now on go to this API; others stay with theirs. */
  void serve(PluginApi api);

  /**
   * Takes no more calls, gives those that run the configured time to end, cancels the rest, and
   * returns when the endpoint is gone. Closing it again does nothing.
   */
  @Override
  void close();
}
