package io.krait.runtime.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.runtime.internal.life.Choices.Choice;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;

class ConfigurationAdminChoicesTest {

  private static final String ID = "com.example.hello";
  private static final String PID = "io.krait.plugin~" + ID;

  private final Map<String, Dictionary<String, Object>> stored = new TreeMap<>();
  private final List<String> heard = new ArrayList<>();
  private ConfigurationAdminChoices choices;

  @BeforeEach
  void read() throws Exception {
    choices = new ConfigurationAdminChoices(admin());
    choices.listen((id, choice) -> heard.add(id + " " + choice));
  }

  @Test
  void whatIsChosenIsThereAfterwards() throws Exception {
    choices.change(
        ID,
        choice -> choice.withEnabled(true).withSettings(Map.of("times", 3L)).withInstalling(true));

    assertThat(stored.get(PID).get("enabled")).isEqualTo(true);
    assertThat(stored.get(PID).get("settings")).isEqualTo("{\"times\":3}");
    assertThat(new ConfigurationAdminChoices(admin()).of(ID))
        .isEqualTo(new Choice(true, Map.of("times", 3), true));
  }

  @Test
  void whatAPluginCanRefuseIsKeptFromItsLastRun() throws Exception {
    assertThat(choices.of(ID).hooks()).isEmpty();

    choices.change(
        ID,
        choice ->
            choice.withHooks(
                Set.of(
                    HookName.USER_WILL_LOG_IN,
                    HookName.MESSAGE_WILL_BE_POSTED,
                    HookName.SERVE_HTTP)));

    assertThat(stored.get(PID).get("guards")).isEqualTo("MessageWillBePosted,UserWillLogIn");
    assertThat(new ConfigurationAdminChoices(admin()).of(ID)).isEqualTo(choices.of(ID));
    choices.change(ID, choice -> choice.withHooks(Set.of()));
    assertThat(new ConfigurationAdminChoices(admin()).of(ID).hooks()).contains(Set.of());
  }

  @Test
  void aPluginIsDebuggedOnTheUsualPortUnlessAnotherOneIsNamed() {
    assertThat(debugPort("false", "5000")).isEmpty();
    assertThat(debugPort("true", "")).contains(5678);
    assertThat(debugPort("true", "0")).contains(0);
    assertThat(debugPort("true", " 5000 ")).contains(5000);
    assertThat(debugPort("true", "65536")).contains(5678);
    assertThat(debugPort("true", "many")).contains(5678);
  }

  private Optional<Integer> debugPort(String debug, String port) {
    stored.put(PID, new Hashtable<>(Map.of("debug", debug, "debug.port", port)));
    choices.configurationEvent(
        new ConfigurationEvent(reference(), ConfigurationEvent.CM_UPDATED, null, PID));
    return choices.of(ID).debugPort();
  }

  @Test
  void ownChangesAreNoNews() throws Exception {
    choices.change(ID, choice -> choice.withSettings(Map.of("times", 3L)));

    choices.configurationEvent(event(PID));

    assertThat(heard).isEmpty();
  }

  @Test
  void changesOfOthersAreTold() {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("enabled", "true");
    properties.put("settings", "{\"Greeting\": \"good day\"}");
    stored.put(PID, properties);

    choices.configurationEvent(event(PID));

    assertThat(heard).hasSize(1);
    assertThat(choices.of(ID)).isEqualTo(new Choice(true, Map.of("greeting", "good day"), false));
  }

  @Test
  void settingsThatCannotBeReadLeaveThoseBefore() throws Exception {
    choices.change(ID, choice -> choice.withSettings(Map.of("greeting", "hello")));
    stored.get(PID).put("settings", "{oops");

    choices.configurationEvent(event(PID));

    assertThat(choices.of(ID).settings()).isEqualTo(Map.of("greeting", "hello"));
  }

  @Test
  void aDeletedConfigurationChoosesNothing() throws Exception {
    choices.change(ID, choice -> choice.withEnabled(true));
    stored.remove(PID);

    choices.configurationEvent(event(PID));

    assertThat(choices.of(ID)).isEqualTo(Choice.NONE);
    assertThat(heard).hasSize(1);
  }

  @Test
  void configurationsOfOthersAreNoBusinessOfPlugins() {
    choices.configurationEvent(
        new ConfigurationEvent(reference(), ConfigurationEvent.CM_UPDATED, "a.b", "a.b~c"));

    assertThat(heard).isEmpty();
  }

  private ConfigurationEvent event(String pid) {
    return new ConfigurationEvent(
        reference(), ConfigurationEvent.CM_UPDATED, "io.krait.plugin", pid);
  }

  @SuppressWarnings("unchecked")
  private static ServiceReference<ConfigurationAdmin> reference() {
    return (ServiceReference<ConfigurationAdmin>)
        Proxy.newProxyInstance(
            ServiceReference.class.getClassLoader(),
            new Class<?>[] {ServiceReference.class},
            (proxy, method, arguments) -> null);
  }

  private ConfigurationAdmin admin() {
    return (ConfigurationAdmin)
        Proxy.newProxyInstance(
            ConfigurationAdmin.class.getClassLoader(),
            new Class<?>[] {ConfigurationAdmin.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "listConfigurations" -> list((String) arguments[0]);
                  case "getFactoryConfiguration" ->
                      configuration(arguments[0] + "~" + arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static boolean matches(String filter, String pid) {
    try {
      // As of a configuration that a file has made: it has no factory.
      return FrameworkUtil.createFilter(filter).matches(Map.of("service.pid", pid));
    } catch (InvalidSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private Configuration @Nullable [] list(String filter) {
    List<Configuration> found = new ArrayList<>();
    for (String pid : stored.keySet()) {
      if (matches(filter, pid)) {
        found.add(configuration(pid));
      }
    }
    return found.isEmpty() ? null : found.toArray(Configuration[]::new);
  }

  @SuppressWarnings("unchecked")
  private Configuration configuration(String pid) {
    return (Configuration)
        Proxy.newProxyInstance(
            Configuration.class.getClassLoader(),
            new Class<?>[] {Configuration.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getPid" -> pid;
                  case "getProperties" -> stored.get(pid);
                  case "update" -> stored.put(pid, (Dictionary<String, Object>) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
