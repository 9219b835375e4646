package io.krait.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginState;
import io.krait.testing.PluginsInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A manager of plugins without files and processes. */
final class StubManager extends PluginsInMemory {
  private final Function<byte[], String> idAndVersion;

  /** A manager without plugins, to which nobody brings an archive. */
  StubManager() {
    this(archive -> "");
  }

  /**
   * A manager without plugins.
   *
   * @param idAndVersion reads them from an archive, with a blank between; empty if it is none
   */
  StubManager(Function<byte[], String> idAndVersion) {
    this.idAndVersion = idAndVersion;
  }

  /** Waits until exactly this has been asked. */
  void expect(String... expected) {
    expectBeside("", expected);
  }

  /** Waits until exactly this has been asked, whether {@code possible} was as well or not. */
  void expectBeside(String possible, String... expected) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!besides(possible).equals(List.of(expected)) && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertThat(besides(possible)).containsExactly(expected);
    asked().clear();
  }

  private List<String> besides(String possible) {
    return asked().stream().filter(asked -> !asked.equals(possible)).toList();
  }

  StubManager with(String id, PluginState state) {
    put(plugin(id, "1.0.0", state));
    return this;
  }

  @Override
  protected CompletableFuture<ManagedPlugin> install(byte[] archive, boolean replace)
      throws ManagementException {
    String[] found = idAndVersion.apply(archive).split(" ");
    if (found.length < 2) {
      throw new ManagementException(Problem.INVALID, "the archive is no plugin");
    }
    asked().add("install " + found[0] + " " + found[1]);
    return install(found[0], found[1]);
  }
}
