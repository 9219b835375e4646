package io.krait.shell.internal;

import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.doctor.Finding;
import io.krait.doctor.components.Checkup;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Why something does not run. It is there also where hardly anything else of Krait is. */
@Component(service = WhyCommands.class)
@GogoCommand(scope = "plugin", function = "why")
public final class WhyCommands extends Commands {
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
    Checkup checkup = Checkup.of(context, components);
    String lacks = lines(checkup, Finding.Kind.STANDS_STILL);
    String without = lines(checkup, Finding.Kind.DOES_WITHOUT);
    String first =
        lacks.isEmpty()
            ? "all bundles of Krait, and those that use it, run: %d".formatted(checkup.bundles())
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

  private static String lines(Checkup checkup, Finding.Kind kind) {
    return checkup.told(kind).stream().map(VisibleText::line).collect(Collectors.joining("\n"));
  }
}
