package io.krait.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessRequestTest {

  private static final ProcessLimits LIMITS = new ProcessLimits(512L << 20, 0.5, 64, 1024);

  @Test
  void anotherCommandChangesNothingElse() {
    ProcessRequest request =
        new ProcessRequest(
            "a.b",
            List.of("/usr/bin/python3", "/plugins/a.b/plugin.py"),
            Path.of("/plugins/a.b"),
            Map.of("SECRET", "s3cr3t"),
            Optional.of(Path.of("/usr/bin/python3")),
            LIMITS);

    ProcessRequest other =
        request.withCommand(List.of("/usr/bin/bwrap", "python3")).withEnvironment(Map.of());

    assertThat(other)
        .isEqualTo(
            new ProcessRequest(
                "a.b",
                List.of("/usr/bin/bwrap", "python3"),
                Path.of("/plugins/a.b"),
                Map.of(),
                Optional.of(Path.of("/usr/bin/python3")),
                LIMITS));
    assertThat(request.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void noLimitIsNegative() {
    assertThatThrownBy(() -> new ProcessLimits(0, 0, -1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 processes and threads");
  }
}
