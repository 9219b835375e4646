package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.ProcessLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitCheckTest {

  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path root;

  @Test
  void whatIsWithinTheLimitsIsFine() throws Exception {
    process(1, 100, 60, 4);
    process(2, 50, 50, 4);

    assertThat(check(new ProcessLimits(200 * MEBIBYTE, 0, 8, 10))).isEmpty();
    assertThat(check(ProcessLimits.NONE)).isEmpty();
  }

  @Test
  void memoryOfAllProcessesCountsTogether() throws Exception {
    process(1, 150, 150, 1);
    process(2, 60, 60, 1);

    assertThat(check(new ProcessLimits(200 * MEBIBYTE, 0, 0, 0)))
        .contains(
            "it has used 210 MiB of memory, and may use 200; allow it more by"
                + " limit.memory.megabytes of io.krait.supervisor and its manifest, or see why");
  }

  @Test
  void memoryThatSeveralProcessesShareCountsOnce() throws Exception {
    process(1, 150, 75, 1);
    process(2, 150, 75, 1);

    assertThat(check(new ProcessLimits(200 * MEBIBYTE, 0, 0, 0))).isEmpty();
  }

  @Test
  void processesAndThreadsCountTogether() throws Exception {
    process(1, 1, 1, 5);
    process(2, 1, 1, 4);

    assertThat(check(new ProcessLimits(0, 0, 8, 0)).orElseThrow())
        .startsWith("it has 9 processes and threads, and may have 8; ");
  }

  @Test
  void aProcessThatHasAllDescriptorsOpenIsFound() throws Exception {
    process(1, 1, 1, 1);
    process(2, 1, 1, 1);
    for (int i = 0; i < 10; i++) {
      Files.createFile(root.resolve("2/fd/" + i));
    }

    assertThat(check(new ProcessLimits(0, 0, 0, 10)).orElseThrow())
        .startsWith("it has all 10 files and sockets open that a process may have; ");
  }

  private Optional<String> check(ProcessLimits limits) {
    // The last one has ended meanwhile.
    return new LimitCheck(new ProcessFolder(root), limits).exceededBy(List.of(1L, 2L, 77L));
  }

  private void process(long pid, long mebibytes, long share, int threads) throws IOException {
    Path folder = root.resolve(Long.toString(pid));
    Files.createDirectories(folder.resolve("fd"));
    Files.writeString(
        folder.resolve("status"),
        "Name:\tpython3\nVmRSS:\t  999999999 kB\nRssAnon:\t%8d kB\nRssFile:\t  99999 kB\nRssShmem:\t    1024 kB\nThreads:\t%d\n"
            .formatted((mebibytes - 1) * 1024, threads));
    Files.writeString(
        folder.resolve("smaps_rollup"),
        "00400000-7fff [rollup]\nRss:  99999999 kB\nPss_Anon:  %d kB\nPss_File:   99999 kB\nPss_Shmem:   1024 kB\n"
            .formatted((share - 1) * 1024));
  }
}
