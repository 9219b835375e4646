package io.krait.host.internal.configuration;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.host.internal.hooks.Asked;

/** Where it is told that the server's configuration changes. All methods return at once. */
public interface ConfigurationHooks {

  /**
   * A server configuration is about to be kept.
   *
   * @param configuration all of it, as JSON
   * @return the one to keep instead, which may be the same; fails with an {@link AppError} where it
   *     is rejected
   */
  default Asked<Bytes> configurationWillBeSaved(Bytes configuration) {
    return Asked.nobody(configuration);
  }

  /** Another server configuration holds now. */
  default void configurationHasChanged(Document before, Document after) {}
}
