package io.krait.host.internal.plugin;

import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.hostkit.PluginAdministration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The server configuration with the plugins that are there, of which it is known elsewhere whether
 * they are to run and how they are set up. Safe for use from any thread.
 */
public final class WholeConfiguration {

  private final ServerConfiguration configuration;
  private final ConfiguredPlugins plugins;

  /** This configuration with these plugins. */
  public WholeConfiguration(
      ServerConfiguration configuration, PluginAdministration administration) {
    this.configuration = configuration;
    this.plugins = new ConfiguredPlugins(administration);
  }

  /** The whole of it, with a mask in place of each secret. */
  public Document sanitized() {
    return plugins.maskedIn(configuration.sanitized());
  }

  /** The whole of it, secrets included. */
  public Document complete() {
    return plugins.now().addedTo(configuration.document());
  }

  /**
   * As {@link ServerConfiguration#save(Map)}; plugins that it does not mention stay as they are.
   */
  public void save(Map<String, ?> wanted) {
    configuration.save(wanted, plugins);
  }

  /** As {@link #save(Map)}, without waiting; what follows the hooks runs by {@code executor}. */
  public CompletionStage<Document> save(Map<String, ?> wanted, Executor executor) {
    return configuration.save(wanted, plugins, executor).thenApply(saved -> sanitized());
  }

  /** As {@link #save(Map, Executor)}, but what is not mentioned stays as it is. */
  public CompletionStage<Document> patch(Map<String, ?> wanted, Executor executor) {
    return configuration.patch(wanted, plugins, executor).thenApply(saved -> sanitized());
  }
}
