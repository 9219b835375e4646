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
 * @param supportUrl where help is found
 * @param releaseNotesUrl what is new in this version
 * @param iconPath path of an SVG in its folder
 * @param minServerVersion the oldest server it works with
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
 * @param debugging whether its process is debugged: it has no deadlines then, and nobody looks
 *     after its health
 */
public record ManagedPlugin(
    String id,
    String name,
    String description,
    String homepageUrl,
    String supportUrl,
    String releaseNotesUrl,
    String iconPath,
    String minServerVersion,
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
    Optional<SettingsSchema> settingsSchema,
    boolean debugging) {

  /** Copies the collections. */
  public ManagedPlugin {
    hooks = Collections.unmodifiableSet(new TreeSet<>(hooks));
    lastLines = List.copyOf(lastLines);
    warnings = List.copyOf(warnings);
  }

  /**
   * Starts with a plugin that nobody has enabled. Its name is its identifier, all else is empty.
   *
   * @param id its identifier
   * @param version the version in use
   * @param folder where the files of that version are
   */
  public static Builder builder(String id, String version, Path folder) {
    return new Builder(id, version, folder);
  }

  /** Starts with what this one has. */
  public Builder toBuilder() {
    return builder(id, version, folder)
        .name(name)
        .description(description)
        .homepageUrl(homepageUrl)
        .supportUrl(supportUrl)
        .releaseNotesUrl(releaseNotesUrl)
        .iconPath(iconPath)
        .minServerVersion(minServerVersion)
        .enabled(enabled)
        .state(state)
        .since(since)
        .reason(reason)
        .process(process)
        .restarts(restarts)
        .hooks(hooks)
        .lastLines(lastLines)
        .warnings(warnings)
        .settingsSchema(settingsSchema)
        .debugging(debugging);
  }

  /**
   * The process of a running plugin.
   *
   * @param name what people find it by: {@code process 4711} on this machine
   * @param pid its number, where it runs on this machine
   * @param started when it was started
   * @param transport what carries calls to it: {@code lane} or {@code gRPC}
   */
  public record ProcessFacts(String name, Optional<Long> pid, Instant started, String transport) {}

  /** Collects what is told of a plugin. Not safe for use from several threads. */
  public static final class Builder {
    private final String id;
    private String version;
    private Path folder;
    private String name;
    private String description = "";
    private String homepageUrl = "";
    private String supportUrl = "";
    private String releaseNotesUrl = "";
    private String iconPath = "";
    private String minServerVersion = "";
    private boolean enabled;
    private PluginState state = PluginState.DISABLED;
    private Instant since = Instant.EPOCH;
    private String reason = "";
    private Optional<ProcessFacts> process = Optional.empty();
    private int restarts;
    private Set<HookName> hooks = Set.of();
    private List<String> lastLines = List.of();
    private List<String> warnings = List.of();
    private Optional<SettingsSchema> settingsSchema = Optional.empty();
    private boolean debugging;

    private Builder(String id, String version, Path folder) {
      this.id = id;
      this.version = version;
      this.folder = folder;
      name = id;
    }

    /** See {@link ManagedPlugin#version()}. */
    public Builder version(String value) {
      version = value;
      return this;
    }

    /** See {@link ManagedPlugin#folder()}. */
    public Builder folder(Path value) {
      folder = value;
      return this;
    }

    /** See {@link ManagedPlugin#name()}; its identifier by default. */
    public Builder name(String value) {
      name = value;
      return this;
    }

    /** See {@link ManagedPlugin#description()}; empty by default. */
    public Builder description(String value) {
      description = value;
      return this;
    }

    /** See {@link ManagedPlugin#homepageUrl()}; empty by default. */
    public Builder homepageUrl(String value) {
      homepageUrl = value;
      return this;
    }

    /** See {@link ManagedPlugin#supportUrl()}; empty by default. */
    public Builder supportUrl(String value) {
      supportUrl = value;
      return this;
    }

    /** See {@link ManagedPlugin#releaseNotesUrl()}; empty by default. */
    public Builder releaseNotesUrl(String value) {
      releaseNotesUrl = value;
      return this;
    }

    /** See {@link ManagedPlugin#iconPath()}; empty by default. */
    public Builder iconPath(String value) {
      iconPath = value;
      return this;
    }

    /** See {@link ManagedPlugin#minServerVersion()}; empty by default. */
    public Builder minServerVersion(String value) {
      minServerVersion = value;
      return this;
    }

    /** See {@link ManagedPlugin#enabled()}; not by default. */
    public Builder enabled(boolean value) {
      enabled = value;
      return this;
    }

    /** See {@link ManagedPlugin#state()}; {@code DISABLED} by default. */
    public Builder state(PluginState value) {
      state = value;
      return this;
    }

    /** See {@link ManagedPlugin#since()}; the epoch by default. */
    public Builder since(Instant value) {
      since = value;
      return this;
    }

    /** See {@link ManagedPlugin#reason()}; empty by default. */
    public Builder reason(String value) {
      reason = value;
      return this;
    }

    /** See {@link ManagedPlugin#process()}; none by default. */
    public Builder process(Optional<ProcessFacts> value) {
      process = value;
      return this;
    }

    /** See {@link ManagedPlugin#restarts()}; none by default. */
    public Builder restarts(int value) {
      restarts = value;
      return this;
    }

    /** See {@link ManagedPlugin#hooks()}; none by default. */
    public Builder hooks(Set<HookName> value) {
      hooks = value;
      return this;
    }

    /** See {@link ManagedPlugin#lastLines()}; none by default. */
    public Builder lastLines(List<String> value) {
      lastLines = value;
      return this;
    }

    /** See {@link ManagedPlugin#warnings()}; none by default. */
    public Builder warnings(List<String> value) {
      warnings = value;
      return this;
    }

    /** See {@link ManagedPlugin#settingsSchema()}; none by default. */
    public Builder settingsSchema(Optional<SettingsSchema> value) {
      settingsSchema = value;
      return this;
    }

    /** See {@link ManagedPlugin#debugging()}; not by default. */
    public Builder debugging(boolean value) {
      debugging = value;
      return this;
    }

    /** The plugin. */
    public ManagedPlugin build() {
      return new ManagedPlugin(
          id,
          name,
          description,
          homepageUrl,
          supportUrl,
          releaseNotesUrl,
          iconPath,
          minServerVersion,
          version,
          folder,
          enabled,
          state,
          since,
          reason,
          process,
          restarts,
          hooks,
          lastLines,
          warnings,
          settingsSchema,
          debugging);
    }
  }
}
