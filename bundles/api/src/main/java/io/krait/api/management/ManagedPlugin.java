package io.krait.api.management;

import io.krait.api.HookName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plugin as it is at one moment. Texts that were not given are empty.
 *
 * @param id its identifier
 * @param name its name for people
 * @param description what it does
 * @param homepageUrl where it is presented
 * @param version the version in use
 * @param folder where the files of that version are
 * @param enabled whether it is to run
 * @param state what it does
 * @param since from when on it does that
 * @param reason why, in one line: what it waits for, what it is doing while it starts, or what went
 *     wrong; empty where there is nothing to say
 * @param process the process it runs in
 * @param restarts how often it was started again after a failure, since it was last started by
 *     somebody
 * @param hooks the hooks it handles while it runs
 * @param lastLines what its latest process has printed last, oldest first; at most 200
 * @param warnings what is odd about its manifest, a line each
 * @param settingsSchema the settings an administrator can make
 */
public record ManagedPlugin(
    String id,
    String name,
    String description,
    String homepageUrl,
    String version,
    Path folder,
    boolean enabled,
    PluginState state,
    Instant since,
    String reason,
    Optional<ProcessFacts> process,
    int restarts,
    Set<HookName> hooks,
    List<String> lastLines,
    List<String> warnings,
    Optional<SettingsSchema> settingsSchema) {

  /** Copies the collections. */
  public ManagedPlugin {
    hooks = Collections.unmodifiableSet(new TreeSet<>(hooks));
    lastLines = List.copyOf(lastLines);
    warnings = List.copyOf(warnings);
  }

  /**
   * The process of a running plugin.
   *
   * @param name what people find it by: {@code process 4711} on this machine
   * @param pid its number, where it runs on this machine
   * @param started when it was started
   */
  public record ProcessFacts(String name, Optional<Long> pid, Instant started) {}
}
