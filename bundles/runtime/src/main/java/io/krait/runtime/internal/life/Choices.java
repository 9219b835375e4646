package io.krait.runtime.internal.life;

import io.krait.api.HookName;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What administrators have chosen for each plugin, kept for good. Safe for use from any thread. */
interface Choices {

  /** What is chosen for a plugin. */
  Choice of(String pluginId);

  /**
   * Changes what is chosen for a plugin. Nobody is told of changes that are made this way.
   *
   * @return what is chosen now
   * @throws IOException where it cannot be kept; then nothing has changed
   */
  Choice change(String pluginId, UnaryOperator<Choice> change) throws IOException;

  /**
   * As {@link #change}, for what concerns this node alone: how other nodes have it stays as it is.
   */
  default Choice changeHere(String pluginId, UnaryOperator<Choice> change) throws IOException {
    return change(pluginId, change);
  }

  /**
   * Whether a plugin is to be told that it was installed. Whoever hears so has to tell it: nobody
   * hears it a second time, on any node.
   *
   * @return the user who installed it, whose identifier is empty where it is not known
   */
  default Optional<String> takeInstalling(String pluginId) throws IOException {
    if (!of(pluginId).installing()) {
      return Optional.empty();
    }
    AtomicReference<Choice> before = new AtomicReference<>(Choice.NONE);
    changeHere(pluginId, choice -> before.updateAndGet(was -> choice).withInstalling(false));
    return before.get().installing() ? Optional.of(before.get().installer()) : Optional.empty();
  }

  /**
   * Tells of changes that others make from now on.
   *
   * @param listener gets the plugin and what is chosen now; must be quick
   */
  void listen(BiConsumer<String, Choice> listener);

  /**
   * What is chosen for one plugin.
   *
   * @param enabled whether it is to run
   * @param settings its settings by lower-case key: JSON values, immutable
   * @param installing whether it was installed and has not run since
   * @param hooks those of the hooks it handled when it last ran by which it can refuse something;
   *     empty where it has not run yet
   * @param installer identifier of the user who installed it last; empty where that is not known
   * @param logLevel from which level on it logs; empty for that of all plugins
   * @param debugPort where debuggers find it, 0 for any port that is free; empty where it is not to
   *     be debugged
   * @param archive hash of the archive that its version in use came from, where nodes share it;
   *     else empty
   */
  record Choice(
      boolean enabled,
      Map<String, Object> settings,
      boolean installing,
      Optional<Set<HookName>> hooks,
      String installer,
      String logLevel,
      Optional<Integer> debugPort,
      String archive) {

    static final Choice NONE = new Choice(false, Map.of(), false);

    public Choice {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** What is chosen for one that has not run yet. */
    Choice(boolean enabled, Map<String, Object> settings, boolean installing) {
      this(enabled, settings, installing, Optional.empty(), "", "", Optional.empty(), "");
    }

    Choice withEnabled(boolean value) {
      return new Choice(
          value, settings, installing, hooks, installer, logLevel, debugPort, archive);
    }

    Choice withSettings(Map<String, Object> value) {
      return new Choice(enabled, value, installing, hooks, installer, logLevel, debugPort, archive);
    }

    Choice withInstalling(boolean value) {
      return new Choice(enabled, settings, value, hooks, installer, logLevel, debugPort, archive);
    }

    Choice withHooks(Set<HookName> handled) {
      Set<HookName> refusing = new TreeSet<>();
      handled.stream().filter(HookName::canRefuse).forEach(refusing::add);
      return new Choice(
          enabled,
          settings,
          installing,
          Optional.of(Collections.unmodifiableSet(refusing)),
          installer,
          logLevel,
          debugPort,
          archive);
    }

    Choice withLogLevel(String value) {
      return new Choice(enabled, settings, installing, hooks, installer, value, debugPort, archive);
    }

    Choice withInstaller(String value) {
      return new Choice(enabled, settings, installing, hooks, value, logLevel, debugPort, archive);
    }

    Choice withArchive(String value) {
      return new Choice(
          enabled, settings, installing, hooks, installer, logLevel, debugPort, value);
    }

    Choice withDebugPort(int value) {
      return new Choice(
          enabled, settings, installing, hooks, installer, logLevel, Optional.of(value), archive);
    }
  }
}
