package io.krait.itests;

import static io.krait.itests.ContainerOptions.installed;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.components;
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
import org.osgi.framework.Bundle;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BundlesResolveIT {
  @Configuration
  public Option[] container() {
    return options(wire(), components(), installed("io.krait.nats"), tools());
  }

  @Test
  public void everyBundleIsStarted() {
    assertThat(Container.ofThisTest().bundles("io.krait."))
        .hasSize(4)
        .allMatch(bundle -> bundle.getState() == Bundle.ACTIVE, "is started");
  }
}
