package com.example.webapp;

import io.krait.api.AppError;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarInputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Begins with the web application and ends with it: a framework with the bundles of {@code
 * WEB-INF/bundles}, and the plugins of {@code WEB-INF/plugins} in it.
 */
public final class PluginFramework implements ServletContextListener {
  private static final String BUNDLES = "/WEB-INF/bundles/";
  private static final long PATIENCE_SECONDS = 60;

  private Framework framework;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext application = event.getServletContext();
    try {
      framework = start(application);
      BundleContext context = framework.getBundleContext();
      // Felix's servlet and listener look for it by this name.
      application.setAttribute(BundleContext.class.getName(), context);
      context.registerService(PluginApiProvider.class, plugin -> new ShopApi(), null);
      installPlugins(application, context);
    } catch (Exception failure) {
      stop();
      throw new IllegalStateException("the plugins' framework does not start", failure);
    }
  }

  private static Framework start(ServletContext application) throws BundleException, IOException {
    Map<String, String> settings =
        Map.of(
            Constants.FRAMEWORK_STORAGE,
            folder(application).toString(),
            // Classes that the application and the bundles have to agree on.
            Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
            "jakarta.servlet;jakarta.servlet.http;version=6.0,jakarta.servlet.descriptor;version=5.0,"
                + exportsOf(PluginApi.class),
            // Felix has threads for more, which it leaves behind for a minute.
            "felix.resolver.parallelism",
            "1");
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class, PluginFramework.class.getClassLoader())
            .findFirst()
            .orElseThrow()
            .newFramework(settings);
    // Before anything in it runs: what is exchanged now has no users yet.
    framework.init();
    List<Bundle> bundles = install(application, framework.getBundleContext());
    framework.start();
    for (Bundle bundle : bundles) {
      // Parts of other bundles, as what SLF4J logs to, are not started.
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
    return framework;
  }

  /**
   * Installs what the application has. What the folder has from the last start is updated, so that
   * it keeps its data, or goes, where the application has it no more.
   */
  private static List<Bundle> install(ServletContext application, BundleContext context)
      throws BundleException, IOException {
    Set<String> paths = files(application, BUNDLES);
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(BUNDLES) && !paths.contains(bundle.getLocation())) {
        bundle.uninstall();
      }
    }
    List<Bundle> bundles = new ArrayList<>();
    for (String path : paths) {
      try (InputStream jar = application.getResourceAsStream(path)) {
        Bundle bundle = context.getBundle(path);
        if (bundle == null) {
          bundle = context.installBundle(path, jar);
        } else {
          bundle.update(jar);
        }
        bundles.add(bundle);
      }
    }
    return bundles;
  }

  /** Plugins, their settings and what they keep are in there: it should outlive an update. */
  private static Path folder(ServletContext application) {
    String named = application.getInitParameter("plugins.folder");
    return named != null
        ? Path.of(named)
        : Path.of(application.getAttribute(ServletContext.TEMPDIR).toString(), "framework");
  }

  /** The packages of a bundle that lies in WEB-INF/lib, as its manifest has them. */
  private static String exportsOf(Class<?> type) throws IOException {
    URL bundle = type.getProtectionDomain().getCodeSource().getLocation();
    try (JarInputStream jar = new JarInputStream(bundle.openStream())) {
      return jar.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
    }
  }

  private static Set<String> files(ServletContext application, String folder) {
    return new TreeSet<>(
        Objects.requireNonNullElse(application.getResourcePaths(folder), Set.<String>of()));
  }

  private static void installPlugins(ServletContext application, BundleContext context)
      throws Exception {
    ServiceTracker<PluginManager, PluginManager> tracker =
        new ServiceTracker<>(context, PluginManager.class, null);
    tracker.open();
    try {
      PluginManager manager =
          Objects.requireNonNull(
              tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)),
              "no PluginManager: a bundle is missing");
      for (String path : files(application, "/WEB-INF/plugins/")) {
        try (InputStream archive = application.getResourceAsStream(path)) {
          ManagedPlugin plugin =
              manager.install(archive, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
          // Starts in the background: the application need not wait for it.
          manager
              .enable(plugin.id())
              .whenComplete(
                  (started, failure) -> {
                    if (failure != null) {
                      application.log("plugin " + plugin.id() + " does not start", failure);
                    }
                  });
        }
      }
    } finally {
      tracker.close();
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    stop();
  }

  /** Ends the plugins, their processes and the framework, and waits until they are gone. */
  private void stop() {
    if (framework == null) {
      return;
    }
    try {
      framework.stop();
      framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (BundleException failure) {
      throw new IllegalStateException("the plugins' framework does not end", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What plugins can ask this application for, besides what Krait answers itself. */
  private static final class ShopApi implements PluginApi {
    @Override
    public String getServerVersion() throws AppError {
      return "10.0.0";
    }
  }
}
