package io.krait.guard.internal;

import io.krait.api.RepeatedFailures;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * Stands between configurations that people write and components of Krait: a number that is none
 * would keep a component, and all that needs it, from being there. Such a value is left out, so
 * that its default holds, and the log says where it is. Whoever starts before this bundle is not
 * guarded. Safe for use from any thread.
 */
@Component
public final class ConfigurationGuard implements ConfigurationPlugin {

  private static final System.Logger LOG = System.getLogger(ConfigurationGuard.class.getName());
  private static final String OURS = "io.krait.";
  private static final String FILE = "felix.fileinstall.filename";

  private final BundleContext context;
  private final MetaTypeService types;
  private final RepeatedFailures failures = new RepeatedFailures(LOG);

  /** A guard of what these types describe. */
  @Activate
  public ConfigurationGuard(BundleContext context, @Reference MetaTypeService types) {
    this.context = context;
    this.types = types;
  }

  @Override
  public void modifyConfiguration(
      ServiceReference<?> reference, Dictionary<String, Object> properties) {
    Object factory = properties.get("service.factoryPid");
    Object pid = factory == null ? properties.get("service.pid") : factory;
    if (pid instanceof String name && name.startsWith(OURS)) {
      for (Misread misread : Misread.in(properties, attributes(name))) {
        properties.remove(misread.key());
        failures.log(
            Level.ERROR,
            name + " " + misread,
            "configuration %s%s, %s".formatted(name, file(properties), misread.text()),
            null);
      }
    }
  }

  private static String file(Dictionary<String, Object> properties) {
    return properties.get(FILE) instanceof String file
        ? " (%s)".formatted(file.startsWith("file:") ? URI.create(file).getPath() : file)
        : "";
  }

  /** Names of configurations begin with that of the bundle which has it. */
  private List<AttributeDefinition> attributes(String pid) {
    return Stream.of(context.getBundles())
        .filter(bundle -> (pid + ".").startsWith(bundle.getSymbolicName() + "."))
        .sorted(
            Comparator.comparingInt((Bundle bundle) -> bundle.getSymbolicName().length())
                .reversed())
        .map(bundle -> definition(bundle, pid))
        .flatMap(Optional::stream)
        .findFirst()
        .map(known -> known.getAttributeDefinitions(ObjectClassDefinition.ALL))
        .map(Arrays::asList)
        .orElse(List.of());
  }

  private Optional<ObjectClassDefinition> definition(Bundle bundle, String pid) {
    try {
      return Optional.ofNullable(types.getMetaTypeInformation(bundle))
          .map(known -> known.getObjectClassDefinition(pid, null));
    } catch (IllegalArgumentException notDescribedHere) {
      return Optional.empty();
    }
  }
}
