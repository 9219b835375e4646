package io.krait.supervisor.internal;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginStartException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills virtual environments by means of Python's own modules {@code venv} and {@code pip}. */
final class PackageInstaller {

  private static final System.Logger LOG = System.getLogger(PackageInstaller.class.getName());

  private static final Pattern PACKAGE =
      Pattern.compile(
          "\\s*(?:Collecting|Building wheel for|Installing collected packages:) ([^(]{1,500}).*");
  private static final int MAX_LINE_BYTES = 16 << 10;
  private static final int LAST_LINES = 200;
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final ProcessStarter starter;
  private final ChildEnvironment environment;
  private final Executor executor;
  private final Duration limit;

  /**
   * Installs packages.
   *
   * @param executor runs what reads the output
   * @param limit how long it may take until an environment is complete
   */
  PackageInstaller(
      ProcessStarter starter, ChildEnvironment environment, Executor executor, Duration limit) {
    this.starter = starter;
    this.environment = environment;
    this.executor = executor;
    this.limit = limit;
  }

  /** Told what is going on. */
  interface Listener {

    /** Something new is being done. */
    void progress(String what);

    /** A line of what pip says. */
    void printed(String line);
  }

  /**
   * Makes a virtual environment with the SDK and the requirements of {@code plugin}. Blocks; an
   * interruption ends the processes that do it.
   *
   * @param python the interpreter that the environment has when it is made
   * @param target where it is made; must not be there
   * @throws PluginStartException where that fails
   */
  void install(
      PluginDescription plugin,
      Interpreter base,
      Path python,
      Path target,
      BundledSdk.Unpacked sdk,
      Requirements requirements,
      Listener listener)
      throws PluginStartException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    listener.progress("making a virtual environment with Python " + base.version());
    Outcome made =
        run(
            plugin,
            List.of(base.path().toString(), "-m", "venv", target.toString()),
            end,
            listener);
    if (made.code() != 0) {
      throw failure(
          plugin,
          "%s cannot make a virtual environment (it has ended with %s; its last line is %s); install its module venv (on Debian and Ubuntu the package python3-venv)"
              .formatted(base.path(), ExitCodes.text(made.code()), Quotes.quote(made.last())),
          made);
    }
    listener.progress("installing requirements");
    List<String> sdkArgument = List.of(sdk.wheel().toString());
    List<String> others =
        requirements.file().map(file -> List.of("-r", file.toString())).orElse(List.of());
    if (requirements.hashed()) {
      // pip takes nothing without a hash beside packages that have one.
      pip(plugin, python, others, end, listener);
      pip(plugin, python, sdkArgument, end, listener);
    } else {
      // Together, so that the versions are chosen that go with all of them.
      List<String> all = new ArrayList<>(sdkArgument);
      all.addAll(others);
      pip(plugin, python, all, end, listener);
    }
  }

  private void pip(
      PluginDescription plugin, Path python, List<String> packages, long end, Listener listener)
      throws PluginStartException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                python.toString(),
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--no-input",
                "--no-color",
                "--progress-bar",
                "off"));
    command.addAll(packages);
    Outcome outcome = run(plugin, command, end, listener);
    if (outcome.code() != 0) {
      throw failure(
          plugin,
          "its requirements cannot be installed: pip says %s; correct %s, or see that the server can reach the packages"
              .formatted(
                  Quotes.quote(outcome.error()),
                  plugin.requirementsPath().orElse("what keeps pip from it")),
          outcome);
    }
  }

  private record Outcome(int code, List<String> lines) {
    String last() {
      return lines.stream().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }

    String error() {
      return lines.stream()
          .filter(line -> line.startsWith("ERROR: "))
          .map(line -> line.substring("ERROR: ".length()))
          .reduce((before, line) -> line)
          .orElseGet(this::last);
    }
  }

  private Outcome run(PluginDescription plugin, List<String> command, long end, Listener listener)
      throws PluginStartException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(plugin.folder().toAbsolutePath().toFile())
            .redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(environment.forInstaller());
    Process process;
    try {
      process = starter.start(builder);
    } catch (IOException e) {
      throw new PluginStartException(
          plugin.id(),
          command.get(0) + " cannot be run (" + e.getMessage() + "); install a Python that works",
          List.of(),
          e);
    }
    Deque<String> lines = new ArrayDeque<>();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(() -> read(process, lines, listener), executor);
    try {
      process.getOutputStream().close();
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        end(process);
        throw new PluginStartException(
            plugin.id(),
            "its requirements are not installed after %s; see its log, or set install_seconds of io.krait.supervisor to more"
                .formatted(Durations.text(limit)),
            copy(lines),
            null);
      }
    } catch (IOException e) {
      // It has ended already.
      LOG.log(Level.DEBUG, "standard input could not be closed", e);
      process.waitFor();
    } finally {
      end(process);
    }
    try {
      reading.get(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "the output of an installation does not end", e);
    }
    return new Outcome(process.exitValue(), copy(lines));
  }

  private static void end(Process process) {
    new LocalPluginProcess(process).kill();
    try {
      // While it is there it may go on to write.
      process.onExit().get(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "an installation does not end, though it was killed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> copy(Deque<String> lines) {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  private static void read(Process process, Deque<String> lines, Listener listener) {
    try (var in = process.getInputStream()) {
      BoundedLines input = new BoundedLines(in, MAX_LINE_BYTES);
      for (String line = input.next(); line != null; line = input.next()) {
        synchronized (lines) {
          if (lines.size() == LAST_LINES) {
            lines.removeFirst();
          }
          lines.addLast(line);
        }
        listener.printed(line);
        Matcher matcher = PACKAGE.matcher(line);
        if (matcher.matches()) {
          listener.progress("installing requirements: " + matcher.group(1).strip());
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the output of an installation has been closed", e);
    }
  }

  private static PluginStartException failure(
      PluginDescription plugin, String problem, Outcome outcome) {
    return new PluginStartException(plugin.id(), problem, outcome.lines(), null);
  }
}
