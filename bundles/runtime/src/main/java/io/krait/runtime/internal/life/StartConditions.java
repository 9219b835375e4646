package io.krait.runtime.internal.life;

import io.krait.api.PluginApi;
import io.krait.api.management.ManagementException;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.runtime.manifest.Manifest;
import io.krait.runtime.manifest.ManifestException;
import io.krait.runtime.manifest.ManifestReader;
import io.krait.runtime.manifest.Platform;
import io.krait.runtime.manifest.ServerPart;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** What must hold before a plugin is started, and what is told where it does not. */
final class StartConditions {

  private final LifeContext context;

  StartConditions(LifeContext context) {
    this.context = context;
  }

  /** Its manifest: read again at each start, as files that were put in place by hand may change. */
  ManifestReader.Loaded manifest(Installation installation) throws ManagementException {
    ManifestReader.Loaded loaded;
    try {
      loaded = context.tools().manifests().read(installation.folder());
    } catch (ManifestException e) {
      throw context.startFailed(e.getMessage(), e);
    }
    if (!loaded.manifest().id().equals(context.id())) {
      throw context.startFailed(
          "its manifest has another id now: %s; rename it back, or look for changes in the plugin"
                  .formatted(loaded.manifest().id())
              + " folder",
          null);
    }
    return loaded;
  }

  /** What the server runs of it, which must be in Python. */
  ServerPart pythonPart(Manifest manifest) throws ManagementException {
    ServerPart server =
        manifest
            .server()
            .orElseThrow(
                () ->
                    context.startFailed(
                        "it has no server part; add \"server\" to its manifest, or leave it"
                            + " disabled",
                        null));
    if (!manifest.isPython(Platform.current())) {
      throw context.startFailed(
          "it is not written in Python, and nothing else is run here; set \"runtime\": \"python\""
              + " if it is",
          null);
    }
    if (manifest.executableFor(Platform.current()).isEmpty()) {
      throw context.startFailed(
          "its manifest names no executable for %s; name its script in server.executable"
              .formatted(Platform.current().key()),
          null);
    }
    return server;
  }

  /** The host is as new as the plugin needs it. */
  void serverVersion(Manifest manifest, PluginApi api) throws ManagementException {
    String required = manifest.minServerVersion();
    if (required.isEmpty()) {
      return;
    }
    String running;
    try {
      running = api.getServerVersion();
    } catch (RuntimeException e) {
      context.log().log(
          Level.DEBUG, "plugin {0}: the host does not tell its version", context.id());
      return;
    }
    Optional<ServerVersion> least = ServerVersion.of(required);
    Optional<ServerVersion> actual = ServerVersion.of(running == null ? "" : running);
    if (least.isPresent() && actual.isPresent() && actual.get().compareTo(least.get()) < 0) {
      throw context.startFailed(
          "it requires server version %s (min_server_version), and this is %s; install an older"
                  .formatted(required, running)
              + " version of the plugin, or a newer server",
          null);
    }
  }
}
