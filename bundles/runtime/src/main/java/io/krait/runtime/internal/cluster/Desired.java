package io.krait.runtime.internal.cluster;

import io.krait.api.HookName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all nodes are to have of one plugin.
 *
 * @param revision counts the changes; 0 where nobody has ever installed it
 * @param version the version that is to be in use
 * @param archive hash of the archive of that version; empty where it is not to be there
 * @param enabled whether it is to run
 * @param settings its settings by lower-case key: JSON values, immutable
 * @param release the revision by which that version was installed
 * @param installer identifier of the user who installed it; empty where that is not known
 * @param installing whether it was installed and no node has told it so
 * @param guards those of its hooks by which it can refuse something; empty where it has not run yet
 * @param halted why no further node takes that version; empty where they may
 */
public record Desired(
    String id,
    long revision,
    String version,
    String archive,
    boolean enabled,
    Map<String, Object> settings,
    long release,
    String installer,
    boolean installing,
    Optional<Set<HookName>> guards,
    String halted) {

  public Desired {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Of one that nobody has installed. */
  static Desired none(String id) {
    return new Desired(id, 0, "", "", false, Map.of(), 0, "", false, Optional.empty(), "");
  }

  /** Whether it is to be there. */
  public boolean isInstalled() {
    return !archive.isEmpty();
  }

  Desired withRevision(long value) {
    return new Desired(
        id,
        value,
        version,
        archive,
        enabled,
        settings,
        release,
        installer,
        installing,
        guards,
        halted);
  }

  /**
   * Another version is to be in use, or the same once more.
   *
   * @param news whether no node has told it that it was installed
   */
  Desired withRelease(String newVersion, String newArchive, String newInstaller, boolean news) {
    return new Desired(
        id,
        revision,
        newVersion,
        newArchive,
        enabled,
        settings,
        revision + 1,
        newInstaller,
        news,
        guards,
        "");
  }

  /** It is not to be there; its settings are kept. */
  Desired removed() {
    return new Desired(
        id,
        revision,
        version,
        "",
        false,
        settings,
        release,
        installer,
        false,
        Optional.empty(),
        "");
  }

  /** It is set otherwise. */
  public Desired with(boolean nowEnabled, Map<String, Object> nowSettings) {
    return new Desired(
        id,
        revision,
        version,
        archive,
        nowEnabled,
        nowSettings,
        release,
        installer,
        installing,
        guards,
        halted);
  }

  /** It has been told that it was installed. */
  public Desired told() {
    return new Desired(
        id, revision, version, archive, enabled, settings, release, installer, false, guards,
        halted);
  }

  /** These are its hooks by which it can refuse something. */
  public Desired withGuards(Optional<Set<HookName>> hooks) {
    return new Desired(
        id,
        revision,
        version,
        archive,
        enabled,
        settings,
        release,
        installer,
        installing,
        hooks,
        halted);
  }

  /** No further node takes its version. */
  Desired halt(String why) {
    return new Desired(
        id,
        revision,
        version,
        archive,
        enabled,
        settings,
        release,
        installer,
        installing,
        guards,
        why);
  }
}
