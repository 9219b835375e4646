package io.krait.shell.internal;

import io.krait.api.PluginApiProvider;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Why something does not run. It is there also where hardly anything else of Krait is. */
@Component(service = WhyCommands.class)
@GogoCommand(scope = "plugin", function = "why")
public final class WhyCommands extends Commands {
  private static final String HOST = PluginApiProvider.class.getName();

  private final Awaited<PluginManager> manager;
  private final BundleContext context;
  private final ServiceComponentRuntime components;

  @Activate
  public WhyCommands(
      BundleContext context,
      @Reference KraitServices services,
      @Reference ServiceComponentRuntime components) {
    this(context, services.manager(), components);
  }

  WhyCommands(
      BundleContext context, Awaited<PluginManager> manager, ServiceComponentRuntime components) {
    this.context = context;
    this.manager = manager;
    this.components = components;
  }

  @Descriptor("tells what bundles of Krait, and those that use it, lack, and what usually has it")
  public String why() {
    BundleDoctor bundles = new BundleDoctor(context);
    Set<String> names =
        bundles.patients().stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>(bundles.findings());
    findings.addAll(new ComponentDoctor(components).findings(names));
    if (names.contains("io.krait.runtime") && context.getServiceReference(HOST) == null) {
      findings.add(
          Finding.standsStill(
              "io.krait.runtime",
              "has no host, and plugins wait: no service %s%s"
                  .formatted(HOST, UsualProviders.advice(HOST))));
    }
    String lacks = lines(findings, Finding.Kind.STANDS_STILL);
    String without = lines(findings, Finding.Kind.DOES_WITHOUT);
    String first =
        lacks.isEmpty()
            ? "all bundles of Krait, and those that use it, run: %d".formatted(names.size())
            : lacks;
    return without.isEmpty() ? first : first + "\nNot needed, and not there:\n" + without;
  }

  @Descriptor("tells why a plugin does not run")
  public String why(@Descriptor("the plugin's identifier") String id) throws CommandException {
    ManagedPlugin plugin = Known.plugin(manager, id);
    String state =
        "plugin %s is %s%s"
            .formatted(
                id,
                PluginTables.state(plugin.state()),
                plugin.reason().isEmpty() ? "" : ": " + plugin.reason());
    return VisibleText.line(state) + (plugin.state() == PluginState.WAITING ? "\n" + why() : "");
  }

  private static String lines(List<Finding> findings, Finding.Kind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::toString)
        .map(VisibleText::line)
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
