package io.krait.sandbox.internal;

import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.ProcessLimits;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A transient unit of systemd, with what systemd knows of isolation and limits. */
final class Systemd implements Confinement {

  /** Is there where systemd runs the machine. */
  private final Path running;

  private final Tools tools;
  private final UnitNames names;

  Systemd(Tools tools, UnitNames names, Path running) {
    this.tools = tools;
    this.names = names;
    this.running = running;
  }

  @Override
  public IsolatedProcess confine(ProcessRequest request, SandboxSettings settings)
      throws IOException {
    String remedy = "choose another mode of io.krait.sandbox";
    String run = tools.find("systemd-run", remedy);
    String control = tools.find("systemctl", remedy);
    if (!Files.isDirectory(running)) {
      throw new IOException(
          "systemd does not run this machine (there is no %s); %s".formatted(running, remedy));
    }
    String unit = names.next(request.pluginId());
    List<String> command =
        new ArrayList<>(
            List.of(
                run,
                "--quiet",
                "--pipe",
                "--wait",
                "--collect",
                "--unit=" + unit,
                "--working-directory=" + request.folder()));
    List<String> properties = new ArrayList<>();
    properties.add("NoNewPrivileges=yes");
    properties.add("CapabilityBoundingSet=");
    properties.add("PrivateTmp=yes");
    properties.add("PrivateDevices=yes");
    properties.add("ProtectSystem=strict");
    properties.add("ProtectHome=tmpfs");
    properties.add("ProtectKernelTunables=yes");
    properties.add("ProtectControlGroups=yes");
    properties.add("RestrictSUIDSGID=yes");
    properties.add("KillMode=control-group");
    if (!settings.network()) {
      properties.add("PrivateNetwork=yes");
    }
    List<Path> readable = new ArrayList<>(PythonHome.folders(request));
    readable.addAll(request.needs().modules());
    readable.addAll(settings.readable());
    readable.add(request.folder());
    readable.forEach(path -> properties.add("BindReadOnlyPaths=" + path));
    request.needs().sockets().forEach(path -> properties.add("BindPaths=" + path));
    settings.writable().forEach(path -> properties.add("BindPaths=" + path));
    addLimits(request.limits(), properties);
    properties.forEach(property -> command.add("--property=" + property));
    // By name: systemd-run has the values in its own environment, and others would see its
    // arguments.
    request.environment().keySet().stream()
        .sorted()
        .forEach(name -> command.add("--setenv=" + name));
    command.add("--");
    command.addAll(request.command());
    return new IsolatedProcess(
        request.withCommand(command),
        settings.network() ? "systemd unit, with network" : "systemd unit, without network",
        List.of(control, "--quiet", "stop", unit + ".service"));
  }

  private static void addLimits(ProcessLimits limits, List<String> properties) {
    if (limits.memoryBytes() > 0) {
      properties.add("MemoryMax=" + limits.memoryBytes());
    }
    if (limits.processors() > 0) {
      properties.add(String.format(Locale.ROOT, "CPUQuota=%.0f%%", limits.processors() * 100));
    }
    if (limits.tasks() > 0) {
      properties.add("TasksMax=" + limits.tasks());
    }
    if (limits.descriptors() > 0) {
      properties.add("LimitNOFILE=" + limits.descriptors());
    }
  }
}
