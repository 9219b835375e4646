package io.krait.supervisor;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps plugins' processes away from the rest of the machine: a bundle that registers this service
 * has each one started by a command of its own, such as one that starts a sandbox. The runner puts
 * what ends and limits processes around that command. Safe for use from any thread.
 */
@ConsumerType
public interface ProcessIsolation {

  /**
   * Says how a process is to be started.
   *
   * @throws IOException where it cannot be isolated as it should: the message says why, and what to
   *     do. The process is not started then
   */
  IsolatedProcess isolate(ProcessRequest request) throws IOException;
}
