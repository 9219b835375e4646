package io.krait.runtime.internal.life;

/**
 * What an administrator can set about the runtime.
 *
 * @param pluginsFolder where plugins are; blank for the place that is usual
 * @param threads how many threads at most deal with starts, stops and changes
 * @param life what goes for the life of each plugin
 */
record RuntimeSettings(String pluginsFolder, int threads, LifeSettings life) {

  static RuntimeSettings of(RuntimeConfiguration configuration) {
    return new RuntimeSettings(
        configuration.plugins_folder(), configuration.threads(), LifeSettings.of(configuration));
  }
}
