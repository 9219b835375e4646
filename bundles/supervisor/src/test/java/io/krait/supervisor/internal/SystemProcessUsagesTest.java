package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SystemProcessUsagesTest {

  private final SystemProcessUsages usages = new SystemProcessUsages();

  @Test
  void aProcessHasWorkedAndHoldsMemory() {
    assumeThat(Files.exists(Path.of("/proc/self/status"))).isTrue();

    var usage = usages.of(ProcessHandle.current().pid()).orElseThrow();

    assertThat(usage.cpuTime()).hasValueSatisfying(time -> assertThat(time).isPositive());
    assertThat(usage.residentBytes())
        .hasValueSatisfying(bytes -> assertThat(bytes).isBetween(10L << 20, 64L << 30));
  }

  @Test
  void ofAProcessThatHasEndedNothingIsKnown() throws Exception {
    Process process = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    process.waitFor();

    assertThat(usages.of(process.pid())).isEmpty();
  }
}
