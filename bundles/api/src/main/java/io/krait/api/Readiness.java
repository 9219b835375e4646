package io.krait.api;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether the plugins are up that are to run, and what is refused where they are not. A service of
 * the runtime, safe for use from any thread; while it is not there nothing is known of plugins.
 */
@ProviderType
public interface Readiness {

  /** How it is now. */
  Report report();

  /**
   * How it is at one moment.
   *
   * @param ready whether, since the runtime began, all enabled plugins have run or failed, or the
   *     time is over that administrators give them for it. Once so, it stays so
   * @param reason why not, in one line; empty where it is ready
   * @param awaited the plugins that have neither run nor failed; empty where it is ready
   * @param refusals what is refused just now as a plugin that guards it is away, also where it is
   *     ready
   */
  record Report(boolean ready, String reason, Set<String> awaited, List<Refusal> refusals) {

    /** Copies the collections. */
    public Report {
      awaited = Collections.unmodifiableSet(new TreeSet<>(awaited));
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Operations that are refused for one plugin.
   *
   * @param pluginId the plugin that guards them
   * @param hooks the hooks by which it does
   * @param reason why it cannot be asked, in one line
   */
  record Refusal(String pluginId, Set<HookName> hooks, String reason) {

    /** Copies the hooks. */
    public Refusal {
      hooks = Collections.unmodifiableSet(new TreeSet<>(hooks));
    }
  }
}
