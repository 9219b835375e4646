package io.krait.doctor.components;

import io.krait.doctor.Finding;
import io.krait.doctor.UsualProviders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;

/**
 * Finds out what components of bundles wait for. Of those that wait for one another only the first
 * is told of.
 */
final class ComponentDoctor {
  private static final String NEEDS_CONFIGURATION = "require";

  private final ServiceComponentRuntime components;

  ComponentDoctor(ServiceComponentRuntime components) {
    this.components = components;
  }

  /** What is wrong with the components of bundles with these names. */
  List<Finding> findings(Collection<String> bundles) {
    List<Waiting> waiting =
        components.getComponentDescriptionDTOs().stream()
            .filter(component -> bundles.contains(component.bundle.symbolicName))
            .filter(components::isComponentEnabled)
            .flatMap(this::waiting)
            .toList();
    Set<String> offered =
        waiting.stream()
            .flatMap(one -> Stream.of(one.component.serviceInterfaces))
            .collect(Collectors.toCollection(HashSet::new));
    return waiting.stream()
        .filter(one -> !offered.contains(one.service))
        .map(Waiting::finding)
        .distinct()
        .toList();
  }

  private Stream<Waiting> waiting(ComponentDescriptionDTO component) {
    Collection<ComponentConfigurationDTO> configurations =
        components.getComponentConfigurationDTOs(component);
    if (configurations.isEmpty() && NEEDS_CONFIGURATION.equals(component.configurationPolicy)) {
      return Stream.of(
          new Waiting(
              component,
              "",
              Finding.doesWithout(
                  component.bundle.symbolicName,
                  "waits with its component %s for a configuration %s"
                      .formatted(
                          shortName(component), String.join(", ", component.configurationPid)))));
    }
    return configurations.stream().flatMap(configuration -> waiting(component, configuration));
  }

  private static Stream<Waiting> waiting(
      ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
    if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
      return Stream.of(
          new Waiting(
              component,
              "",
              Finding.standsStill(
                  component.bundle.symbolicName,
                  "has a component %s that does not start: %s"
                      .formatted(
                          shortName(component),
                          configuration.failure.lines().findFirst().orElse("")))));
    }
    if (configuration.state != ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
      return Stream.of();
    }
    List<Waiting> found = new ArrayList<>();
    for (var unsatisfied : configuration.unsatisfiedReferences) {
      Stream.of(component.references)
          .filter(reference -> reference.name.equals(unsatisfied.name))
          .forEach(reference -> found.add(missing(component, reference, unsatisfied.target)));
    }
    return found.stream();
  }

  private static Waiting missing(
      ComponentDescriptionDTO component, ReferenceDTO reference, String target) {
    String service = reference.interfaceName;
    String asked = service + (target == null ? "" : " with " + target);
    String without = UsualProviders.of(service).map(UsualProviders.Provider::without).orElse("");
    String bundle = component.bundle.symbolicName;
    return new Waiting(
        component,
        service,
        without.isEmpty()
            ? Finding.standsStill(
                bundle,
                "waits with its component %s for a service %s%s"
                    .formatted(shortName(component), asked, UsualProviders.advice(service)))
            : Finding.doesWithout(
                bundle,
                "does without a service %s: %s%s"
                    .formatted(asked, without, UsualProviders.advice(service))));
  }

  private static String shortName(ComponentDescriptionDTO component) {
    return component.name.substring(component.name.lastIndexOf('.') + 1);
  }

  /** A component that waits for a service, whose name is empty where it is something else. */
  private record Waiting(ComponentDescriptionDTO component, String service, Finding finding) {}
}
