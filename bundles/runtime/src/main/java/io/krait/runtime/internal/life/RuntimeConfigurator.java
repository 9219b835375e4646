package io.krait.runtime.internal.life;

import io.krait.api.Nullable;
import io.krait.runtime.internal.cluster.ClusterSettings;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the settings as a service, while there is a plugin folder that can be used.
 *
 * <p>One that cannot be used is said once. Were the manager to find it out, each component that
 * needs that would try again, and have a long stack logged. And the service is another one only
 * when a setting is another: plugins are stopped for that, and should not be because a file was
 * written again with the same values, as Karaf does a second after it has installed a feature.
 */
@Component(
    service = {},
    configurationPid = "io.krait.runtime")
@Designate(ocd = RuntimeConfiguration.class)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"io.krait.runtime.internal.life.RuntimeSettings\"")
public final class RuntimeConfigurator {

  private static final System.Logger LOG = System.getLogger(RuntimeConfigurator.class.getName());

  private static final String FOLDER_PROPERTY = "krait.plugins";
  private static final String ELSEWHERE =
      "choose a folder by plugins.folder of io.krait.runtime, or by the framework property "
          + FOLDER_PROPERTY;

  private final BundleContext context;
  private @Nullable RuntimeSettings offered;
  private @Nullable ServiceRegistration<RuntimeSettings> registration;

  /** Offers them. */
  @Activate
  public RuntimeConfigurator(BundleContext context, RuntimeConfiguration configuration) {
    this.context = context;
    modified(configuration);
  }

  @Modified
  void modified(RuntimeConfiguration configuration) {
    RuntimeSettings settings;
    try {
      settings =
          new RuntimeSettings(
              usable(folder(configuration)),
              Math.max(1, configuration.threads()),
              LifeSettings.of(configuration),
              new ClusterSettings(
                  configuration.cluster_rolling(),
                  configuration.cluster_stop_at_failure(),
                  Duration.ofSeconds(Math.max(1, configuration.cluster_poll_seconds()))));
    } catch (IOException problem) {
      LOG.log(Level.ERROR, problem.getMessage());
      withdraw();
      return;
    }
    if (!settings.equals(offered)) {
      withdraw();
      offered = settings;
      registration = context.registerService(RuntimeSettings.class, settings, null);
    }
  }

  /** They are of no use any more. */
  @Deactivate
  void withdraw() {
    if (registration != null) {
      registration.unregister();
      registration = null;
      offered = null;
    }
  }

  private Path folder(RuntimeConfiguration configuration) throws IOException {
    if (!configuration.plugins_folder().isBlank()) {
      return Path.of(configuration.plugins_folder());
    }
    String property = context.getProperty(FOLDER_PROPERTY);
    if (property != null && !property.isBlank()) {
      return Path.of(property);
    }
    File data = context.getDataFile("plugins");
    if (data == null) {
      throw new IOException("this framework gives bundles no place for data; " + ELSEWHERE);
    }
    return data.toPath();
  }

  private static Path usable(Path folder) throws IOException {
    Path path = folder.toAbsolutePath().normalize();
    try {
      // One that is a link is not looked behind when it is made.
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
      }
    } catch (IOException problem) {
      throw new IOException(
          "cannot make the plugin folder %s (%s); correct that, or %s"
              .formatted(path, problem, ELSEWHERE),
          problem);
    }
    if (!Files.isWritable(path)) {
      throw new IOException(
          "the plugin folder %s cannot be written to; correct that, or %s"
              .formatted(path, ELSEWHERE));
    }
    return path;
  }
}
