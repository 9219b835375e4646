package io.krait.launcher;

import java.io.PrintStream;
import java.nio.file.Path;

/** What {@code bin/krait} runs. */
public final class Main {

  private static final String LOG_MANAGER = "java.util.logging.manager";

  private Main() {}

  /** Starts a server and returns when it has ended; the process ends with 1 if it cannot start. */
  public static void main(String[] arguments) throws InterruptedException {
    logUntilTheEnd();
    Path home = Path.of(System.getProperty("krait.home", ".")).toAbsolutePath().normalize();
    System.exit(run(home, System.out, System.err, arguments));
  }

  /**
   * To be called before anything is logged; whoever has chosen a log manager keeps it. It is not in
   * the manager's own class, whose use initializes the JDK's, which looks for the property then.
   */
  static void logUntilTheEnd() {
    if (System.getProperty(LOG_MANAGER) == null) {
      System.setProperty(LOG_MANAGER, EnduringLogManager.class.getName());
    }
  }

  static int run(Path home, PrintStream out, PrintStream err, String... arguments)
      throws InterruptedException {
    Server server;
    try {
      Options options = Options.parse(arguments);
      if (options.help()) {
        out.print(Options.USAGE);
        return 0;
      }
      server = Server.open(options, home);
    } catch (StartException problem) {
      err.println("krait: " + problem.getMessage());
      return 1;
    }
    // Ctrl-C and SIGTERM end a Java program through such a thread.
    Thread end = new Thread(server::close, "krait-end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      server.run(out);
      return 0;
    } catch (StartException problem) {
      err.println("krait: " + problem.getMessage());
      return 1;
    }
  }
}
