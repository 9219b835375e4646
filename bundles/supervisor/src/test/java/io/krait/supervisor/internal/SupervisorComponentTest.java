package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.protocol.Transport;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.ProcessRequest;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.SupervisionStatus.State;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it counts what the whole process has")
class SupervisorComponentTest {

  @TempDir Path temporary;

  @Test
  void pluginsAndThreadsEndWithIt() throws Exception {
    PluginFolder folder = new PluginFolder(temporary.resolve("plugin"));
    FakePlugin.install(folder);
    folder.file("plugin.py", "");
    PluginRunner local = new LocalPluginRunner(ProcessBuilder::start);
    Collection<PluginProcess> processes = new ConcurrentLinkedQueue<>();
    SupervisorComponent supervisor =
        new SupervisorComponent(
            new Patient(),
            configured -> temporary.resolve("cache"),
            request -> {
              PluginProcess process = local.start(request);
              processes.add(process);
              return process;
            });
    SupervisedPlugin plugin =
        supervisor.supervise(folder.plugin().build(), new PluginObserver() {});
    assertThat(plugin.start()).succeedsWithin(SupervisorRig.LONG);

    supervisor.close();

    assertThat(plugin.status().state()).isEqualTo(State.STOPPED);
    assertThat(processes).singleElement().matches(process -> process.onExit().isDone());
    // A thread that has left its pool takes a moment to end.
    eventually(
        () ->
            assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("krait-supervisor")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theLaneIsOfferedWhereTheRunnerSharesSocketsWithUs(boolean shares) throws Exception {
    PluginFolder folder = new PluginFolder(temporary.resolve("plugin"));
    FakePlugin.install(folder);
    folder.file("plugin.py", "lane");
    PluginRunner local = new LocalPluginRunner(ProcessBuilder::start);
    Queue<Map<String, String>> variables = new ConcurrentLinkedQueue<>();
    AtomicReference<PluginConnection> connection = new AtomicReference<>();
    PluginRunner runner =
        new PluginRunner() {
          @Override
          public PluginProcess start(ProcessRequest request) throws IOException {
            variables.add(request.environment());
            return local.start(request);
          }

          @Override
          public boolean sharesSockets() {
            return shares;
          }
        };
    SupervisorComponent supervisor =
        new SupervisorComponent(new Patient(), configured -> temporary.resolve("cache"), runner);
    PluginObserver observer =
        new PluginObserver() {
          @Override
          public CompletionStage<Void> opened(PluginConnection opened) {
            connection.set(opened);
            return CompletableFuture.completedFuture(null);
          }
        };

    assertThat(supervisor.supervise(folder.plugin().build(), observer).start())
        .succeedsWithin(SupervisorRig.LONG);

    assertThat(variables).singleElement().matches(all -> all.containsKey("KRAIT_LANE") == shares);
    assertThat(connection.get().channel().transport())
        .isEqualTo(shares ? Transport.LANE : Transport.GRPC);
    supervisor.close();
  }

  /** All defaults, but for a busy machine. */
  @SuppressWarnings("BadAnnotationImplementation") // As a container makes it from a configuration.
  private static final class Patient implements SupervisorConfiguration {

    @Override
    public int start_seconds() {
      return 60;
    }

    @Override
    public int health_interval_seconds() {
      return 30;
    }

    @Override
    public int health_seconds() {
      return 5;
    }

    @Override
    public int grace_seconds() {
      return 5;
    }

    @Override
    public String[] environment() {
      return new String[0];
    }

    @Override
    public int install_seconds() {
      return 60;
    }

    @Override
    public String cache_folder() {
      return "";
    }

    @Override
    public boolean isolation_required() {
      return false;
    }

    @Override
    public int limit_memory_megabytes() {
      return 0;
    }

    @Override
    public double limit_processors() {
      return 0;
    }

    @Override
    public int limit_tasks() {
      return 0;
    }

    @Override
    public int limit_descriptors() {
      return 0;
    }

    @Override
    public boolean lane() {
      return true;
    }

    @Override
    public boolean auto_mtls() {
      return true;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return SupervisorConfiguration.class;
    }
  }
}
