package io.krait.supervisor.internal;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginDescription.DependencyMode;
import io.krait.supervisor.PluginStartException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the interpreter of a plugin: that of the virtual environment that its manifest names, of
 * {@code venv} or {@code .venv} in its folder, or else the first on the search path. It is run once
 * to see that it works and which version it is.
 */
final class InterpreterFinder {

  private static final List<String> UNIX = List.of("bin/python", "bin/python3");
  private static final List<String> WINDOWS = List.of("Scripts/python.exe");
  private static final String SDK = "with SDK";
  private static final String EXECUTABLE = "program ";
  // The folder that it runs in is the plugin's, whose modules must not stand in for Python's own.
  private static final String PROBE =
      """
      import sys
      print('Python', '.'.join(map(str, sys.version_info[:3])))
      sys.path = [entry for entry in sys.path if entry]
      import importlib.util
      import os
      print(importlib.util.find_spec('mattermost_plugin') and '%s')
      print('%s' + os.path.realpath(sys.executable))
      """
          .formatted(SDK, EXECUTABLE);
  private static final int MAX_ANSWER_BYTES = 4096;

  private final ProcessStarter starter;
  private final ChildEnvironment environment;
  private final boolean windows;
  private final Duration deadline;
  private final KnownInterpreters known = new KnownInterpreters();

  /**
   * Looks for interpreters.
   *
   * @param environment what the interpreter gets to see, and whose search path is used
   * @param windows whether the layout of Windows is to be expected
   * @param deadline how long an interpreter may take to say its version
   */
  InterpreterFinder(
      ProcessStarter starter, ChildEnvironment environment, boolean windows, Duration deadline) {
    this.starter = starter;
    this.environment = environment;
    this.windows = windows;
    this.deadline = deadline;
  }

  /**
   * The interpreter of {@code plugin}. Blocks until it has said its version.
   *
   * @throws PluginStartException where there is none, it does not work, or it is not of the version
   *     that the plugin asks for
   */
  Interpreter find(PluginDescription plugin) throws PluginStartException, InterruptedException {
    requirement(plugin);
    Path path = locate(plugin);
    return check(
        plugin,
        path,
        plugin.interpreter().isEmpty()
            && path.startsWith(plugin.folder().toAbsolutePath().normalize()));
  }

  /**
   * Looks at one interpreter. Blocks until it has said its version.
   *
   * @param own whether its environment is the plugin's own
   * @throws PluginStartException as {@link #find} does
   */
  Interpreter check(PluginDescription plugin, Path path, boolean own)
      throws PluginStartException, InterruptedException {
    VersionRequirement requirement = requirement(plugin);
    if (!Files.isRegularFile(path)) {
      throw new PluginStartException(
          plugin.id(),
          display(plugin, path)
              + (Files.isSymbolicLink(path) ? " is a link to nothing" : " is not a file")
              + "; create the virtual environment anew on this machine, or remove it");
    }
    if (!Files.isExecutable(path)) {
      throw new PluginStartException(
          plugin.id(), display(plugin, path) + " is not executable; make it so with chmod +x");
    }
    String answer = own ? ask(plugin, path) : known(plugin, path);
    PythonVersion version = PythonVersion.in(answer).orElseThrow();
    if (requirement != null && !requirement.isMetBy(version)) {
      throw new PluginStartException(
          plugin.id(),
          "python_version \"%s\" is not met by %s (%s); install a newer Python or change python_version in %s"
              .formatted(requirement, display(plugin, path), version, plugin.manifestName()));
    }
    return new Interpreter(
        path, version, own, answer.lines().anyMatch(SDK::equals), executable(answer));
  }

  private static Optional<Path> executable(String answer) {
    return answer
        .lines()
        .filter(line -> line.startsWith(EXECUTABLE))
        .map(line -> new File(line.substring(EXECUTABLE.length())).toPath())
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static VersionRequirement requirement(PluginDescription plugin)
      throws PluginStartException {
    if (plugin.pythonVersion().isEmpty()) {
      return null;
    }
    try {
      return VersionRequirement.parse(plugin.pythonVersion().get());
    } catch (IllegalArgumentException e) {
      throw new PluginStartException(
          plugin.id(), e.getMessage() + "; change it in " + plugin.manifestName(), List.of(), e);
    }
  }

  private Path locate(PluginDescription plugin) throws PluginStartException {
    Path folder = plugin.folder().toAbsolutePath().normalize();
    if (plugin.interpreter().isPresent()) {
      return folder.resolve(plugin.interpreter().get()).normalize();
    }
    Optional<Path> own = inFolder(plugin, folder);
    return own.isPresent() ? own.get() : onSearchPath(plugin);
  }

  /** The interpreter of a virtual environment that lies in the plugin's folder. */
  private Optional<Path> inFolder(PluginDescription plugin, Path folder)
      throws PluginStartException {
    List<String> environments = new ArrayList<>();
    if (plugin.venvPath().isPresent()) {
      Path named = inside(plugin, folder, plugin.venvPath().get());
      if (plugin.dependencyMode() == DependencyMode.BUNDLED && !Files.isDirectory(named)) {
        throw new PluginStartException(
            plugin.id(),
            "venv_path \"%s\" is not a folder of the plugin; add the virtual environment or remove venv_path from %s"
                .formatted(plugin.venvPath().get(), plugin.manifestName()));
      }
      environments.add(named.toString());
    }
    environments.add("venv");
    environments.add(".venv");
    for (String environment : environments) {
      for (String candidate : windows ? WINDOWS : UNIX) {
        Path path = folder.resolve(environment).resolve(candidate);
        // A link to nothing counts: that a plugin's environment is broken must be said, not hidden
        // by running the plugin without its libraries.
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          return Optional.of(path);
        }
      }
    }
    return Optional.empty();
  }

  private static Path inside(PluginDescription plugin, Path folder, String name)
      throws PluginStartException {
    try {
      Path path = folder.resolve(name).normalize();
      if (path.startsWith(folder) && !path.equals(folder)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw new PluginStartException(
        plugin.id(),
        "venv_path \"%s\" is not a folder within the plugin's; change it in %s"
            .formatted(name, plugin.manifestName()));
  }

  private Path onSearchPath(PluginDescription plugin) throws PluginStartException {
    String searchPath = environment.searchPath();
    for (String name :
        windows ? List.of("python3.exe", "python.exe") : List.of("python3", "python")) {
      for (String entry : searchPath.split(File.pathSeparator, -1)) {
        Path path = inSearchPath(entry, name);
        if (path != null && Files.isRegularFile(path) && Files.isExecutable(path)) {
          return path;
        }
      }
    }
    throw new PluginStartException(
        plugin.id(),
        "no Python interpreter found, neither in venv or .venv of the plugin nor as python3 or"
            + " python on PATH ("
            + searchPath
            + "); install Python or add a virtual environment to the plugin");
  }

  private static Path inSearchPath(String entry, String name) {
    // An empty entry stands for the current folder, where nobody put an interpreter on purpose.
    if (entry.isEmpty()) {
      return null;
    }
    try {
      return Path.of(entry).resolve(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  // What is installed for a plugin of its own may be another thing at each start.
  private String known(PluginDescription plugin, Path path)
      throws PluginStartException, InterruptedException {
    KnownInterpreters.Identity interpreter;
    try {
      interpreter = KnownInterpreters.Identity.of(path);
    } catch (IOException e) {
      return ask(plugin, path);
    }
    String answer = known.answer(interpreter);
    if (answer == null) {
      answer = ask(plugin, path);
      known.remember(interpreter, answer);
    }
    return answer;
  }

  private String ask(PluginDescription plugin, Path path)
      throws PluginStartException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(path.toString(), "-E", "-s", "-c", PROBE)
            .directory(plugin.folder().toAbsolutePath().toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(environment.inherited());
    String name = display(plugin, path);
    Process process;
    try {
      process = starter.start(builder);
    } catch (IOException e) {
      throw new PluginStartException(
          plugin.id(),
          name + " cannot be run (" + e.getMessage() + "); install a Python that works",
          List.of(),
          e);
    }
    try {
      process.getOutputStream().close();
      int code = process.onExit().get(deadline.toMillis(), TimeUnit.MILLISECONDS).exitValue();
      String output = answer(process);
      if (PythonVersion.in(output).isEmpty()) {
        throw new PluginStartException(
            plugin.id(),
            name
                + " does not say its version, it ended with code "
                + code
                + "; install a Python that works",
            output.lines().toList(),
            null);
      }
      return output;
    } catch (TimeoutException e) {
      throw new PluginStartException(
          plugin.id(),
          "%s has not said its version within %s; see why it hangs, or install another Python"
              .formatted(name, Durations.text(deadline)),
          List.of(),
          e);
    } catch (IOException | ExecutionException e) {
      throw new PluginStartException(
          plugin.id(), name + " cannot be asked for its version: " + e.getMessage(), List.of(), e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  // What is there when the process is gone. Waiting for the end of the stream could take for ever,
  // as a child of the interpreter may keep it open.
  private static String answer(Process process) throws IOException {
    int available = Math.min(process.getInputStream().available(), MAX_ANSWER_BYTES);
    return new String(process.getInputStream().readNBytes(available), StandardCharsets.UTF_8);
  }

  private static String display(PluginDescription plugin, Path path) {
    Path folder = plugin.folder().toAbsolutePath().normalize();
    return (path.startsWith(folder) ? folder.relativize(path) : path).toString();
  }
}
