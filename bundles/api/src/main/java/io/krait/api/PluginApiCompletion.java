package io.krait.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Answers what hosts leave out of the API although Krait knows it: settings, logs, commands, a
 * key-value store, the administration of plugins. A service that the runtime lays over whatever
 * host there is; without it, plugins get the host's API and no more. Safe for use from any thread.
 */
@ProviderType
public interface PluginApiCompletion {

  /**
   * A host whose API for each plugin is complete.
   *
   * @param host whose own methods go first, as long as they do not fail with the error of {@link
   *     AppError#notImplemented} that names them
   */
  PluginApiProvider complete(PluginApiProvider host);
}
