package io.krait.supervisor;

import io.krait.protocol.Endpoint;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A process that a {@link PluginRunner} has started. */
public interface PluginProcess {

  /** What people find the process by, such as {@code process 4711}. */
  String name();

  /** Its number, where it runs on this machine. */
  default Optional<Long> pid() {
    return Optional.empty();
  }

  /** Its standard output. */
  InputStream output();

  /** Its standard error output. */
  InputStream errors();

  /**
   * Completes with the exit code as soon as the process has ended. It may do so on a thread that
   * must neither be blocked nor given much to do.
   */
  CompletableFuture<Integer> onExit();

  /**
   * Why the process was ended, where it is known better than by its exit code, as a sentence that
   * begins with "it" and has no full stop, such as {@code it has used too much memory}; empty
   * otherwise.
   */
  default Optional<String> cause() {
    return Optional.empty();
  }

  /** Where this host reaches what the process itself calls {@code announced}. */
  Endpoint translate(Endpoint announced);

  /** Asks the process to end, as SIGTERM does. Does not wait. */
  void askToEnd();

  /**
   * Ends the process and all that it has started, as SIGKILL does, also where the process itself
   * has ended already. Does not wait.
   */
  void kill();
}
