package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.ProcessLimits;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a control group for each plugin, where this server's own group was left to it alone, such
 * as that of a unit of systemd with {@code Delegate=yes}: version 2 of Linux's control groups,
 * writable, and without processes of others. Elsewhere there are none, which is no error.
 */
final class ControlGroups {

  /** Where this process is once plugins have groups: a group with parts has no processes itself. */
  static final String SERVER = "krait-server";

  private static final System.Logger LOG = System.getLogger(ControlGroups.class.getName());
  private static final String PLUGIN = "krait-plugin-";
  private static final List<String> WANTED = List.of("cpu", "memory", "pids");

  private final Path mount;
  private final ProcessFolder processes;
  private final long server;
  private @Nullable Path parent;
  private Set<String> controllers = Set.of();
  private boolean looked;
  private long made;

  /**
   * Looks for groups when the first plugin is started.
   *
   * @param mount where the file system of control groups is
   * @param server the number of this process
   */
  ControlGroups(Path mount, ProcessFolder processes, long server) {
    this.mount = mount;
    this.processes = processes;
    this.server = server;
  }

  /** Those of this machine. */
  static ControlGroups ofThisMachine(ProcessFolder processes) {
    return new ControlGroups(Path.of("/sys/fs/cgroup"), processes, ProcessHandle.current().pid());
  }

  /** A new group with these limits; empty where there can be none. */
  synchronized Optional<ControlGroup> create(String pluginId, ProcessLimits limits) {
    if (!looked) {
      looked = true;
      look();
    }
    if (parent == null) {
      return Optional.empty();
    }
    Path folder = parent.resolve(PLUGIN + ++made + "-" + pluginId.replaceAll("[^\\w.-]", "_"));
    try {
      Files.createDirectory(folder);
      return Optional.of(ControlGroup.limited(folder, controllers, limits));
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "plugin {0}: it gets no control group: {1}; its limits are looked after without",
          pluginId,
          e.toString());
      return Optional.empty();
    }
  }

  private void look() {
    try {
      Optional<Path> own = own();
      if (own.isPresent()) {
        divide(own.get());
      }
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "plugins get no control groups: {0}; their limits are looked after without",
          e.toString());
    }
  }

  /** The group that this process may divide up; empty where there is none. */
  private Optional<Path> own() throws IOException {
    Optional<String> name = processes.controlGroup(server);
    if (name.isEmpty() || !Files.isRegularFile(mount.resolve("cgroup.controllers"))) {
      return Optional.empty();
    }
    Path group = mount.resolve(name.get().substring(1)).normalize();
    if (group.endsWith(SERVER)) {
      // Divided up already, by a supervisor before this one.
      group = group.getParent();
    }
    if (!group.startsWith(mount)
        || !Files.isWritable(group)
        || !Files.isWritable(group.resolve("cgroup.procs"))
        || !Files.isWritable(group.resolve("cgroup.subtree_control"))) {
      return Optional.empty();
    }
    // Processes of others, such as a shell from which this was started, are not ours to move.
    Set<Long> ours = Set.copyOf(processes.tree(server));
    return numbers(group.resolve("cgroup.procs")).stream().allMatch(ours::contains)
        ? Optional.of(group)
        : Optional.empty();
  }

  private void divide(Path group) throws IOException {
    Path inner = Files.createDirectories(group.resolve(SERVER));
    for (long pid : numbers(group.resolve("cgroup.procs"))) {
      ControlGroup.write(inner.resolve("cgroup.procs"), Long.toString(pid));
    }
    removeOld(group);
    Set<String> there =
        Set.of(ControlGroup.read(group.resolve("cgroup.controllers")).strip().split("\\s+", -1));
    Set<String> usable = new TreeSet<>();
    for (String controller : WANTED) {
      if (there.contains(controller)) {
        try {
          ControlGroup.write(group.resolve("cgroup.subtree_control"), "+" + controller);
          usable.add(controller);
        } catch (IOException e) {
          LOG.log(Level.WARNING, "the controller {0} is not for plugins: {1}", controller, e);
        }
      }
    }
    controllers = usable;
    parent = group;
    LOG.log(Level.INFO, "plugins get control groups in {0}, with {1}", group, usable);
  }

  /** What a server has left that was killed. */
  private static void removeOld(Path group) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(group, PLUGIN + "*")) {
      for (Path folder : old) {
        ControlGroup left = new ControlGroup(folder, Set.of());
        left.kill();
        left.remove();
      }
    }
  }

  private static List<Long> numbers(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> Long.valueOf(line.strip()))
        .toList();
  }
}
