package io.krait.host.internal.plugin;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import io.krait.host.internal.chat.TestHost;
import io.krait.hostkit.testing.FakeHostedPlugin;
import io.krait.hostkit.testing.FakePluginManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins read and save of other plugins, and of themselves, by the configuration. */
class WholeConfigurationTest {

  private static final String MASK = "*".repeat(32);

  @TempDir Path folder;

  private final ObjectMapper mapper = new ObjectMapper();
  private final PickyManager manager = new PickyManager();
  @AutoClose private TestHost host;
  private HostServices services;
  private PluginApi api;

  @BeforeEach
  void open() throws ManagementException {
    DispatchedHooks hooks = new DispatchedHooks();
    host = new TestHost(folder, hooks);
    WholeApi whole = new WholeApi(host.surroundings(), hooks);
    services = whole.services();
    whole.administration().bindManager(manager.objects());
    api = whole.of(new FakeHostedPlugin("one", folder, Map.of()));
    manager.put(
        manager.has("one", PluginState.RUNNING).toBuilder()
            .settingsSchema(Optional.of(schema()))
            .build());
    manager.has("two", PluginState.DISABLED);
    manager.saveSettings("one", Map.of("key", "hush", "limit", 10));
  }

  private static SettingsSchema schema() {
    return new SettingsSchema(
        "",
        "",
        List.of(
            new Setting("Key", "", Type.GENERATED, "", "", "", null, List.of(), Optional.empty())));
  }

  @Test
  void settingsAreSavedWithTheConfigurationAndTheMaskLeavesSecretsAsTheyAre() {
    ObjectNode shown = read(api.getConfig());
    assertThat(shown.at("/PluginSettings/Plugins/one/key").asText()).isEqualTo(MASK);

    ((ObjectNode) shown.at("/PluginSettings/Plugins/one")).put("limit", 20);
    save(shown);

    assertThat(manager.savedSettings("one")).isEqualTo(Map.of("key", "hush", "limit", 20L));
    assertThat(read(api.getUnsanitizedConfig()).at("/PluginSettings/Plugins/one/limit").asInt())
        .isEqualTo(20);
    assertThat(services.configuration().document().value("PluginSettings", "Plugins"))
        .as("what the configuration keeps itself")
        .isEqualTo(Map.of());
  }

  @Test
  void keysOfAnyCaseAreTheSameSetting() {
    change(config -> settings(config).removeAll().put("KEY", MASK).put("Limit", 10));
    assertThat(manager.saves).as("nothing else than before").isEmpty();

    change(config -> settings(config).put("Limit", 30));
    assertThat(manager.savedSettings("one"))
        .containsEntry("Limit", 30L)
        .containsEntry("limit", 10L);
  }

  @Test
  void aPluginThatIsNotMentionedStaysAsItIs() {
    change(config -> config.remove("PluginSettings"));

    assertThat(manager.saves).isEmpty();
    assertThat(manager.asked()).isEmpty();
  }

  @Test
  void pluginsAreSwitchedOnAndOff() {
    change(
        config -> {
          ((ObjectNode) config.at("/PluginSettings/PluginStates/one")).put("Enable", false);
          ((ObjectNode) config.at("/PluginSettings/PluginStates/two")).put("Enable", true);
        });

    assertThat(manager.asked()).containsExactly("disable one", "enable two");
  }

  @Test
  void nothingIsSavedWhereOnePluginDoesNotTakeItsSettings() {
    assertFails(
        400,
        () ->
            change(
                config -> {
                  ((ObjectNode) config.at("/TeamSettings")).put("SiteName", "Ours");
                  settings(config).put("limit", 5);
                  ((ObjectNode) config.at("/PluginSettings/Plugins/two")).put("limit", "many");
                }));
    assertFails(
        400,
        () ->
            change(
                config ->
                    ((ObjectNode) config.at("/PluginSettings/PluginStates"))
                        .putObject("two")
                        .put("Enable", "yes")));

    assertThat(manager.saves).isEmpty();
    assertThat(services.configuration().text("TeamSettings", "SiteName")).isEqualTo("Krait");
  }

  @Test
  void whatIsSaidOfPluginsThatAreNotThereIsKept() {
    change(
        config ->
            ((ObjectNode) config.at("/PluginSettings/Plugins")).putObject("three").put("a", "b"));

    assertThat(read(api.getConfig()).at("/PluginSettings/Plugins/three/a").asText()).isEqualTo("b");
  }

  private static ObjectNode settings(ObjectNode config) {
    return (ObjectNode) config.at("/PluginSettings/Plugins/one");
  }

  private void change(Consumer<ObjectNode> change) {
    manager.saves.clear();
    ObjectNode config = read(api.getConfig());
    change.accept(config);
    save(config);
  }

  private void save(ObjectNode config) {
    api.saveConfig(Bytes.utf8(config.toString()));
  }

  private ObjectNode read(Bytes json) {
    try {
      return (ObjectNode) mapper.readTree(json.toUtf8());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Of plugins that take nothing but numbers as limits. */
  private static final class PickyManager extends FakePluginManager {
    private final List<String> saves = new ArrayList<>();

    @Override
    public void checkSettings(String id, Map<String, Object> settings) throws ManagementException {
      @Nullable Object limit = settings.get("limit");
      if (limit != null && !(limit instanceof Number)) {
        throw new ManagementException(Problem.INVALID, "limit must be a number");
      }
    }

    @Override
    public synchronized void saveSettings(String id, Map<String, Object> settings)
        throws ManagementException {
      saves.add(id);
      super.saveSettings(id, settings);
    }
  }
}
