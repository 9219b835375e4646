package io.krait.shell.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import java.time.InstantSource;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Shows what the commands return, and lets scripts hand it on: a plugin can stand where an
 * identifier is asked for, and an identifier where a plugin is.
 */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=io.krait.api.management.ManagedPlugin")
public final class PluginConverter implements Converter {
  private final Awaited<PluginManager> manager;
  private final PluginTables tables;

  @Activate
  public PluginConverter(@Reference KraitServices services) {
    this(services.manager(), InstantSource.system());
  }

  PluginConverter(Awaited<PluginManager> manager, InstantSource clock) {
    this.manager = manager;
    this.tables = new PluginTables(clock);
  }

  @Override
  public Object convert(Class<?> desired, Object in) {
    if (desired == String.class && in instanceof ManagedPlugin plugin) {
      return plugin.id();
    }
    if (desired == ManagedPlugin.class && in instanceof CharSequence id) {
      return manager.now().flatMap(now -> now.find(id.toString())).orElse(null);
    }
    return null;
  }

  @Override
  public CharSequence format(Object target, int level, Converter escape) {
    if (target instanceof ManagedPlugin plugin) {
      return switch (level) {
        case INSPECT -> tables.details(plugin);
        case LINE -> tables.line(plugin);
        default -> plugin.id();
      };
    }
    if (level == INSPECT && target instanceof Listing<?> listing) {
      return listing.text(
          escape instanceof CommandSession session
              ? TerminalWidth.of(session)
              : TerminalWidth.UNKNOWN);
    }
    if (level == INSPECT && target instanceof LogListing listing) {
      return listing.text();
    }
    if (target instanceof PluginLogs.Entry entry) {
      return LogListing.line(entry);
    }
    return null;
  }
}
