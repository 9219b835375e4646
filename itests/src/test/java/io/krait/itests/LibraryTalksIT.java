package io.krait.itests;

import static io.krait.itests.ContainerOptions.installed;
import static io.krait.itests.ContainerOptions.library;
import static io.krait.itests.ContainerOptions.tools;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.util.function.Function;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class LibraryTalksIT {
  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    return options(library(), installed(TalkBundles.healthTalk()), tools());
  }

  @Test
  public void aCallGoesThroughAUnixSocket() {
    assertThat(talk().apply("unix")).isEqualTo("SERVING");
  }

  @Test
  public void aCallGoesThroughTcp() {
    assertThat(talk().apply("tcp")).isEqualTo("SERVING");
  }

  private Function<String, String> talk() {
    return container.talk("health");
  }
}
