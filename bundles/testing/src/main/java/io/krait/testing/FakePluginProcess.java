package io.krait.testing;

import io.krait.api.PluginApi;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The process of a {@link FakePlugin}, as its hooks see it. What they print is the plugin's log; to
 * end as a plugin that crashes they call {@link Runtime#halt}. Safe for use from any thread.
 */
@ProviderType
public interface FakePluginProcess {

  /** The host's API, called over the wire. */
  PluginApi api();

  /** What the test has told the hooks by {@link FakePlugin.Builder#hooks}. */
  List<String> arguments();

  /**
   * What the process answers when the supervisor asks for its health; it is healthy when it begins.
   *
   * @throws IllegalStateException in the constructor of the hooks, where nothing is served yet
   */
  void setHealthy(boolean healthy);
}
