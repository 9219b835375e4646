package io.krait.runtime.internal.life;

import java.time.Duration;

/**
 * What an administrator can set about the life of plugins.
 *
 * @param hookTimeout how long plugins are told that they may work on one hook
 * @param logLevel from which level on plugins log
 * @param drain how long hooks and HTTP requests that run when their plugin is stopped may take to
 *     end
 * @param stop how long to wait for plugins when all of them have to stop
 */
record LifeSettings(Duration hookTimeout, String logLevel, Duration drain, Duration stop) {

  static LifeSettings of(RuntimeConfiguration configuration) {
    return new LifeSettings(
        Duration.ofSeconds(configuration.hook_seconds()),
        configuration.log_level(),
        Duration.ofSeconds(configuration.drain_seconds()),
        Duration.ofSeconds(configuration.stop_seconds()));
  }
}
