package com.example.shop;

import io.krait.api.HookDispatcher;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.management.PluginManager;
import jakarta.annotation.PreDestroy;
import java.io.InputStream;
import java.net.URL;
import java.util.*;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.apache.felix.http.proxy.AbstractProxyServlet;
import org.osgi.framework.*;
import org.osgi.framework.launch.*;
import org.osgi.util.tracker.ServiceTracker;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.*;
import org.springframework.core.io.Resource;

@Configuration
public class Plugins {
  private Framework framework;

  @Bean Framework framework(@Value("classpath:bundles/*.jar") Resource[] jars,
      @Value("${plugins.folder:plugins}") String folder) throws Exception {
    framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
        Constants.FRAMEWORK_STORAGE, folder,
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        "jakarta.servlet;jakarta.servlet.http;version=6.0,jakarta.servlet.descriptor;version=5.0," + packagesOfTheApi(),
        "felix.resolver.parallelism", "1"));
    framework.init();
    BundleContext context = framework.getBundleContext();
    List<Bundle> bundles = new ArrayList<>();
    for (Resource jar : jars) {
      Bundle bundle = context.getBundle(jar.getFilename());
      if (bundle == null) {
        bundle = context.installBundle(jar.getFilename(), jar.getInputStream());
      } else {
        bundle.update(jar.getInputStream());
      }
      bundles.add(bundle);
    }
    framework.start();
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
    context.registerService(PluginApiProvider.class, plugin -> new PluginApi() {
      @Override public String getServerVersion() {
        return "10.0.0";
      }
    }, null);
    return framework;
  }

  @PreDestroy void stop() throws Exception {
    if (framework != null) {
      framework.stop();
      // Or the processes of plugins would outlive the application.
      framework.waitForStop(60_000);
    }
  }

  @Bean PluginManager manager(Framework framework) throws InterruptedException {
    return service(framework, PluginManager.class);
  }

  @Bean HookDispatcher hooks(Framework framework) throws InterruptedException {
    return service(framework, HookDispatcher.class);
  }

  @Bean ServletRegistrationBean<AbstractProxyServlet> hosted(Framework framework) {
    var servlet = new ServletRegistrationBean<AbstractProxyServlet>(new AbstractProxyServlet() {
      @Override protected BundleContext getBundleContext() {
        return framework.getBundleContext();
      }
    }, "/hosted/*");
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    return servlet;
  }

  private static <T> T service(Framework framework, Class<T> type) throws InterruptedException {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(framework.getBundleContext(), type, null);
    tracker.open();
    return tracker.waitForService(60_000);
  }

  private static String packagesOfTheApi() throws Exception {
    for (URL file : Collections.list(Plugins.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
      try (InputStream in = file.openStream()) {
        Attributes bundle = new Manifest(in).getMainAttributes();
        if ("io.krait.api".equals(bundle.getValue(Constants.BUNDLE_SYMBOLICNAME))) {
          return bundle.getValue(Constants.EXPORT_PACKAGE);
        }
      }
    }
    throw new IllegalStateException("io.krait.api is not on the class path");
  }
}
