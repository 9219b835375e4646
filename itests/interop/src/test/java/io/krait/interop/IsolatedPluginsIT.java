package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.apiserver.ApiEndpoint;
import io.krait.apiserver.internal.ApiServerConfiguration;
import io.krait.apiserver.internal.GrpcApiServer;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.convert.Disclosure;
import io.krait.sandbox.internal.SandboxComponent;
import io.krait.sandbox.internal.SandboxConfiguration;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.internal.SupervisorComponent;
import io.krait.supervisor.internal.SupervisorConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin in a sandbox works, and reaches nothing of the server's but its own sockets. */
class IsolatedPluginsIT {

  private static final String ID = "com.example.curious";

  private static final String PLUGIN =
      """
      import os
      import socket
      import subprocess

      from mattermost_plugin import HookName, Plugin, hook
      from mattermost_plugin.server import run_plugin


      class Curious(Plugin):
          @hook(HookName.OnActivate)
          def activate(self):
              subprocess.Popen(["sleep", os.environ["MARKER"]], start_new_session=True)
              self.attempt("secret", lambda: open(os.environ["SECRET"]).read())
              self.attempt("socket", lambda: self.connect(socket.AF_UNIX, os.environ["OTHERS"]))
              port = int(os.environ["PORT"])
              self.attempt("network", lambda: self.connect(socket.AF_INET, ("127.0.0.1", port)))
              self.attempt("folder", lambda: open("new", "w").close())
              self.attempt("temporary", lambda: open("/tmp/new", "w").close())

          def connect(self, family, address):
              with socket.socket(family) as client:
                  client.settimeout(10)
                  client.connect(address)

          def attempt(self, name, way):
              try:
                  way()
                  self.api.kv_set(name, b"done")
              except OSError as error:
                  self.api.kv_set(name, type(error).__name__.encode())


      if __name__ == "__main__":
          run_plugin(Curious)
      """;

  @TempDir Path folder;
  private final Map<String, Bytes> entries = new ConcurrentHashMap<>();
  private final String marker = "4712." + System.nanoTime();
  private GrpcApiServer apiServer;
  private SupervisorComponent supervisor;
  private TransportRuntime transport;

  private void open(Map<String, Object> sandbox) throws Exception {
    assumeThat(bubblewrapWorks())
        .as("bubblewrap is installed, and this machine lets it make namespaces")
        .isTrue();
    apiServer = new GrpcApiServer(Configurations.defaults(ApiServerConfiguration.class));
    supervisor =
        new SupervisorComponent(
            Configurations.with(
                SupervisorConfiguration.class,
                Map.of("isolation_required", true, "start_seconds", 60)),
            configured -> folder.resolve("cache"),
            null,
            new SandboxComponent(Configurations.with(SandboxConfiguration.class, sandbox)));
    transport = TransportRuntime.create();
  }

  @AfterEach
  void close() {
    if (supervisor != null) {
      supervisor.close();
      apiServer.stop();
      transport.close();
    }
  }

  @Test
  void aPluginInBubblewrapHasItsApiAndNothingElse() throws Exception {
    open(Map.of("mode", "bubblewrap"));

    String process = run();

    assertThat(process).endsWith(" in bubblewrap, without network");
    assertThat(entries).containsOnlyKeys("secret", "socket", "network", "folder", "temporary");
    assertThat(entries.get("secret").toUtf8()).isEqualTo("FileNotFoundError");
    assertThat(entries.get("socket").toUtf8()).isEqualTo("FileNotFoundError");
    assertThat(entries.get("network").toUtf8()).isEqualTo("ConnectionRefusedError");
    assertThat(entries.get("folder").toUtf8()).isEqualTo("OSError");
    assertThat(entries.get("temporary").toUtf8()).isEqualTo("done");
    assertThat(isRunning(marker)).isTrue();

    supervisor.close();

    assertEnds(marker);
  }

  @Test
  void aPluginHasTheNetworkWhereTheAdministratorSaysSo() throws Exception {
    open(Map.of("plugins", new String[] {ID + " network=true"}));

    String process = run();

    assertThat(process).endsWith(" in bubblewrap, with network");
    assertThat(entries.get("network").toUtf8()).isEqualTo("done");
    assertThat(entries.get("secret").toUtf8()).isEqualTo("FileNotFoundError");
  }

  /** Runs the plugin until it is activated; returns what its process is called. */
  private String run() throws Exception {
    Path plugin = Files.createDirectory(folder.resolve("plugin"));
    Files.writeString(plugin.resolve("plugin.py"), PLUGIN);
    Path secret = Files.writeString(folder.resolve("console.password"), "secret");
    ApiEndpoint endpoint = apiServer.open(ID, keeping(entries));
    ApiEndpoint other = apiServer.open("com.example.other", new PluginApi() {});
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var supervised =
          supervisor.supervise(
              PluginDescription.builder(ID, plugin, "plugin.py")
                  .interpreter(PythonPeer.interpreter())
                  .apiTarget(endpoint.target())
                  .apiLane(endpoint.lane().orElseThrow())
                  .apiToken(endpoint.token())
                  .variable("MARKER", marker)
                  .variable("SECRET", secret.toString())
                  .variable("OTHERS", other.lane().orElseThrow().toString())
                  .variable("PORT", String.valueOf(listening.getLocalPort()))
                  .build(),
              new PluginObserver() {
                @Override
                public CompletionStage<Void> opened(PluginConnection connection) {
                  return new AsyncRemotePluginHooks(
                          RemoteCalls.over(connection.channel(), new FlowCalls(transport)),
                          Disclosure.TO_PLUGIN)
                      .onActivate();
                }
              });
      supervised.start().get(90, TimeUnit.SECONDS);
      return supervised.status().process().orElseThrow().name();
    }
  }

  private static PluginApi keeping(Map<String, Bytes> entries) {
    return new PluginApi() {
      @Override
      public void kvSet(String key, Bytes value) {
        entries.put(key, value);
      }
    };
  }

  private static boolean bubblewrapWorks() {
    try {
      return new ProcessBuilder(
                  "bwrap", "--ro-bind", "/", "/", "--unshare-all", "--proc", "/proc", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void assertEnds(String marker) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (isRunning(marker)) {
      assertThat(System.nanoTime()).as("a child of the plugin is left").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static boolean isRunning(String marker) {
    return ProcessHandle.allProcesses()
        .anyMatch(
            handle ->
                handle
                    .info()
                    .arguments()
                    .filter(words -> words.length == 1 && words[0].equals(marker))
                    .isPresent());
  }
}
