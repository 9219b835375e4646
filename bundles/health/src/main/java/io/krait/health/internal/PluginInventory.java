package io.krait.health.internal;

import io.krait.api.HookName;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.inventory.Format;
import org.apache.felix.inventory.InventoryPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints all plugins with what is known of them; never their settings, which may be secrets. */
@Component(
    service = InventoryPrinter.class,
    property = {
      InventoryPrinter.NAME + "=krait-plugins",
      InventoryPrinter.TITLE + "=Krait Plugins",
      InventoryPrinter.FORMAT + "=TEXT",
      InventoryPrinter.FORMAT + "=JSON"
    })
public final class PluginInventory implements InventoryPrinter {
  private final PluginManager manager;

  @Activate
  public PluginInventory(@Reference PluginManager manager) {
    this.manager = manager;
  }

  @Override
  public void print(PrintWriter out, Format format, boolean isZip) {
    List<Map<String, Object>> plugins =
        manager.list().stream().map(PluginInventory::facts).toList();
    if (Format.JSON.equals(format)) {
      out.println(new JsonText().value(Map.of("plugins", plugins)));
      return;
    }
    out.println(plugins.size() + " plugins");
    for (Map<String, Object> plugin : plugins) {
      out.println();
      plugin.forEach((name, value) -> out.println(name + ": " + oneLine(value)));
    }
  }

  private static String oneLine(Object value) {
    return VisibleText.line(String.valueOf(value));
  }

  private static Map<String, Object> facts(ManagedPlugin plugin) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", plugin.id());
    facts.put("name", plugin.name());
    facts.put("version", plugin.version());
    facts.put("folder", plugin.folder().toString());
    facts.put("enabled", plugin.enabled());
    facts.put("state", plugin.state().name());
    facts.put("since", plugin.since().toString());
    facts.put("reason", plugin.reason());
    facts.put("debugging", plugin.debugging());
    plugin
        .process()
        .ifPresent(
            process -> {
              facts.put("process", process.name());
              facts.put("started", process.started().toString());
            });
    facts.put("restarts", plugin.restarts());
    facts.put("hooks", plugin.hooks().stream().map(HookName::hookName).toList());
    facts.put("warnings", plugin.warnings());
    facts.put("lastLines", plugin.lastLines());
    return facts;
  }
}
