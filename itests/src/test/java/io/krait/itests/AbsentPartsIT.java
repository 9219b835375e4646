package io.krait.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.runtime.fake.LoudPlugin;
import io.krait.testing.KraitServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A server without some of the parts that are by choice: plugins run, only those bundles of Krait
 * do not that are for that part, and a health check, or a command, says what is missing.
 */
@RunWith(Parameterized.class)
public class AbsentPartsIT {

  /** What needs a host, or is for the distribution alone. */
  private static final Set<String> NOT_HERE =
      Set.of(
          "io.krait.host",
          "io.krait.welcome",
          "pax-logging-logback",
          "h2",
          "postgresql",
          "HikariCP",
          "bcprov-jdk18on");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Parameter public String part;

  @Parameter(1)
  public List<String> files;

  @Parameter(2)
  public List<String> idle;

  @Parameter(3)
  public List<String> said;

  @Parameters(name = "without {0}")
  public static Object[][] parts() {
    return new Object[][] {
      {
        "what plugins are run without",
        List.of("org.apache.felix.eventadmin", "snakeyaml", "org.apache.felix.fileinstall"),
        List.of(),
        List.of(
            "nobody is told of the states of plugins by events",
            "manifests in YAML are refused",
            "no archive is installed from a watched folder")
      },
      {
        "what isolates plugins",
        List.of("io.krait.sandbox"),
        List.of(),
        List.of("does without io.krait.sandbox: no plugin is isolated")
      },
      {
        "HTTP",
        List.of("org.apache.felix.http.jetty12", "org.apache.felix.http.servlet-api"),
        List.of(
            "io.krait.front",
            "io.krait.guard",
            "io.krait.http",
            "io.krait.jetty",
            "io.krait.webconsole"),
        List.of("nothing is served by HTTP", "usually org.apache.felix.http.servlet-api has it")
      },
      {
        "consoles, figures and archives",
        List.of(
            "org.apache.felix.webconsole",
            "org.apache.felix.inventory",
            "org.apache.felix.gogo.runtime",
            "micrometer-core",
            "commons-compress"),
        List.of(
            "io.krait.deploy",
            "io.krait.guard",
            "io.krait.metrics",
            "io.krait.shell",
            "io.krait.webconsole"),
        List.of(
            "plugins are not on the status pages of the Web Console",
            "usually org.apache.felix.webconsole has it",
            "usually org.apache.felix.gogo.runtime has it",
            "usually micrometer-core, micrometer-commons, micrometer-observation has it",
            "usually org.apache.commons:commons-compress has it")
      },
      {
        "health checks, and what no host has to write",
        List.of("org.apache.felix.healthcheck.api", "io.krait.hostkit"),
        List.of("io.krait.health"),
        List.of(
            "usually org.apache.felix.healthcheck.api has it",
            "does without io.krait.hostkit: what the host does not answer, nobody does")
      },
    };
  }

  @Test
  public void pluginsRunAndWhatIsMissingIsSaid() throws Exception {
    try (KraitServer server =
        KraitServer.builder()
            .api(new Host())
            // What is there already is not wanted twice, which is seen when it is installed.
            .property(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE)
            .property("org.osgi.service.http.port", "0")
            .property("org.apache.felix.http.host", "127.0.0.1")
            .property("felix.fileinstall.dir", folder.newFolder().toString())
            .start()) {
      startTheRest(server);

      ManagedPlugin plugin = server.run(LoudPlugin.plugin("com.example.fake", "1.0.0").build());

      assertThat(plugin.state()).isEqualTo(PluginState.RUNNING);
      assertThat(posted(server, "trust in me")).isEqualTo("trust in me!");
      assertThat(idle(server.context())).isEqualTo(idle);
      assertThat(told(server.context())).contains(said);
    }
  }

  /** Answers what the plugin asks when it is activated. */
  private static final class Host implements PluginApi {
    @Override
    public void kvSet(String key, Bytes value) {
      assertThat(key).isNotEmpty();
    }
  }

  private void startTheRest(KraitServer server)
      throws IOException, BundleException, InterruptedException {
    Set<String> there = new TreeSet<>();
    for (Bundle bundle : server.context().getBundles()) {
      there.add(bundle.getSymbolicName());
    }
    List<Bundle> rest = new ArrayList<>();
    List<Bundle> gone = new ArrayList<>();
    for (Bundle bundle : server.context().getBundles()) {
      // Taken from the class path of this test, where it is there.
      if (bundle.getSymbolicName().equals("org.yaml.snakeyaml")) {
        bundle.uninstall();
        there.remove(bundle.getSymbolicName());
        gone.add(bundle);
      }
    }
    for (Path jar : distributed()) {
      Bundle bundle = server.context().installBundle(jar.toUri().toString());
      if (there.add(bundle.getSymbolicName())) {
        rest.add(bundle);
      } else {
        bundle.uninstall();
      }
    }
    resolveAnew(server.context(), gone);
    for (Bundle bundle : rest) {
      try {
        bundle.start();
      } catch (BundleException e) {
        assertThat(e.getType()).as(e.toString()).isEqualTo(BundleException.RESOLVE_ERROR);
      }
    }
  }

  /** Those that have started already see only now what else there is. */
  private static void resolveAnew(BundleContext context, List<Bundle> gone)
      throws InterruptedException {
    List<Bundle> started = new ArrayList<>(gone);
    Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getBundleId() > 0 && bundle != context.getBundle())
        .forEach(started::add);
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(started, event -> refreshed.countDown());
    assertThat(refreshed.await(60, TimeUnit.SECONDS)).as("refreshed in time").isTrue();
  }

  /** The bundles of the distribution without this part. */
  private List<Path> distributed() throws IOException {
    try (Stream<Path> jars =
        Files.walk(Path.of(System.getProperty("krait.distribution"), "bundle"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar"))
          .filter(jar -> !NOT_HERE.contains(name(jar)) && !files.contains(name(jar)))
          .sorted()
          .toList();
    }
  }

  private static String name(Path jar) {
    return jar.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  private static String posted(KraitServer server, String message) {
    return server
        .hooks()
        .blocking()
        .messageWillBePosted(
            PluginContext.builder().build(), Post.builder().message(message).build())
        .modifiedPost()
        .map(Post::message)
        .orElse(message);
  }

  private static List<String> idle(BundleContext context) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
        .map(Bundle::getSymbolicName)
        .filter(name -> name.startsWith("io.krait."))
        .sorted()
        .toList();
  }

  /** What the health check of the parts says, or, where there is none, the command. */
  private static String told(BundleContext context) throws ReflectiveOperationException {
    Object check = service(context, "(hc.tags=krait-parts)");
    if (check != null) {
      return String.valueOf(call(check, "execute"));
    }
    return String.valueOf(
        call(service(context, "(&(osgi.command.scope=plugin)(osgi.command.function=why))"), "why"));
  }

  // Of classes that this test and the bundles do not have in common.
  private static Object call(Object service, String method) throws ReflectiveOperationException {
    return service.getClass().getMethod(method).invoke(service);
  }

  private static Object service(BundleContext context, String filter) {
    try {
      ServiceReference<?>[] found = context.getAllServiceReferences(null, filter);
      return found == null ? null : context.getService(found[0]);
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(filter, e);
    }
  }
}
