package io.krait.sandbox.internal;

import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;

/** One way of isolating a process: makes a command out of a request and settings. */
interface Confinement {

  /**
   * The process as it is to be started.
   *
   * @throws IOException where this way cannot be gone here: the message says why, and what to do
   */
  IsolatedProcess confine(ProcessRequest request, SandboxSettings settings) throws IOException;
}
