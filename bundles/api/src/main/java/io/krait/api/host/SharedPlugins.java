package io.krait.api.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What several nodes of one server have in common of their plugins: which are to be there, in which
 * version, and how they are set. The runtime brings each node to that. The embedded host offers it
 * where its database can be shared; a host of an integrator can offer one of its own. While there
 * is no such service, plugins are each node's own.
 *
 * <p>The service must be there before the host's {@link io.krait.api.PluginApiProvider}, so that no
 * plugin is started in a version that the others have left behind. Implementations must be safe for
 * use from any thread; they may wait for what they keep things in, and fail with an {@link
 * io.krait.api.AppError} where that is away.
 */
@ConsumerType
public interface SharedPlugins {

  /** All plugins that were ever installed, those that were removed included. */
  List<SharedPlugin> all();

  /** One plugin. */
  Optional<SharedPlugin> find(String pluginId);

  /**
   * Puts a plugin in place of what is known of it, where nobody else has changed that meanwhile.
   *
   * @param plugin its revision is one more than that of what it takes the place of, and 1 where
   *     there is none
   * @return whether it was put in place; otherwise it has to be read again
   */
  boolean replace(SharedPlugin plugin);

  /**
   * Keeps an archive. What is there under its hash and is not the same was damaged, and is
   * replaced.
   *
   * @param hash its SHA-256, in lower-case hexadecimal digits
   * @throws IOException where the file cannot be read
   */
  void keep(String hash, Path archive) throws IOException;

  /**
   * An archive that was kept, to be closed by the caller, who compares what comes with the hash.
   *
   * @throws IOException where there is none, or it cannot be read
   */
  InputStream open(String hash) throws IOException;

  /** Forgets an archive, if there is such a one. */
  void forget(String hash);
}
