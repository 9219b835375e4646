package io.krait.karaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A Karaf in a process of its own, in which the commands of the documentation are called. Nothing
 * in here refers to a class of Krait: the test would go with the bundles that it uninstalls.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class KarafIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Long, for a machine that does much else: where two servers do not fit, it takes minutes. */
  private static final Duration RESOLVED = Duration.ofSeconds(30);

  private static final String PROMPT = "karaf@root()> ";

  @Configuration
  public Option[] karaf() throws Exception {
    Path root = Path.of(System.getProperty("krait.root"));
    Path installed = Path.of(System.getProperty("krait.installed"));
    Path python = python(root);
    pack("hello_python", python, root, installed);
    pack("ticket_reminder", python, root, installed);
    return options(
        karafDistributionConfiguration(
                installed.resolve("apache-karaf.tar.gz").toUri().toString(),
                "Apache Karaf",
                System.getProperty("karaf.version"))
            .unpackDirectory(installed.resolveSibling("karaf").toFile()),
        configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
        logLevel(LogLevel.WARN),
        // Most of a short life is spent on loading and compiling classes.
        vmOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
        port("management", "rmiRegistryPort"),
        port("management", "rmiServerPort"),
        // One that is free; that of the feature stands back.
        editConfigurationFilePut(
            "etc/org.apache.felix.http.cfg", "org.osgi.service.http.port", "0"),
        // Karaf's own, and who may look at its console.
        editConfigurationFilePut(
            "etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", freePort()),
        editConfigurationFilePut("etc/users.properties", "karaf", "karaf,admin"),
        // Machines that build are busy: the limit is not what is tested.
        editConfigurationFilePut("etc/io.krait.supervisor.cfg", "start.seconds", "60"),
        // Plugins are run by the python3 that is found first.
        environment("PATH=" + python.getParent() + File.pathSeparator + System.getenv("PATH")),
        systemProperty("krait.root").value(root.toString()),
        systemProperty("krait.installed").value(installed.toString()),
        bundle(installed.resolve("assertj-core.jar").toUri().toString()),
        bundle(installed.resolve("byte-buddy.jar").toUri().toString()));
  }

  private static Path python(Path root) {
    String named = System.getenv("KRAIT_PYTHON");
    Path python = named == null ? root.resolve(".venv/bin/python") : Path.of(named);
    assertThat(python)
        .as("a Python with grpcio; ./test prepares one, or KRAIT_PYTHON names it")
        .isExecutable();
    return python;
  }

  private static void pack(String example, Path python, Path root, Path target) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                python.toString(),
                "-m",
                "mattermost_plugin",
                "pack",
                root.resolve("examples").resolve(example).toString(),
                "--to",
                target.toString())
            .redirectErrorStream(true);
    // The SDK of these sources, wherever the interpreter has one from.
    builder.environment().put("PYTHONPATH", root.resolve("python-sdk/src").toString());
    Process packing = builder.start();
    String output = new String(packing.getInputStream().readAllBytes(), UTF_8);
    assertThat(packing.waitFor()).as(output).isZero();
  }

  /** Not the one that another Karaf on this machine listens on. */
  private static Option port(String what, String key) throws Exception {
    return editConfigurationFilePut("etc/org.apache.karaf." + what + ".cfg", key, freePort());
  }

  private static String freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  private BundleContext context;
  private String token = "";

  @Before
  public void lookAround() {
    context = FrameworkUtil.getBundle(KarafIT.class).getBundleContext();
  }

  @Test
  public void theFeaturesAreInstalledAsDocumentedBesideKarafsOwnServerAndUninstalledWithoutATrace()
      throws Exception {
    // Without Karaf's own, first.
    run(documented().get(0));
    run("feature:install krait krait-host krait-console");
    assertThat(idle()).as("bundles that do not run").isEmpty();
    run("feature:uninstall krait krait-host krait-console");
    run("feature:install http webconsole");
    Set<String> before = bundles();

    for (String command : documented()) {
      long begin = System.nanoTime();
      run(command);
      if (command.startsWith("feature:install")) {
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
            .as("for " + command)
            .isLessThan(RESOLVED);
      }
    }

    assertThat(idle()).as("bundles that do not run").isEmpty();
    run(
        "plugin:install -e "
            + System.getProperty("krait.installed")
            + "/com.example.ticket-reminder-1.0.0.tar.gz");
    await(
        "the plugin serves its page",
        () ->
            send(HttpRequest.newBuilder(
                    URI.create(server() + "/plugins/com.example.ticket-reminder/")))
                .body()
                .equals("{\"asked\": 0}"));
    await("Karaf serves its own console", () -> pageOfKarafsConsole().contains("Karaf"));
    assertThat(run("plugin:list | grep com.example.hello")).contains("running");
    assertThat(pythons()).hasSize(2);
    assertThat(answerOfThePlugin()).startsWith("Hello, ann! Asked so far: 1");
    assertThat(pageOfTheConsole("admin")).isEqualTo(401);
    await("the console knows its password", () -> pageOfTheConsole("correct-horse") == 200);
    assertThat(pageOfTheConsole("correct-horse", "Origin", "http://evil.example"))
        .as("the console, by a page of another site")
        .isEqualTo(403);

    run("feature:uninstall krait krait-host krait-console");

    assertThat(bundles()).isEqualTo(before);
    assertThat(pythons()).isEmpty();
  }

  /** The commands that the documentation shows, with our files in place of its own. */
  private static List<String> documented() throws Exception {
    Path text = Path.of(System.getProperty("krait.root"), "docs/karaf.md");
    try (Stream<String> lines = Files.lines(text)) {
      List<String> commands =
          lines
              .filter(line -> line.startsWith(PROMPT))
              .map(line -> line.substring(PROMPT.length()))
              .map(command -> command.replace("/opt/", System.getProperty("krait.installed") + "/"))
              .toList();
      assertThat(commands).anyMatch(command -> command.startsWith("feature:install"));
      return commands;
    }
  }

  /** Calls a command, and returns what it has printed. */
  private String run(String command) throws Exception {
    var tracker =
        new ServiceTracker<SessionFactory, SessionFactory>(context, SessionFactory.class, null);
    tracker.open();
    try {
      SessionFactory shell = tracker.waitForService(PATIENCE.toMillis());
      assertThat(shell).as("the shell").isNotNull();
      var printed = new ByteArrayOutputStream();
      var out = new PrintStream(printed, true, UTF_8);
      var administrator = new Subject();
      for (String role : List.of("admin", "manager")) {
        administrator.getPrincipals().add(new RolePrincipal(role));
      }
      Session session = shell.create(new ByteArrayInputStream(new byte[0]), out, out);
      try {
        return Subject.doAs(
            administrator,
            (PrivilegedExceptionAction<String>)
                () -> {
                  session.execute(command);
                  return printed.toString(UTF_8);
                });
      } catch (PrivilegedActionException e) {
        // As text, as the test's other process knows no classes of bundles.
        throw new AssertionError(command + ": " + e.getCause());
      } finally {
        session.close();
      }
    } finally {
      tracker.close();
    }
  }

  private Set<String> bundles() {
    var names = new TreeSet<String>();
    for (Bundle bundle : context.getBundles()) {
      names.add(bundle.getSymbolicName() + " " + bundle.getVersion());
    }
    return names;
  }

  private List<Bundle> idle() {
    return Arrays.stream(context.getBundles())
        .filter(
            bundle ->
                bundle.getState()
                    != (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                        ? Bundle.ACTIVE
                        : Bundle.RESOLVED))
        .toList();
  }

  /** The processes of plugins. */
  private static List<ProcessHandle> pythons() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("plugin.py"))
        // Each has a guard, whose arguments are the plugin's command.
        .filter(process -> !process.info().commandLine().orElse("").contains("/guard-"))
        .toList();
  }

  /** What the embedded host answers to a user who calls the plugin's command. */
  private String answerOfThePlugin() throws Exception {
    await("the host answers", () -> get("/system/ping").statusCode() == 200);
    String user =
        "{\"email\":\"ann@example.com\",\"username\":\"ann\",\"password\":\"Secret-Word-1\"}";
    String code =
        Files.readString(
                Path.of(System.getProperty("karaf.data"), "krait/host/first-administrator-code"))
            .strip();
    assertThat(
            send(request("/users").header("X-Admin-Code", code).POST(BodyPublishers.ofString(user)))
                .statusCode())
        .isEqualTo(201);
    HttpResponse<String> login =
        post("/users/login", "{\"login_id\":\"ann\",\"password\":\"Secret-Word-1\"}");
    token = login.headers().firstValue("Token").orElseThrow();
    post("/teams", "{\"name\":\"home\",\"display_name\":\"Home\",\"type\":\"O\"}");
    String channel = text("id", get("/teams/name/home/channels/name/town-square"));
    return text(
        "text",
        post(
            "/commands/execute",
            "{\"channel_id\":\"%s\",\"command\":\"/hello\"}".formatted(channel)));
  }

  /** The status that the Web Console's page of plugins has for an administrator. */
  private int pageOfTheConsole(String password, String... headers) throws Exception {
    String credentials = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8));
    var page = HttpRequest.newBuilder(URI.create(server() + "/system/console/krait"));
    for (int i = 0; i < headers.length; i += 2) {
      page.header(headers[i], headers[i + 1]);
    }
    return send(page.header("Authorization", "Basic " + credentials)).statusCode();
  }

  /** What Karaf's own server shows, which is not the one that serves plugins. */
  private String pageOfKarafsConsole() throws Exception {
    var configuration =
        Files.readString(Path.of(System.getProperty("karaf.etc"), "org.ops4j.pax.web.cfg"));
    Matcher port =
        Pattern.compile("org.osgi.service.http.port *= *([0-9]+)").matcher(configuration);
    assertThat(port.find()).as(configuration).isTrue();
    String credentials = Base64.getEncoder().encodeToString("karaf:karaf".getBytes(UTF_8));
    try {
      return send(HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + port.group(1) + "/system/console/bundles"))
              .header("Authorization", "Basic " + credentials))
          .body();
    } catch (IOException notYet) {
      return "";
    }
  }

  private static String text(String name, HttpResponse<String> answer) {
    Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(answer.body());
    assertThat(value.find()).as("%s in %s", name, answer.body()).isTrue();
    return value.group(1);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) throws Exception {
    return HttpRequest.newBuilder(URI.create(server() + "/api/v4" + path))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private String server() throws Exception {
    var tracker =
        new ServiceTracker<>(
            context,
            context.createFilter(
                "(&(objectClass=org.osgi.service.servlet.runtime.HttpServiceRuntime)"
                    + "(osgi.http.endpoint=http:*))"),
            null);
    // The service is of a class that this bundle does not see.
    tracker.open(true);
    try {
      assertThat(tracker.waitForService(PATIENCE.toMillis())).as("the HTTP server").isNotNull();
      Object endpoints = tracker.getServiceReference().getProperty("osgi.http.endpoint");
      String first = endpoints instanceof String[] several ? several[0] : endpoints.toString();
      return "http://127.0.0.1:" + URI.create(first).getPort();
    } finally {
      tracker.close();
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(deadline);
      LockSupport.parkNanos(SECONDS.toNanos(1) / 10);
    }
  }
}
