package io.krait.itests;

import static io.krait.itests.ContainerOptions.installed;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.krait;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.wiring.BundleWiring;

/**
 * A framework in which somebody else offers gRPC, Netty, Protocol Buffers and Guava to everybody,
 * an older set and a newer one: each is used by a bundle that calls gRPC, and a plugin answers by
 * Krait's.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class OtherLibrariesIT {
  private static final String OLDER = "1.0.0";
  private static final String NEWER = "9.0.0";
  private static final long PATIENCE_SECONDS = 120;

  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    FakePluginArchive.write();
    return options(
        // Before Krait, which could be wired to them.
        installed(TalkBundles.libraries("newer", NEWER)),
        installed(TalkBundles.libraries("older", OLDER)),
        installed(TalkBundles.healthTalkWith(NEWER)),
        installed(TalkBundles.healthTalkWith(OLDER)),
        krait(),
        components(),
        tools());
  }

  @Test
  public void everybodyCallsByTheGrpcThatIsTheirsWhileAPluginAnswersByKraits() throws Exception {
    container.allowSlowStarts();
    var host = container.register(PluginApiProvider.class, plugin -> new Host());
    var manager = container.service(PluginManager.class);
    try (var archive = Files.newInputStream(FakePluginArchive.pathOverGrpc())) {
      manager.install(archive, true).get(PATIENCE_SECONDS, SECONDS);
    }
    var plugin = manager.enable(FakePluginArchive.ID).get(PATIENCE_SECONDS, SECONDS);
    assertThat(plugin.state()).as(plugin.reason()).isEqualTo(PluginState.RUNNING);

    assertThat(container.talk(OLDER).apply("unix")).isEqualTo("SERVING");
    assertThat(container.talk(NEWER).apply("tcp")).isEqualTo("SERVING");
    assertThat(new HookedPosts(container).posted("trust in me")).isEqualTo("trust in me!");

    assertThat(providersOf("talk." + OLDER)).containsOnly("libraries.older");
    assertThat(providersOf("talk." + NEWER)).containsOnly("libraries.newer");
    assertThat(providersOf("io.krait.protocol")).containsOnly("io.krait.grpc");
    manager.remove(FakePluginArchive.ID).get(PATIENCE_SECONDS, SECONDS);
    host.unregister();
  }

  /** The bundles that this one has gRPC, Netty, Protocol Buffers and Guava from. */
  private List<String> providersOf(String name) {
    return container.bundles(name).get(0).adapt(BundleWiring.class).getRequiredWires(null).stream()
        .filter(
            wire ->
                Objects.toString(wire.getCapability().getAttributes().get("osgi.wiring.package"))
                    .matches("(io\\.grpc|io\\.netty|com\\.google)(\\..*)?"))
        .map(wire -> wire.getProvider().getSymbolicName())
        .distinct()
        .toList();
  }

  /** Takes entries, as the plugin stores one. */
  private static final class Host implements PluginApi {
    @Override
    public void kvSet(String key, Bytes value) {
      assertThat(key).isNotEmpty();
    }
  }
}
