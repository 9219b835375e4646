package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution in a process of its own, on a free port. */
public final class Server implements AutoCloseable {

  // Gives a program a terminal, as there is one where people sit. It has no size of its own.
  private static final String TERMINAL =
      "import pty, sys; sys.exit(pty.spawn("
          + "['sh', '-c', 'stty rows 24 cols 160; exec \"$0\" \"$@\"'] + sys.argv[1:]) != 0)";

  private final Process process;
  private final Path data;
  private final Path output;
  private final int port;
  private final Runnable ending;

  private Server(Process process, Path data, int port, Runnable ending) {
    this.process = process;
    this.data = data;
    this.output = output(data);
    this.port = port;
    this.ending = ending;
  }

  /** Starts a server and waits until it says that it runs. */
  public static Server start(Path data, Path... plugins) throws IOException, InterruptedException {
    return started(starting(data, plugins));
  }

  /** Starts a server by this script, and waits until it says that it runs. */
  public static Server startBy(Path script, Path data, Path... plugins)
      throws IOException, InterruptedException {
    return started(starting(script, data, plugins));
  }

  /** Starts a server, and does not wait. */
  public static Server starting(Path data, Path... plugins) throws IOException {
    return starting(Workspace.script(), data, plugins);
  }

  private static Server starting(Path script, Path data, Path... plugins) throws IOException {
    List<String> options = new ArrayList<>(List.of("--no-shell"));
    options.addAll(installing(plugins));
    int port = Workspace.freePort();
    Process process = begin(List.of(script.toString()), data, port, options);
    return new Server(process, data, port, process::destroy);
  }

  private static List<String> installing(Path... plugins) {
    List<String> options = new ArrayList<>();
    for (Path plugin : plugins) {
      options.addAll(List.of("--install", plugin.toString()));
    }
    return options;
  }

  /** Starts a server in a terminal, with its shell, and waits until it says that it runs. */
  public static Server atTerminal(Path data, Path... plugins)
      throws IOException, InterruptedException {
    return atTerminal(Workspace.script(), data, plugins);
  }

  private static Server atTerminal(Path script, Path data, Path... plugins)
      throws IOException, InterruptedException {
    int port = Workspace.freePort();
    List<String> terminal =
        List.of(Workspace.python().toString(), "-c", TERMINAL, script.toString());
    Process process = begin(terminal, data, port, installing(plugins));
    return started(new Server(process, data, port, () -> new Shell(process, output(data)).exit()));
  }

  /** Starts a server on Equinox, with a distribution in {@code home}, in the same way. */
  public static Server atTerminalOnEquinox(Path home, Path data, Path... plugins)
      throws IOException, InterruptedException {
    return atTerminal(Workspace.scriptOnEquinox(home), data, plugins);
  }

  /** Waits until a server that was only begun says that it runs. */
  public void awaitRunning() throws InterruptedException {
    Workspace.await("the server runs", () -> printed().contains("Krait runs at"));
    assertThat(printed()).doesNotContain("does not run yet", "has failed", "not installed");
  }

  private static Server started(Server server) throws InterruptedException {
    try {
      server.awaitRunning();
    } catch (AssertionError late) {
      server.close();
      throw new AssertionError(
          late.getMessage() + "\nThe server has printed:\n" + server.printed(), late);
    }
    return server;
  }

  /** Sets a value of the configuration, before the start. */
  public static void configure(Path data, String pid, Map<String, String> values)
      throws IOException {
    Path file = Files.createDirectories(data.resolve("conf")).resolve(pid + ".cfg");
    Path ours =
        Workspace.script()
            .getParent()
            .resolveSibling("conf")
            .resolve(file.getFileName().toString());
    List<String> lines = new ArrayList<>();
    if (Files.exists(file)) {
      lines.addAll(Files.readAllLines(file));
    } else if (Files.exists(ours)) {
      lines.addAll(Files.readAllLines(ours));
    }
    values.forEach(
        (key, value) -> {
          lines.removeIf(line -> line.startsWith(key + " ="));
          lines.add(key + " = " + value);
        });
    Files.write(file, lines);
  }

  /** Has plugins called on the lane or by gRPC, from the start on. */
  public static void carry(Path data, boolean lane) throws IOException {
    for (String pid : List.of("io.krait.supervisor", "io.krait.apiserver")) {
      configure(data, pid, Map.of("lane", Boolean.toString(lane)));
    }
  }

  private static Process begin(List<String> program, Path data, int port, List<String> options)
      throws IOException {
    // Machines that build are busy: the limit is not what is tested.
    configure(data, "io.krait.supervisor", Map.of("start.seconds", "60"));
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("--data", data.toString(), "--http-port", Integer.toString(port)));
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output(data).toFile());
    // Plugins are run by the python3 that is found first.
    builder
        .environment()
        .merge(
            "PATH",
            Workspace.python().getParent().toString(),
            (path, first) -> first + File.pathSeparator + path);
    builder.environment().put("TERM", "xterm");
    return builder.start();
  }

  private static Path output(Path data) {
    return data.resolveSibling(data.getFileName() + ".out");
  }

  public String printed() {
    try {
      return Files.readString(output);
    } catch (IOException notReadable) {
      return notReadable.toString();
    }
  }

  public Path log(Path data) {
    return data.resolve("log/krait.log");
  }

  /** A client that has not logged in. */
  public RestClient client() {
    return new RestClient("http://127.0.0.1:" + port, data);
  }

  /** The shell of a server that was started in a terminal. */
  public Shell shell() {
    return new Shell(process, output);
  }

  public int port() {
    return port;
  }

  /** The number of its process. */
  public long pid() {
    return process.pid();
  }

  /** The processes of plugins. */
  public List<ProcessHandle> plugins() {
    return process.descendants().filter(Server::isPlugin).toList();
  }

  /** The processes of one plugin. */
  public List<ProcessHandle> plugin(String id) {
    return plugins().stream()
        .filter(plugin -> commandLine(plugin).contains("/" + id + "/"))
        .toList();
  }

  private static boolean isPlugin(ProcessHandle process) {
    String command = commandLine(process);
    // Each has a guard, whose arguments are the plugin's command.
    return command.contains("plugin.py") && !command.contains("/guard-");
  }

  private static String commandLine(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(Arrays::asList)
        .map(arguments -> String.join(" ", arguments))
        .orElse("");
  }

  /** The same as kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Has the server's own process, and nothing else, stand still until {@link #goOn}. */
  public void pause() throws IOException, InterruptedException {
    send("STOP");
  }

  /** Ends a {@link #pause}. */
  public void goOn() throws IOException, InterruptedException {
    send("CONT");
  }

  private void send(String name) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  /** Sends a signal by its name, and waits until the server has ended. */
  public void signal(String name) throws IOException, InterruptedException {
    send(name);
    assertThat(process.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("the server ends by SIG" + name)
        .isTrue();
  }

  /** Ends the server as an administrator does. */
  @Override
  public void close() {
    ending.run();
    try {
      if (!process.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("the server does not end; it has printed:\n" + printed());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
