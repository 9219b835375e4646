package io.krait.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A server from its start to its end. */
final class Server implements AutoCloseable {

  // All but the shell, whose prompt is to come last.
  private static final int ALL = 80;
  private static final int SHELL = 90;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration UNUSUAL = Duration.ofSeconds(5);

  private final Options options;
  private final DataFolder data;
  private final HttpAddress address;
  private final Container container;

  private Server(Options options, DataFolder data, HttpAddress address, Container container) {
    this.options = options;
    this.data = data;
    this.address = address;
    this.container = container;
  }

  /**
   * Takes hold of what a server needs, and brings up the framework.
   *
   * @param home where the distribution was unpacked
   * @throws StartException where something is missing or taken
   */
  static Server open(Options options, Path home) throws StartException {
    for (Path archive : options.install()) {
      if (!Files.isReadable(archive)) {
        throw new StartException("there is no plugin %s to install".formatted(archive));
      }
    }
    HttpAddress address = new HttpAddress(options.httpHost(), options.httpPort());
    DataFolder data = DataFolder.hold(options.data());
    try {
      address.check();
      data.copyMissing(home.resolve("conf"), "conf");
      Map<String, String> properties = properties(options, data, address, home);
      return new Server(options, data, address, Container.open(properties, home.resolve("bundle")));
    } catch (StartException | IOException failure) {
      close(data);
      throw failure instanceof StartException told
          ? told
          : new StartException("the server cannot start: " + failure, failure);
    }
  }

  private static Map<String, String> properties(
      Options options, DataFolder data, HttpAddress address, Path home) throws IOException {
    Path plugins = options.plugins().map(Path::toAbsolutePath).map(Path::normalize).orElse(null);
    if (plugins == null) {
      plugins = data.folder("plugins");
    }
    Map<String, String> properties = new HashMap<>();
    // For the files in conf, which name them in ${...}.
    properties.put("krait.data", data.path().toString());
    properties.put("krait.plugins", plugins.toString());
    properties.put(
        "krait.install",
        options.install().stream()
            .map(archive -> archive.toAbsolutePath().normalize().toString())
            .collect(Collectors.joining(File.pathSeparator)));

    // Thrown away at each start, so that the bundles are those of this distribution.
    properties.put("org.osgi.framework.storage", data.path().resolve("cache").toString());
    properties.put("org.osgi.framework.storage.clean", "onFirstInit");

    properties.put("felix.cm.dir", data.folder("config").toString());
    properties.put("felix.fileinstall.dir", data.folder("conf") + "," + data.folder("deploy"));
    properties.put("felix.fileinstall.noInitialDelay", "true");
    properties.put("felix.fileinstall.enableConfigSave", "true");
    properties.put("felix.fileinstall.start.level", Integer.toString(ALL));
    properties.put("felix.fileinstall.tmpdir", data.path().resolve("cache/fileinstall").toString());
    properties.put("felix.fileinstall.log.level", "2");

    // Logback knows the properties of the system alone.
    System.setProperty("krait.log", data.folder("log").resolve("krait.log").toString());
    properties.put("org.ops4j.pax.logging.DefaultServiceLog.level", "WARN");
    properties.put(
        "org.ops4j.pax.logging.StaticLogbackFile",
        home.resolve(options.shell() ? "lib/logback-shell.xml" : "lib/logback.xml").toString());

    // The shell reads etc/gosh_profile there.
    properties.put("gosh.home", home.toString());
    // JLine hears of Ctrl-C by the JDK's signals, and does not import their package.
    properties.put("org.osgi.framework.bootdelegation", "sun.misc");
    // What is typed may have secrets in it. Equinox has no shell where this says nothing.
    properties.put("gosh.args", "--nohistory");

    // Until then nobody is told that there is no such page.
    properties.put("krait.start.level", Integer.toString(ALL));
    properties.put("org.apache.felix.http.host", address.host());
    properties.put("org.osgi.service.http.port", Integer.toString(address.port()));
    // Large bodies come in pieces of this size, which are those that plugins get; with the default
    // of 8 KiB each of them is read in eight.
    properties.put("org.apache.felix.http.jetty.requestBufferSize", "65536");
    properties.put("felix.webconsole.username", "admin");
    properties.put("felix.webconsole.password", ConsolePassword.in(data).hashed());
    return properties;
  }

  /** Starts everything and tells how it went; returns when the server has been stopped. */
  void run(PrintStream out) throws StartException, InterruptedException {
    container.raiseTo(ALL);
    List<String> defects = container.defects();
    if (!defects.isEmpty()) {
      throw new StartException("not all bundles run: " + String.join("; ", defects));
    }
    greet(out);
    if (options.shell()) {
      container.raiseTo(SHELL);
      container.defects().forEach(defect -> out.println("There is no shell: " + defect));
    }
    if (options.watch().isPresent()) {
      watch(options.watch().get(), out);
    }
    container.awaitEnd();
  }

  private void watch(Path sources, PrintStream out) throws StartException {
    try {
      BundleWatch.begin(new RebuiltJars(sources), container, out);
    } catch (IOException problem) {
      throw new StartException("--watch %s: %s".formatted(sources, problem), problem);
    }
  }

  private void greet(PrintStream out) throws InterruptedException {
    out.println();
    // Plugins wait for it as well.
    boolean answers = awaitAnswer(out);
    @SuppressWarnings("rawtypes")
    Optional<Callable> plugins =
        container.service(Callable.class, "(krait.welcome=true)", PATIENCE);
    if (plugins.isEmpty()) {
      out.println("There are no plugins, as their management does not start; see the log.");
    } else {
      states(plugins.get()).forEach(out::println);
    }
    String url = address.url();
    if (!answers) {
      out.println("The API at " + url + "/api/v4 does not answer; see the log.");
    }
    out.println();
    out.println("Krait runs at " + url);
    out.println("  data         " + data.path());
    out.println("  log          " + log());
    out.println(
        "  Web Console  %s/system/console (user admin, password in %s)"
            .formatted(url, data.path().resolve(ConsolePassword.FILE)));
    Path code = data.path().resolve("host/first-administrator-code");
    if (Files.exists(code)) {
      out.println(
          "  There is no administrator yet: whoever signs up with the code in "
              + code
              + " becomes it");
    }
    options.greeting().ifPresent(text -> print(text, out));
    out.flush();
  }

  private Path log() {
    return data.path().resolve("log/krait.log");
  }

  private static List<String> states(Callable<?> plugins) throws InterruptedException {
    try {
      return ((List<?>) plugins.call()).stream().map(String::valueOf).toList();
    } catch (InterruptedException ended) {
      throw ended;
    } catch (Exception problem) {
      return List.of("The plugins cannot be told: " + problem);
    }
  }

  private boolean awaitAnswer(PrintStream out) throws InterruptedException {
    long begun = System.nanoTime();
    boolean told = false;
    while (!address.answers("/api/v4/system/ping")) {
      long waited = System.nanoTime() - begun;
      if (waited > PATIENCE.toNanos()) {
        return false;
      }
      if (!told && waited > UNUSUAL.toNanos()) {
        told = true;
        out.printf(
            "The API at %s/api/v4 does not answer yet; is there a reason in %s?%n",
            address.url(), log());
        out.flush();
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return true;
  }

  private void print(Path text, PrintStream out) {
    try {
      out.println();
      out.print(
          Files.readString(text)
              .replace("${url}", address.url())
              .replace("${data}", data.path().toString()));
    } catch (IOException missing) {
      out.println("cannot read " + text + ": " + missing);
    }
  }

  /** Stops everything, and waits until it has ended. */
  @Override
  public void close() {
    container.close();
    close(data);
  }

  private static void close(DataFolder data) {
    try {
      data.close();
    } catch (IOException failure) {
      System.err.println("krait: cannot release the data folder: " + failure);
    }
  }
}
