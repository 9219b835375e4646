package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.apiServer;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.PluginApi;
import io.krait.apiserver.ApiServer;
import java.nio.file.Path;
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
public class ApiServerIT {
  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    return options(wire(), components(), apiServer(), tools());
  }

  @Test
  public void endpointsEndWithTheBundleThatOffersThem() throws Exception {
    Bundle bundle = container.bundles("io.krait.apiserver").get(0);
    var endpoint =
        container.service(ApiServer.class).open("com.example.plugin", new PluginApi() {});
    Path socket = Path.of(endpoint.target().substring("unix:".length()));
    assertThat(socket).exists();

    bundle.stop();

    assertThat(socket).doesNotExist();
    assertThat(socket.getParent()).doesNotExist();
    bundle.start();
    assertThat(container.service(ApiServer.class)).isNotNull();
  }
}
