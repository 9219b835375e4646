package io.krait.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param data the folder of all that the server keeps
 * @param httpHost the address on which it listens
 * @param httpPort and the port there
 * @param plugins the plugin folder, where it is not the one in the data folder
 * @param install archives of plugins that are installed at the first start
 * @param greeting a text that is printed when the server is there
 * @param watch Krait's sources, whose bundles are taken in when they are built anew
 * @param shell whether the console is a shell
 * @param help whether only the options are to be explained
 */
record Options(
    Path data,
    String httpHost,
    int httpPort,
    Optional<Path> plugins,
    List<Path> install,
    Optional<Path> greeting,
    Optional<Path> watch,
    boolean shell,
    boolean help) {

  static final String USAGE =
      """
      usage: krait [--data DIR] [--http-port N] [--http-host ADDRESS] [--plugins DIR]
                   [--install FILE]... [--no-shell]

        --data DIR           folder of all that the server keeps, made where it is missing (data)
        --http-port N        port of the server (8065)
        --http-host ADDRESS  address on which it listens; 0.0.0.0 for all of this machine's (127.0.0.1)
        --plugins DIR        the plugin folder (plugins in the data folder)
        --install FILE       a plugin (tar.gz) that is installed and enabled, once; may be repeated
        --watch DIR          take in bundles that are built anew in Krait's sources, which are there
        --no-shell           do not read commands from the terminal
        --help               this text

      Ctrl-C or SIGTERM ends the server and all plugins.
      """;

  /**
   * Reads a command line.
   *
   * @throws StartException where there is an option that does not exist, or a value that makes no
   *     sense
   */
  static Options parse(String... arguments) throws StartException {
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
    Path data = Path.of("data");
    String httpHost = "127.0.0.1";
    int httpPort = 8065;
    Optional<Path> plugins = Optional.empty();
    List<Path> install = new ArrayList<>();
    Optional<Path> greeting = Optional.empty();
    Optional<Path> watch = Optional.empty();
    boolean shell = true;
    boolean help = false;
    while (!left.isEmpty()) {
      String option = left.remove();
      switch (option) {
        case "--data" -> data = Path.of(value(option, left));
        case "--http-port" -> httpPort = port(value(option, left));
        case "--http-host" -> httpHost = value(option, left);
        case "--plugins" -> plugins = Optional.of(Path.of(value(option, left)));
        case "--install" -> install.add(Path.of(value(option, left)));
        case "--greeting" -> greeting = Optional.of(Path.of(value(option, left)));
        case "--watch" -> watch = Optional.of(Path.of(value(option, left)));
        case "--no-shell" -> shell = false;
        case "--help", "-h" -> help = true;
        default ->
            throw new StartException("unknown option " + option + "; --help shows those there are");
      }
    }
    return new Options(
        data, httpHost, httpPort, plugins, List.copyOf(install), greeting, watch, shell, help);
  }

  private static String value(String option, Deque<String> left) throws StartException {
    if (left.isEmpty() || left.peek().isEmpty()) {
      throw new StartException(option + " needs a value; --help shows which");
    }
    return left.remove();
  }

  private static int port(String text) throws StartException {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      // Told below.
    }
    throw new StartException("--http-port must be a number from 1 to 65535, not " + text);
  }
}
