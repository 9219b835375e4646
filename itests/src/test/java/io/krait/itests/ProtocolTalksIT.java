package io.krait.itests;

import static io.krait.itests.ContainerOptions.installed;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ProtocolTalksIT {
  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    return options(wire(), installed(TalkBundles.protocolTalk()), tools());
  }

  @Test
  public void anApiCallGoesThroughAUnixSocket() {
    assertThat(container.talk("api").apply("unix")).isEqualTo("Kaa");
  }

  @Test
  public void anApiCallGoesThroughTcp() {
    assertThat(container.talk("api").apply("tcp")).isEqualTo("Kaa");
  }

  @Test
  public void aHookCallGoesThroughAUnixSocket() {
    assertThat(container.talk("hooks").apply("unix")).isEqualTo("trust in me!");
  }

  @Test
  public void aHookCallGoesThroughTcp() {
    assertThat(container.talk("hooks").apply("tcp")).isEqualTo("trust in me!");
  }

  @Test
  public void anErrorOfTheHostGoesThroughAUnixSocket() {
    assertThat(container.talk("error").apply("unix")).isEqualTo("404 app.user.missing");
  }

  @Test
  public void anErrorOfTheHostGoesThroughTcp() {
    assertThat(container.talk("error").apply("tcp")).isEqualTo("404 app.user.missing");
  }
}
