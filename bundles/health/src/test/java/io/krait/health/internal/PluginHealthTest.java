package io.krait.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.testing.Answering;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.inventory.Format;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

final class PluginHealthTest {
  private final Set<String> offered = new TreeSet<>();

  @Test
  void aPluginIsAsWellAsItsState() {
    assertThat(statusOf(PluginState.RUNNING)).isEqualTo(Result.Status.OK);
    assertThat(statusOf(PluginState.DISABLED)).isEqualTo(Result.Status.OK);
    assertThat(statusOf(PluginState.STARTING)).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    assertThat(statusOf(PluginState.WAITING)).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    assertThat(statusOf(PluginState.BACKING_OFF)).isEqualTo(Result.Status.WARN);
    assertThat(statusOf(PluginState.FAILED)).isEqualTo(Result.Status.CRITICAL);
  }

  @Test
  void allPluginsTogetherAreAsWellAsTheWorst() {
    Result result =
        all(manager(plugin("a", PluginState.RUNNING), plugin("b", PluginState.FAILED))).execute();

    assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
    assertThat(result)
        .anyMatch(entry -> entry.getMessage().equals("plugin b 1.0.0: failed: spam \"<&\" is out"));
  }

  @Test
  void aPluginThatIsDebuggedIsNotQuiteWell() {
    ManagedPlugin debugged = plugin("a", PluginState.RUNNING).toBuilder().debugging(true).build();

    assertThat(new PluginHealth(manager(debugged), "a").execute().getStatus())
        .isEqualTo(Result.Status.WARN);
  }

  @Test
  void aServerWithoutPluginsIsWell() {
    assertThat(all(manager()).execute().getStatus()).isEqualTo(Result.Status.OK);
  }

  @Test
  void aPluginThatNobodyTellsOfHasItsCheckOnceAllAreAskedFor() {
    List<ManagedPlugin> plugins = new ArrayList<>();
    PluginManager manager =
        Answering.service(PluginManager.class, Map.of("list", asked -> List.copyOf(plugins)));
    AllPluginsHealth health = all(manager);

    plugins.add(plugin("a", PluginState.RUNNING));
    health.execute();
    assertThat(offered).containsExactly("Krait plugin a");

    plugins.clear();
    health.execute();
    assertThat(offered).isEmpty();
  }

  private AllPluginsHealth all(PluginManager manager) {
    BundleContext context =
        Answering.service(
            BundleContext.class,
            Map.of("registerService", asked -> offer((Dictionary<?, ?>) asked[2])));
    return new AllPluginsHealth(manager, new PluginHealthChecks(manager, context));
  }

  private ServiceRegistration<?> offer(Dictionary<?, ?> properties) {
    String name = properties.get(HealthCheck.NAME).toString();
    offered.add(name);
    return Answering.service(
        ServiceRegistration.class, Map.of("unregister", asked -> offered.remove(name)));
  }

  @Test
  void theInventoryHasAllPluginsAsTextAndAsJson() {
    var inventory = new PluginInventory(manager(plugin("a", PluginState.FAILED)));

    assertThat(printed(inventory, Format.TEXT))
        .startsWith("1 plugins")
        .contains("id: a\n")
        .contains("reason: spam \"<&\" is out\n");
    assertThat(printed(inventory, Format.JSON))
        .startsWith("{\"plugins\": [{\"id\": \"a\", \"name\": \"a\", \"version\": \"1.0.0\"")
        .contains("\"enabled\": true")
        .contains("\"reason\": \"spam \\\"\\u003c\\u0026\\\" is out\"")
        .contains("\"restarts\": 0, \"hooks\": []");
  }

  private static Result.Status statusOf(PluginState state) {
    return new PluginHealth(manager(plugin("a", state)), "a").execute().getStatus();
  }

  private static String printed(PluginInventory inventory, Format format) {
    var text = new StringWriter();
    inventory.print(new PrintWriter(text, true), format, false);
    return text.toString().replace("\r\n", "\n");
  }

  private static ManagedPlugin plugin(String id, PluginState state) {
    return ManagedPlugin.builder(id, "1.0.0", Path.of("plugins"))
        .enabled(true)
        .state(state)
        .reason(state == PluginState.FAILED ? "spam \"<&\" is out" : "")
        .build();
  }

  private static PluginManager manager(ManagedPlugin... plugins) {
    return Answering.service(
        PluginManager.class,
        Map.of("list", asked -> List.of(plugins), "find", asked -> Optional.of(plugins[0])));
  }
}
