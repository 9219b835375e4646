package io.krait.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps what plugins store under keys, each plugin its own. A host that has a place for it offers
 * it by {@link PluginApiProvider#keyValueStore()}. Implementations must be safe for use from any
 * thread; what they have stored is there after a restart of the server. They fail with an {@link
 * AppError}.
 *
 * <p>An empty value stands for none, everywhere: where one is stored, the key is deleted. What has
 * expired is as if it had been deleted. Keys have from 1 to 150 characters, values at most 1 MiB;
 * nobody asks for more.
 */
@ConsumerType
public interface KeyValueStore {

  /** How keys begin that are kept among a plugin's by its host; they are not listed. */
  String OF_THE_HOST = "mmi_";

  /** The value under a key; empty where there is none. */
  Bytes get(String pluginId, String key);

  /**
   * Stores a value in place of what is there.
   *
   * @param expireInSeconds after how long the entry is gone, up to a hundred years; 0 for never
   */
  void set(String pluginId, String key, Bytes value, long expireInSeconds);

  /**
   * Stores a value if the present one is what is expected, in one step: of several that expect the
   * same, one succeeds.
   *
   * @param expireInSeconds as in {@link #set}
   * @return whether it was
   */
  boolean compareAndSet(
      String pluginId, String key, Bytes expected, Bytes value, long expireInSeconds);

  /** Deletes all keys of a plugin. */
  void deleteAll(String pluginId);

  /**
   * Some keys of a plugin, in ascending order, without those that begin with {@link #OF_THE_HOST}.
   *
   * @param offset how many are left out before them
   * @param limit how many at most
   */
  List<String> keys(String pluginId, long offset, int limit);
}
