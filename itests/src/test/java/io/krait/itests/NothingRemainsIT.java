package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NothingRemainsIT {
  private static final int TIMES = 10;

  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    TalkBundles.protocolTalk();
    return options(tools());
  }

  @Test
  public void nothingRemainsOfBundlesThatWereUsedAndUninstalled() throws Exception {
    // What the JVM opens once for all, when it is first asked for it, is nobody's leak.
    useAndUninstall(new Remains());
    var remains = new Remains();

    for (int i = 0; i < TIMES; i++) {
      useAndUninstall(remains);
    }

    assertThat(remains.await()).as("left behind").isEmpty();
  }

  private void useAndUninstall(Remains remains) throws Exception {
    var bundles =
        container.start("io.krait.grpc", "io.krait.api", "io.krait.protocol", "talk.protocol");
    remains.watch(bundles);
    for (var transport : List.of("unix", "tcp")) {
      assertThat(container.talk("api").apply(transport)).isEqualTo("Kaa");
      assertThat(container.talk("hooks").apply(transport)).isEqualTo("trust in me!");
      assertThat(container.talk("error").apply(transport)).startsWith("404");
    }
    container.uninstall(bundles);
  }
}
