package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.json;
import static io.krait.testing.exam.KraitOptions.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.nio.file.Path;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RuntimeLeavesNothingIT {
  private static final int TIMES = 4;

  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    TalkBundles.hostTalk();
    FakePluginArchive.write();
    return options(components(), json(), yaml(), tools());
  }

  @Test
  public void bundlesThatAreInstalledBringAPluginUpAndUninstalledLeaveNothing() throws Exception {
    container.allowSlowStarts();
    // What the JVM opens once for all, when it is first asked for it, is nobody's leak.
    useAndUninstall(FakePluginArchive.path(), new Remains());
    useAndUninstall(FakePluginArchive.pathOverGrpc(), new Remains());
    var remains = new Remains();

    for (int i = 0; i < TIMES; i++) {
      boolean lane = i % 2 == 0;
      useAndUninstall(lane ? FakePluginArchive.path() : FakePluginArchive.pathOverGrpc(), remains);
    }

    assertThat(remains.await()).as("left behind").isEmpty();
  }

  private void useAndUninstall(Path archive, Remains remains) throws Exception {
    var bundles =
        container.start(
            "io.krait.grpc",
            "io.krait.api",
            "io.krait.protocol",
            "io.krait.apiserver",
            "io.krait.supervisor",
            "io.krait.runtime",
            "talk.host");
    remains.watch(bundles);

    assertThat(container.talk("install").apply(archive.toString())).isEqualTo("RUNNING");
    assertThat(container.talk("post").apply("trust in me")).isEqualTo("trust in me!");

    container.uninstall(bundles);
    assertThat(FakePluginArchive.processes()).isEmpty();
  }
}
