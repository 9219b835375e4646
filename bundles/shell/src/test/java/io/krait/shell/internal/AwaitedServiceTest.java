package io.krait.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.management.PluginManager;
import io.krait.api.testing.Answering;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

class AwaitedServiceTest {
  private final BundleContext empty =
      Answering.service(
          BundleContext.class,
          Map.of(
              "createFilter", asked -> null,
              "addServiceListener", asked -> null,
              "removeServiceListener", asked -> null,
              "getServiceReferences", asked -> null));

  @Test
  void aServiceThatDoesNotComeIsNamedTogetherWithWhoOffersIt() {
    try (var manager = awaited(Duration.ofMillis(1))) {
      assertThat(manager.now()).isEmpty();
      assertThatThrownBy(manager::get)
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("no bundle offers a PluginManager; io.krait.runtime does")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void whoeverWaitsWhenTheBundleStopsWaitsNoLonger() throws Exception {
    var manager = awaited(Duration.ofDays(1));
    var waiting = new CompletableFuture<Throwable>();
    Thread command =
        new Thread(
            () -> {
              try {
                manager.get();
                waiting.complete(null);
              } catch (CommandException e) {
                waiting.complete(e);
              }
            });
    command.start();

    manager.close();

    assertThat(waiting.get(60, TimeUnit.SECONDS)).isInstanceOf(CommandException.class);
  }

  @Test
  void aCommandThatIsInterruptedSaysSo() {
    try (var manager = awaited(Duration.ofDays(1))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(manager::get).hasMessage("nobody waits for a PluginManager any longer");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private AwaitedService<PluginManager> awaited(Duration patience) {
    return new AwaitedService<>(empty, PluginManager.class, patience);
  }
}
