package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.api;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.deploy;
import static io.krait.testing.exam.KraitOptions.testing;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.management.PluginManager;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Hashtable;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.ConfigurationAdmin;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class DeployBundlesIT {
  private static final String FIRST = "carries.hello-1.0.0";
  private static final String SECOND = "carries.hello-2.0.0";

  private final Container container = Container.ofThisTest();
  private final StubManager manager = new StubManager(PluginBundles::idAndVersion);

  @Configuration
  public Option[] container() {
    PluginBundles.written("hello", "1.0.0");
    PluginBundles.written("hello", "2.0.0");
    return options(api(), testing(), components(), deploy(), tools());
  }

  @Test
  public void aPluginDoesWhatItsBundleDoes() throws Exception {
    container.register(PluginManager.class, manager);

    Bundle bundle = container.start(FIRST).get(0);
    manager.expect("install hello 1.0.0", "enable hello");

    bundle.stop();
    manager.expect("disable hello");

    bundle.start();
    manager.expect("enable hello");

    update(bundle);
    manager.expect("install hello 2.0.0");

    bundle.uninstall();
    // It is stopped before it is gone, which may be seen in between.
    manager.expectBeside("disable hello", "remove hello");
  }

  @Test
  public void whatHappensToBundlesWithoutKraitIsCaughtUpWith() throws Exception {
    configure();
    Bundle krait = container.bundles("io.krait.deploy").get(0);
    var registration = container.register(PluginManager.class, manager);
    Bundle hello = container.start(FIRST).get(0);
    manager.expect("install hello 1.0.0", "enable hello");

    krait.stop();
    krait.start();
    registration.unregister();
    update(hello);
    registration = container.register(PluginManager.class, manager);
    // Nothing else: it ran through all of that.
    manager.expect("install hello 2.0.0");

    registration.unregister();
    hello.stop();
    registration = container.register(PluginManager.class, manager);
    manager.expect("disable hello");

    krait.stop();
    hello.uninstall();
    krait.start();
    manager.expect("remove hello");
  }

  private static void update(Bundle bundle) throws Exception {
    try (InputStream content = Files.newInputStream(PluginBundles.path(SECOND))) {
      bundle.update(content);
    }
  }

  private void configure() throws Exception {
    var properties = new Hashtable<String, Object>();
    properties.put("bundle.patience.millis", 1000);
    container
        .service(ConfigurationAdmin.class)
        .getConfiguration("io.krait.deploy", "?")
        .update(properties);
  }
}
