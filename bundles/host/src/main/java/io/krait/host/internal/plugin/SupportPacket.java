package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.HookName;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.model.FileData;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.jobs.Job;
import io.krait.host.internal.storage.Sql;
import io.krait.hostkit.PluginAdministration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What whoever helps with a server wants to know of it, as a ZIP archive: facts, the configuration
 * without its secrets, plugins and what they have to tell themselves. Safe for use from any thread.
 */
public final class SupportPacket {

  private static final int PATIENCE_SECONDS = 30;
  private static final long MOST_OF_PLUGINS = 64L << 20;

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final PluginAdministration administration;

  /** Of this host. */
  public SupportPacket(
      HostServices services, DispatchedHooks hooks, PluginAdministration administration) {
    this.services = services;
    this.hooks = hooks;
    this.administration = administration;
  }

  /** Gathers it; waits for the plugins. */
  public byte[] gather() {
    List<String> warnings = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "diagnostics.json", facts());
      put(
          zip,
          "sanitized_config.json",
          new WholeConfiguration(services.configuration(), administration).sanitized().sections());
      put(zip, "plugins.json", plugins(warnings));
      put(
          zip,
          "jobs.json",
          services.system().jobs().list("", Page.of(0, 60)).stream().map(Job::asJson).toList());
      gatherPlugins(zip, warnings);
      if (!warnings.isEmpty()) {
        write(zip, "warning.txt", String.join("\n", warnings).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private Map<String, Object> facts() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("server_version", services.configuration().text("KraitSettings", "ServerVersion"));
    facts.put("server_id", services.facts().diagnosticId());
    facts.put("install_date", services.facts().installDate());
    facts.put("gathered_at", services.surroundings().now());
    facts.put("server_os", System.getProperty("os.name", ""));
    facts.put("server_architecture", System.getProperty("os.arch", ""));
    facts.put("java_version", System.getProperty("java.version", ""));
    facts.put("processors", runtime.availableProcessors());
    facts.put("memory_used", runtime.totalMemory() - runtime.freeMemory());
    facts.put("memory_most", runtime.maxMemory());
    facts.put("database_type", services.configuration().text("SqlSettings", "DriverName"));
    facts.putAll(services.surroundings().database().inTransaction(SupportPacket::counts));
    return facts;
  }

  private static Map<String, Object> counts(Sql sql) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("active_users", sql.count("select count(*) from users where delete_at = 0"));
    counts.put("teams", sql.count("select count(*) from teams where delete_at = 0"));
    counts.put("channels", sql.count("select count(*) from channels where delete_at = 0"));
    counts.put("posts", sql.count("select count(*) from posts"));
    return counts;
  }

  private List<Map<String, Object>> plugins(List<String> warnings) {
    try {
      return administration.list().stream().map(SupportPacket::plugin).toList();
    } catch (AppError nobodyManages) {
      warnings.add("plugins: " + nobodyManages.getMessage());
      return List.of();
    }
  }

  private static Map<String, Object> plugin(ManagedPlugin plugin) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", plugin.id());
    shown.put("version", plugin.version());
    shown.put("enabled", plugin.enabled());
    shown.put("state", plugin.state().name());
    shown.put("reason", plugin.reason());
    shown.put("restarts", plugin.restarts());
    return shown;
  }

  private void gatherPlugins(ZipOutputStream zip, List<String> warnings) throws IOException {
    long left = MOST_OF_PLUGINS;
    for (String id : hooks.handlersOf(HookName.GENERATE_SUPPORT_DATA)) {
      Set<String> names = new HashSet<>();
      for (FileData file : filesOf(id, warnings)) {
        left -= file.data().size();
        if (left < 0) {
          warnings.add("plugin %s: it has more to tell than there is room for".formatted(id));
          return;
        }
        String name = name(file.filename());
        while (!names.add(name)) {
          name = "_" + name;
        }
        write(zip, id + "/" + name, file.data().toByteArray());
      }
    }
  }

  private List<FileData> filesOf(String id, List<String> warnings) {
    try {
      var asked = hooks.of(id);
      return asked.isEmpty()
          ? List.of()
          : asked
              .get()
              .generateSupportData(hooks.context())
              .toCompletableFuture()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (TimeoutException late) {
      warnings.add("plugin %s: it does not answer".formatted(id));
      return List.of();
    } catch (Exception failure) {
      warnings.add("plugin %s: %s".formatted(id, FailureCause.text(failure)));
      return List.of();
    }
  }

  /** The last part of a name, as nothing in an archive is to lie outside of its folder. */
  private static String name(String wanted) {
    String last = wanted.substring(1 + Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')));
    String safe = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    return safe.isBlank() || safe.matches("\\.+") ? "file" : safe;
  }

  private void put(ZipOutputStream zip, String name, Object content) throws IOException {
    write(
        zip, name, services.surroundings().json().write(content).getBytes(StandardCharsets.UTF_8));
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
