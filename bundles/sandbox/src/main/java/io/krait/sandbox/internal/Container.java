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

/**
 * A container of docker or podman. Paths are the same inside and outside, so that both sides meet
 * at the same sockets; the Python is that of the image.
 */
final class Container implements Confinement {

  private final Tools tools;
  private final UnitNames names;

  Container(Tools tools, UnitNames names) {
    this.tools = tools;
    this.names = names;
  }

  @Override
  public IsolatedProcess confine(ProcessRequest request, SandboxSettings settings)
      throws IOException {
    String engine =
        tools.find(
            settings.engine(),
            "install docker or podman, or set engine or mode of io.krait.sandbox to another");
    String name = names.next(request.pluginId());
    List<String> command = new ArrayList<>();
    add(command, engine, "run", "--rm", "--interactive", "--init", "--name", name);
    add(command, "--network", settings.network() ? "bridge" : "none");
    add(command, "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL");
    add(command, "--security-opt", "no-new-privileges", "--user", owner(request.folder()));
    addLimits(request.limits(), command);
    request.needs().modules().forEach(path -> mount(command, path, ":ro"));
    settings.readable().forEach(path -> mount(command, path, ":ro"));
    mount(command, request.folder(), ":ro");
    settings.writable().forEach(path -> mount(command, path, ""));
    request.needs().sockets().forEach(path -> mount(command, path, ""));
    add(command, "--workdir", request.folder().toString());
    // By name: the engine has the values in its own environment, and others would see its
    // arguments.
    request.environment().keySet().stream()
        .filter(variable -> !isOfTheMachine(variable))
        .sorted()
        .forEach(variable -> add(command, "--env", variable));
    add(command, settings.image(), settings.interpreter());
    // What comes first is the interpreter of this machine.
    command.addAll(request.command().subList(1, request.command().size()));
    return new IsolatedProcess(
        request.withCommand(command),
        "container %s, %s network".formatted(name, settings.network() ? "with" : "without"),
        List.of(engine, "rm", "--force", name));
  }

  // They lead to places that the image does not have.
  private static boolean isOfTheMachine(String variable) {
    return List.of("PATH", "HOME", "TMPDIR", "TMP", "TEMP", "LD_LIBRARY_PATH").contains(variable);
  }

  // Sockets belong to whom this process belongs to.
  private static String owner(Path folder) throws IOException {
    return Files.getAttribute(folder, "unix:uid") + ":" + Files.getAttribute(folder, "unix:gid");
  }

  private static void addLimits(ProcessLimits limits, List<String> command) {
    if (limits.memoryBytes() > 0) {
      add(command, "--memory", String.valueOf(limits.memoryBytes()));
    }
    if (limits.processors() > 0) {
      add(command, "--cpus", String.format(Locale.ROOT, "%.2f", limits.processors()));
    }
    if (limits.tasks() > 0) {
      add(command, "--pids-limit", String.valueOf(limits.tasks()));
    }
    if (limits.descriptors() > 0) {
      add(command, "--ulimit", "nofile=" + limits.descriptors());
    }
  }

  private static void mount(List<String> command, Path path, String options) {
    add(command, "--volume", path + ":" + path + options);
  }

  private static void add(List<String> command, String... words) {
    command.addAll(List.of(words));
  }
}
