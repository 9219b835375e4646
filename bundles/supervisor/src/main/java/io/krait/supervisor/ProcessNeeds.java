package io.krait.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a process needs of this machine and of this host besides its folder and its interpreter. A
 * runner that shuts a process in makes way for this and for nothing else.
 *
 * @param input what its standard input begins with, ASCII and shorter than a page of memory; the
 *     input stays open after it
 * @param modules folders of more modules, which it reads
 * @param sockets folders of unix sockets, which it enters to connect to this host or to listen for
 *     it
 * @param network whether it may want to reach the network
 */
public record ProcessNeeds(String input, List<Path> modules, List<Path> sockets, boolean network) {

  /** Nothing that is known of. */
  public static final ProcessNeeds NONE = new ProcessNeeds("", List.of(), List.of());

  /** What a process needs that may want to reach the network, too. */
  public ProcessNeeds(String input, List<Path> modules, List<Path> sockets) {
    this(input, modules, sockets, true);
  }

  /** Copies the lists. */
  public ProcessNeeds {
    Objects.requireNonNull(input, "input");
    modules = List.copyOf(modules);
    sockets = List.copyOf(sockets);
  }

  /** Without the input, which may be a secret. */
  @Override
  public String toString() {
    return "ProcessNeeds[%s, %s%s]".formatted(modules, sockets, network ? ", network" : "");
  }
}
