package io.krait.sandbox.internal;

import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sandbox by bubblewrap: namespaces of its own, and of the files those alone that a plugin needs.
 * When bwrap ends, however that comes about, the system ends all processes in it.
 */
final class Bubblewrap implements Confinement {

  private static final List<Path> SYSTEM =
      Stream.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64").map(Path::of).toList();

  /** Of /etc, what programs need to find libraries, names, certificates and the time. */
  private static final List<String> CONFIGURATION =
      List.of(
          "/etc/alternatives",
          "/etc/ca-certificates",
          "/etc/group",
          "/etc/hosts",
          "/etc/ld.so.cache",
          "/etc/ld.so.conf",
          "/etc/ld.so.conf.d",
          "/etc/localtime",
          "/etc/mime.types",
          "/etc/nsswitch.conf",
          "/etc/passwd",
          "/etc/pki",
          "/etc/resolv.conf",
          "/etc/ssl");

  private final Tools tools;

  Bubblewrap(Tools tools) {
    this.tools = tools;
  }

  @Override
  public IsolatedProcess confine(ProcessRequest request, SandboxSettings settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(
        tools.find(
            "bwrap", "install the package bubblewrap, or choose another mode of io.krait.sandbox"));
    command.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session"));
    if (settings.network()) {
      command.add("--share-net");
    }
    for (Path folder : SYSTEM) {
      if (Files.isSymbolicLink(folder)) {
        add(command, "--symlink", Files.readSymbolicLink(folder), folder);
      } else if (Files.isDirectory(folder)) {
        add(command, "--ro-bind", folder, folder);
      }
    }
    for (String file : CONFIGURATION) {
      add(command, "--ro-bind-try", file, file);
    }
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
    for (Path folder : PythonHome.folders(request)) {
      if (SYSTEM.stream().noneMatch(folder::startsWith)) {
        add(command, "--ro-bind", folder, folder);
      }
    }
    request.needs().modules().forEach(path -> add(command, "--ro-bind", path, path));
    settings.readable().forEach(path -> add(command, "--ro-bind", path, path));
    add(command, "--ro-bind", request.folder(), request.folder());
    settings.writable().forEach(path -> add(command, "--bind", path, path));
    request.needs().sockets().forEach(path -> add(command, "--bind", path, path));
    // Where these lead otherwise is not in the sandbox.
    for (String variable : List.of("HOME", "TMPDIR", "TMP", "TEMP")) {
      if (request.environment().containsKey(variable)) {
        add(command, "--setenv", variable, "/tmp");
      }
    }
    add(command, "--chdir", request.folder(), "--");
    command.addAll(request.command());
    return new IsolatedProcess(
        request.withCommand(command),
        settings.network() ? "bubblewrap, with network" : "bubblewrap, without network",
        List.of());
  }

  private static void add(List<String> command, Object... words) {
    for (Object word : words) {
      command.add(word.toString());
    }
  }
}
