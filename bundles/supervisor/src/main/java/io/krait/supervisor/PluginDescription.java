package io.krait.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be run: what a plugin's manifest and its host's configuration say of its process. */
public final class PluginDescription {

  private final String id;
  private final Path folder;
  private final String script;
  private final String manifestName;
  private final Optional<String> pythonVersion;
  private final Optional<Path> interpreter;
  private final DependencyMode dependencyMode;
  private final Optional<String> venvPath;
  private final Optional<String> requirementsPath;
  private final Optional<String> apiTarget;
  private final Optional<Path> apiLane;
  private final Optional<String> apiToken;
  private final Duration hookTimeout;
  private final String logLevel;
  private final Optional<Integer> debugPort;
  private final Map<String, String> variables;
  private final ProcessLimits limits;
  private final boolean network;

  /** Where a plugin's Python and the packages that it imports come from. */
  public enum DependencyMode {
    /**
     * A virtual environment that lies in the plugin's folder, or else the first interpreter on the
     * host's search path with what is installed there. The SDK is put on its path.
     */
    SYSTEM,
    /**
     * A virtual environment that lies in the plugin's folder, or else one that is made from {@link
     * #requirementsPath()}, with the SDK, and kept for the next start.
     */
    VENV,
    /**
     * The plugin's folder: the virtual environment at {@link #venvPath()}, which must be there if
     * it is named, or packages beside the script. The SDK is put on the path as in {@link #SYSTEM}.
     */
    BUNDLED
  }

  private PluginDescription(Builder builder) {
    id = builder.id;
    folder = builder.folder;
    script = builder.script;
    manifestName = builder.manifestName;
    pythonVersion = builder.pythonVersion;
    interpreter = builder.interpreter;
    dependencyMode = builder.dependencyMode;
    venvPath = builder.venvPath;
    requirementsPath = builder.requirementsPath;
    apiTarget = builder.apiTarget;
    apiLane = builder.apiLane;
    apiToken = builder.apiToken;
    hookTimeout = builder.hookTimeout;
    logLevel = builder.logLevel;
    debugPort = builder.debugPort;
    variables = Map.copyOf(builder.variables);
    limits = builder.limits;
    network = builder.network;
  }

  /**
   * Starts with what every plugin has.
   *
   * @param id the plugin's id
   * @param folder where it is unpacked
   * @param script the executable as the manifest names it, relative to the folder
   */
  public static Builder builder(String id, Path folder, String script) {
    return new Builder(id, folder, script);
  }

  /** The plugin's id. */
  public String id() {
    return id;
  }

  /** Where the plugin is unpacked. */
  public Path folder() {
    return folder;
  }

  /** The executable as the manifest names it. */
  public String script() {
    return script;
  }

  /** The file name of the manifest, for messages that tell people what to change. */
  public String manifestName() {
    return manifestName;
  }

  /** Which versions of Python the plugin says it runs on. */
  public Optional<String> pythonVersion() {
    return pythonVersion;
  }

  /** The interpreter to use instead of looking for one. */
  public Optional<Path> interpreter() {
    return interpreter;
  }

  /** Where the plugin's Python and its packages come from. */
  public DependencyMode dependencyMode() {
    return dependencyMode;
  }

  /** The plugin's own virtual environment, relative to its folder; looked for first. */
  public Optional<String> venvPath() {
    return venvPath;
  }

  /** The list of packages that the plugin needs, relative to its folder, as pip reads it. */
  public Optional<String> requirementsPath() {
    return requirementsPath;
  }

  /** Where the plugin finds its host's API, in the form of gRPC targets; empty for none. */
  public Optional<String> apiTarget() {
    return apiTarget;
  }

  /** The socket of a lane to the same API; empty where there is none. */
  public Optional<Path> apiLane() {
    return apiLane;
  }

  /** The secret by which the host knows the plugin's process; empty where it asks for none. */
  public Optional<String> apiToken() {
    return apiToken;
  }

  /** How long the plugin may work on one hook. */
  public Duration hookTimeout() {
    return hookTimeout;
  }

  /** From which level on the plugin logs. */
  public String logLevel() {
    return logLevel;
  }

  /**
   * Where a debugger finds the plugin on this machine, 0 for any port that is free; empty for a
   * plugin that is not debugged. One that is may stand still for as long as somebody looks at it:
   * its start has no limit, and it is not asked for its health.
   */
  public Optional<Integer> debugPort() {
    return debugPort;
  }

  /** More environment variables of the process; they win over all others but the handshake's. */
  public Map<String, String> variables() {
    return variables;
  }

  /** What the plugin says that it gets by with; what its host allows holds besides. */
  public ProcessLimits limits() {
    return limits;
  }

  /** Whether the plugin may want to reach the network. */
  public boolean network() {
    return network;
  }

  @Override
  public String toString() {
    return "PluginDescription[" + id + " in " + folder + "]";
  }

  /** Collects a description. Not safe for use from several threads. */
  public static final class Builder {
    private final String id;
    private final Path folder;
    private final String script;
    private String manifestName = "plugin.json";
    private Optional<String> pythonVersion = Optional.empty();
    private Optional<Path> interpreter = Optional.empty();
    private DependencyMode dependencyMode = DependencyMode.SYSTEM;
    private Optional<String> venvPath = Optional.empty();
    private Optional<String> requirementsPath = Optional.empty();
    private Optional<String> apiTarget = Optional.empty();
    private Optional<Path> apiLane = Optional.empty();
    private Optional<String> apiToken = Optional.empty();
    private Duration hookTimeout = Duration.ofSeconds(30);
    private String logLevel = "INFO";
    private Optional<Integer> debugPort = Optional.empty();
    private final Map<String, String> variables = new TreeMap<>();
    private ProcessLimits limits = ProcessLimits.NONE;
    private boolean network = true;

    private Builder(String id, Path folder, String script) {
      this.id = Objects.requireNonNull(id, "id");
      this.folder = Objects.requireNonNull(folder, "folder");
      this.script = Objects.requireNonNull(script, "script");
    }

    /** See {@link PluginDescription#manifestName()}; {@code plugin.json} by default. */
    public Builder manifestName(String name) {
      manifestName = Objects.requireNonNull(name);
      return this;
    }

    /** See {@link PluginDescription#pythonVersion()}; blank is the same as none. */
    public Builder pythonVersion(String requirement) {
      pythonVersion = Optional.of(requirement).filter(text -> !text.isBlank());
      return this;
    }

    /** See {@link PluginDescription#interpreter()}; none by default. */
    public Builder interpreter(Path path) {
      interpreter = Optional.of(path);
      return this;
    }

    /** See {@link PluginDescription#dependencyMode()}; {@code SYSTEM} by default. */
    public Builder dependencyMode(DependencyMode mode) {
      dependencyMode = Objects.requireNonNull(mode);
      return this;
    }

    /** See {@link PluginDescription#venvPath()}; blank is the same as none. */
    public Builder venvPath(String path) {
      venvPath = Optional.of(path).filter(text -> !text.isBlank());
      return this;
    }

    /** See {@link PluginDescription#requirementsPath()}; blank is the same as none. */
    public Builder requirementsPath(String path) {
      requirementsPath = Optional.of(path).filter(text -> !text.isBlank());
      return this;
    }

    /** See {@link PluginDescription#apiTarget()}; none by default. */
    public Builder apiTarget(String target) {
      apiTarget = Optional.of(target);
      return this;
    }

    /** See {@link PluginDescription#apiLane()}; none by default. */
    public Builder apiLane(Path socket) {
      apiLane = Optional.of(socket);
      return this;
    }

    /** See {@link PluginDescription#apiToken()}; none by default. */
    public Builder apiToken(String token) {
      apiToken = Optional.of(token);
      return this;
    }

    /** See {@link PluginDescription#hookTimeout()}; 30 seconds by default. */
    public Builder hookTimeout(Duration timeout) {
      hookTimeout = Objects.requireNonNull(timeout);
      return this;
    }

    /** See {@link PluginDescription#logLevel()}; {@code INFO} by default. */
    public Builder logLevel(String level) {
      logLevel = Objects.requireNonNull(level);
      return this;
    }

    /** See {@link PluginDescription#debugPort()}; none by default. */
    public Builder debugPort(int port) {
      debugPort = Optional.of(port);
      return this;
    }

    /** See {@link PluginDescription#variables()}. */
    public Builder variable(String name, String value) {
      variables.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
      return this;
    }

    /** See {@link PluginDescription#limits()}; none by default. */
    public Builder limits(ProcessLimits enough) {
      limits = Objects.requireNonNull(enough);
      return this;
    }

    /** See {@link PluginDescription#network()}; true by default. */
    public Builder network(boolean wanted) {
      network = wanted;
      return this;
    }

    /** The description. */
    public PluginDescription build() {
      return new PluginDescription(this);
    }
  }
}
