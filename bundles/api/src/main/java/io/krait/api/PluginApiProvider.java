package io.krait.api;

import java.util.Optional;

/**
 * What a host registers as a service so that plugins run in it: the API, as each plugin sees it.
 * While no such service is there, plugins wait. Called from any thread.
 *
 * <pre>{@code
 * public final class Shop implements PluginApiProvider {
 *   @Override
 *   public PluginApi open(HostedPlugin plugin) {
 *     return new PluginApi() {
 *       @Override
 *       public String getServerVersion() {
 *         return "10.0.0";
 *       }
 *     };
 *   }
 * }
 * }</pre>
 */
public interface PluginApiProvider {

  /**
   * The API for one plugin, asked for before it starts; never for two versions of it at once. In an
   * update, the process of the new version is brought up while the old one runs, and shares the API
   * with that; when that has been released, the new one gets its own and is activated.
   *
   * @return called by many threads at once, until {@link #release}
   */
  PluginApi open(HostedPlugin plugin);

  /** The plugin has ended and calls no more; what it has left behind, such as commands, can go. */
  default void release(HostedPlugin plugin) {}

  /** Where what plugins keep is kept; empty where Krait is to see to that. */
  default Optional<KeyValueStore> keyValueStore() {
    return Optional.empty();
  }
}
