package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin in Python that is reached on a port encrypts where its host offers it. */
class PythonEncryptsIT {

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  @TempDir Path folder;
  @TempDir Path cache;
  private final TransportRuntime transport = TransportRuntime.create();
  private SupervisorComponent supervisor;

  @BeforeEach
  void writePlugin() throws IOException {
    // It has no use for the folder of its host, as is so in a container.
    Files.writeString(
        folder.resolve("plugin.py"),
        """
        import os

        from mattermost_plugin import HookName, Plugin, hook
        from mattermost_plugin.server import run_plugin


        class Hello(Plugin):
            @hook(HookName.OnActivate)
            def activate(self):
                print("awake")


        if __name__ == "__main__":
            del os.environ["PLUGIN_UNIX_SOCKET_DIR"]
            run_plugin(Hello)
        """);
  }

  @AfterEach
  void stop() {
    if (supervisor != null) {
      supervisor.close();
    }
    transport.close();
  }

  @Test
  void theHostIsTakenAndNobodyElse() throws Exception {
    Endpoint port = activate(true);

    try (OpenChannel stranger = strangerTo(port)) {
      assertThat(stranger.isServing("plugin", A_WHILE))
          .failsWithin(DEADLINE)
          .withThrowableThat()
          .withMessageContaining("cannot be reached");
    }
  }

  @Test
  void withoutTheOfferNothingIsEncrypted() throws Exception {
    Endpoint port = activate(false);

    try (OpenChannel stranger = strangerTo(port)) {
      assertThat(stranger.isServing("plugin", A_WHILE)).succeedsWithin(DEADLINE).isEqualTo(true);
    }
  }

  /** Starts the plugin and calls it; returns where it is. */
  private Endpoint activate(boolean autoMtls) throws Exception {
    supervisor =
        new SupervisorComponent(
            Configurations.with(
                SupervisorConfiguration.class, Map.of("auto_mtls", autoMtls, "start_seconds", 60)),
            configured -> cache,
            null);
    BlockingQueue<PluginConnection> opened = new LinkedBlockingQueue<>();
    supervisor
        .supervise(
            PluginDescription.builder("com.example.hello", folder, "plugin.py")
                .interpreter(PythonPeer.interpreter())
                .build(),
            new PluginObserver() {
              @Override
              public CompletionStage<Void> opened(PluginConnection connection) {
                opened.add(connection);
                return new AsyncRemotePluginHooks(
                        RemoteCalls.over(connection.channel(), new FlowCalls(transport)),
                        Disclosure.TO_PLUGIN)
                    .onActivate();
              }
            })
        .start()
        .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    Endpoint endpoint = opened.remove().channel().endpoint();
    assertThat(endpoint).isInstanceOf(Endpoint.Tcp.class);
    return endpoint;
  }

  private OpenChannel strangerTo(Endpoint endpoint) throws IOException {
    return new ChannelFactory(transport, TransportSettings.defaults()).open(endpoint);
  }
}
