package io.krait.api.management;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the processes of plugins take of this machine. A service, safe for use from any thread; each
 * call reads a few small files of the system, and never waits for a process.
 */
@ProviderType
public interface ProcessUsages {

  /**
   * What a process takes now, without those that it has started; empty where it has ended, or where
   * the system does not say.
   *
   * @param pid its number, as in {@link ManagedPlugin.ProcessFacts#pid()}
   */
  Optional<Usage> of(long pid);

  /**
   * What a process takes.
   *
   * @param cpuTime the time that processors have worked for it since it was started; empty where
   *     the system does not say
   * @param residentBytes what it holds of the machine's memory; empty on others than Linux
   */
  record Usage(Optional<Duration> cpuTime, Optional<Long> residentBytes) {}
}
