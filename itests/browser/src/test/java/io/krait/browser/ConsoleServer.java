package io.krait.browser;

import io.krait.api.HookDispatcher;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.api.management.ProcessUsages;
import io.krait.webconsole.fixture.LivelyPlugins;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** A Felix with the Web Console and our page, which shows the plugins of a test. */
final class ConsoleServer implements AutoCloseable {

  static final String USER = "admin";
  static final String PASSWORD = "secret";

  private final Framework framework;
  private final int port;
  private final List<ServiceRegistration<?>> services = new ArrayList<>();

  private ConsoleServer(Framework framework, int port) {
    this.framework = framework;
    this.port = port;
  }

  static ConsoleServer start(Path cache) throws IOException, BundleException {
    int port = freePort();
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, "onFirstInit");
    // The plugins of the tests are outside of the container, and so are the types that they share.
    properties.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        "io.krait.api;version=0.2.0,io.krait.api.model;version=0.1.0,"
            + "io.krait.api.management;version=0.2.0");
    properties.put("org.apache.felix.http.host", "127.0.0.1");
    properties.put("org.osgi.service.http.port", Integer.toString(port));
    properties.put("felix.webconsole.username", USER);
    properties.put("felix.webconsole.password", PASSWORD);
    properties.put("org.ops4j.pax.logging.DefaultServiceLog.level", "WARN");
    properties.put(
        "org.ops4j.pax.logging.StaticLogbackFile",
        Path.of("src/test/resources/logback.xml").toAbsolutePath().toString());
    Framework framework = new FrameworkFactory().newFramework(properties);
    framework.init();
    ConsoleServer server = new ConsoleServer(framework, port);
    // The class path of the tests has some of the libraries too, and is not to be seen from inside.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      server.install(Path.of(System.getProperty("krait.bundles")));
    } finally {
      thread.setContextClassLoader(before);
    }
    return server;
  }

  /** The address of our page. */
  String page() {
    return "http://127.0.0.1:" + port + "/system/console/krait";
  }

  /** The address of our page for a browser that has not been there before. */
  String pageWithPassword() {
    return page().replace("//", "//" + USER + ":" + PASSWORD + "@");
  }

  /** Has these plugins be managed, in place of others. */
  void show(LivelyPlugins plugins) {
    hide();
    services.add(register(PluginManager.class, plugins));
    services.add(register(PluginLogs.class, plugins));
    services.add(register(HookDispatcher.class, plugins));
    services.add(register(ProcessUsages.class, plugins));
  }

  /** Has nothing look after plugins. */
  void hide() {
    services.forEach(ServiceRegistration::unregister);
    services.clear();
  }

  /** Our bundle. */
  Bundle bundle() {
    return Stream.of(framework.getBundleContext().getBundles())
        .filter(bundle -> "io.krait.webconsole".equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws BundleException {
    framework.stop();
    try {
      framework.waitForStop(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <S> ServiceRegistration<S> register(Class<S> type, S service) {
    return framework.getBundleContext().registerService(type, service, null);
  }

  private void install(Path folder) throws IOException, BundleException {
    List<Bundle> bundles = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder)) {
      for (Path jar : jars.sorted().toList()) {
        bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
      }
    }
    framework.start();
    // First what the others log to.
    bundles.sort(
        Comparator.comparing((Bundle bundle) -> !bundle.getSymbolicName().contains("pax-logging")));
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
