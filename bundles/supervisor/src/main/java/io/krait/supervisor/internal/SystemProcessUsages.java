package io.krait.supervisor.internal;

import io.krait.api.management.ProcessUsages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;

/** What processes take, as this JVM and Linux's folder of processes tell it. */
@Component
public final class SystemProcessUsages implements ProcessUsages {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d{1,15}) kB");
  private static final long KIBIBYTE = 1024;

  @Override
  public Optional<Usage> of(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(handle -> new Usage(handle.info().totalCpuDuration(), resident(pid)));
  }

  private static Optional<Long> resident(long pid) {
    try {
      // The file says what it is in; elsewhere the size of a page would have to be known.
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .map(RESIDENT::matcher)
          .filter(Matcher::matches)
          .map(matcher -> Long.parseLong(matcher.group(1)) * KIBIBYTE)
          .findFirst();
    } catch (IOException e) {
      // Another system, or the process has just ended.
      return Optional.empty();
    }
  }
}
