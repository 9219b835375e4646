package io.krait.shell.internal;

import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginManager;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which plugins there are, and what is to become of them. */
@Component(service = LifecycleCommands.class)
@GogoCommand(
    scope = "plugin",
    function = {
      "list", "info", "install", "enable", "disable", "restart", "remove", "rescan", "nodes"
    })
public final class LifecycleCommands extends Commands {
  private final Awaited<PluginManager> manager;
  private final PluginTables tables;

  @Activate
  public LifecycleCommands(@Reference KraitServices services) {
    this(services.manager(), InstantSource.system());
  }

  LifecycleCommands(Awaited<PluginManager> manager, InstantSource clock) {
    this.manager = manager;
    this.tables = new PluginTables(clock);
  }

  @Descriptor("lists the plugins with their states")
  public Listing<ManagedPlugin> list() throws CommandException {
    return tables.list(manager.get().list());
  }

  @Descriptor("shows all about a plugin")
  public ManagedPlugin info(@Descriptor("the plugin's identifier") String id)
      throws CommandException {
    return Known.plugin(manager, id);
  }

  @Descriptor("shows how all plugins are on each node of the server")
  public Listing<NodePlugin> nodes() throws CommandException {
    return tables.nodes(manager.get().nodes());
  }

  @Descriptor("shows how a plugin is on each node of the server")
  public Listing<NodePlugin> nodes(@Descriptor("the plugin's identifier") String id)
      throws CommandException {
    String known = known(id);
    return tables.nodes(
        manager.get().nodes().stream().filter(plugin -> plugin.pluginId().equals(known)).toList());
  }

  @Descriptor("installs a plugin from its archive (tar.gz)")
  public Done install(
      CommandSession session,
      @Descriptor("take the place of another version")
          @Parameter(
              names = {"-r", "--replace"},
              presentValue = "true",
              absentValue = "false")
          boolean replace,
      @Descriptor("enable it, too")
          @Parameter(
              names = {"-e", "--enable"},
              presentValue = "true",
              absentValue = "false")
          boolean enable,
      @Descriptor("a file, or a URL") String archive)
      throws CommandException {
    PluginManager manager = this.manager.get();
    CompletableFuture<ManagedPlugin> work;
    try (InputStream content = Archive.open(archive, session.currentDir())) {
      work = manager.install(content, replace);
    } catch (IOException e) {
      throw Archive.unreadable(archive, e.toString(), e);
    }
    ManagedPlugin plugin = Waiting.on(work, "installing " + archive);
    if (!enable || plugin.enabled()) {
      return done("installed", plugin);
    }
    return done(
        "installed", Waiting.on(manager.enable(plugin.id()), "enabling plugin " + plugin.id()));
  }

  @Descriptor("lets a plugin run, now and after restarts of the server")
  public Done enable(@Descriptor("the plugin's identifier") String id) throws CommandException {
    return done("enabled", Waiting.on(manager.get().enable(known(id)), "enabling plugin " + id));
  }

  @Descriptor("stops a plugin, and keeps it from running")
  public Done disable(@Descriptor("the plugin's identifier") String id) throws CommandException {
    return done("disabled", Waiting.on(manager.get().disable(known(id)), "disabling plugin " + id));
  }

  @Descriptor("stops a plugin and starts it, also where it has failed")
  public Done restart(@Descriptor("the plugin's identifier") String id) throws CommandException {
    return done(
        "restarted", Waiting.on(manager.get().restart(known(id)), "restarting plugin " + id));
  }

  @Descriptor("stops a plugin and deletes its files; its settings are kept")
  public Done remove(@Descriptor("the plugin's identifier") String id) throws CommandException {
    ManagedPlugin plugin = Waiting.on(manager.get().remove(known(id)), "removing plugin " + id);
    return new Done(
        VisibleText.line("removed %s %s".formatted(plugin.id(), plugin.version())), plugin);
  }

  @Descriptor("takes in what was put into the plugin folder by hand, and lists the plugins")
  public Listing<ManagedPlugin> rescan() throws CommandException {
    Waiting.on(manager.get().rescan(), "looking into the plugin folder");
    return list();
  }

  private String known(String id) throws CommandException {
    return Known.plugin(manager, id).id();
  }

  private Done done(String what, ManagedPlugin plugin) {
    String why = plugin.reason().isEmpty() ? "" : ": " + plugin.reason();
    return new Done(
        VisibleText.line(
            "%s %s %s, which is %s%s"
                .formatted(
                    what, plugin.id(), plugin.version(), PluginTables.state(plugin.state()), why)),
        plugin);
  }
}
