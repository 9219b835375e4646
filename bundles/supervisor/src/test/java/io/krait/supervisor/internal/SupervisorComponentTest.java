package io.krait.supervisor.internal;

import static io.krait.api.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.PluginObserver;
import io.krait.supervisor.PluginProcess;
import io.krait.supervisor.PluginRunner;
import io.krait.supervisor.SupervisedPlugin;
import io.krait.supervisor.SupervisionStatus.State;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
