package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;

/** Sends signals to processes. */
final class Signals {

  private Signals() {}

  /** A signal by its name, without SIG. */
  static void send(String name, Collection<ProcessHandle> processes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes) {
      int code =
          new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      assertThat(code == 0 || !process.isAlive()).as("SIG%s for %d", name, process.pid()).isTrue();
    }
  }
}
