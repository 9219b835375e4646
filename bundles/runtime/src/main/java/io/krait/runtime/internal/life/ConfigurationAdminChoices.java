package io.krait.runtime.internal.life;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.krait.api.HookName;
import io.krait.api.Nullable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what is chosen for plugins in Configuration Admin: for each plugin a factory configuration
 * {@code io.krait.plugin~<id>} with the properties {@code enabled} and {@code settings}, a JSON
 * object as text, so that any console can edit them, {@code log.level}, {@code debug} and {@code
 * debug.port}; and {@code guards}, the hooks by which it could refuse something when it last ran,
 * {@code installer}, the user who installed it, and {@code archive}, the hash of what nodes share
 * of it.
 */
@Component(service = {ConfigurationAdminChoices.class, ConfigurationListener.class})
public final class ConfigurationAdminChoices implements Choices, ConfigurationListener {

  static final String FACTORY_PID = "io.krait.plugin";

  private static final System.Logger LOG =
      System.getLogger(ConfigurationAdminChoices.class.getName());

  private static final String PREFIX = FACTORY_PID + "~";
  private static final String ENABLED = "enabled";
  private static final String SETTINGS = "settings";
  private static final String INSTALLING = "installing";
  private static final String GUARDS = "guards";
  private static final String INSTALLER = "installer";
  private static final String LOG_LEVEL = "log.level";
  private static final String DEBUG = "debug";
  private static final String DEBUG_PORT = "debug.port";
  private static final String ARCHIVE = "archive";

  private final ConfigurationAdmin admin;
  private final JsonMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  // Both are changed together under this object's monitor, so that an event which comes late is
  // known to tell nothing new.
  private final Map<String, Choice> choices = new HashMap<>();
  private BiConsumer<String, Choice> listener = (id, choice) -> {};

  /** Reads what is chosen so far. */
  @Activate
  public ConfigurationAdminChoices(@Reference ConfigurationAdmin admin) throws IOException {
    this.admin = admin;
    for (Configuration configuration : configurations()) {
      String id = pluginId(configuration.getPid());
      if (id != null) {
        choices.put(id, read(id, configuration, Choice.NONE));
      }
    }
  }

  private Configuration[] configurations() throws IOException {
    try {
      // A file of that name makes a configuration of that name, without a factory.
      Configuration[] found =
          admin.listConfigurations(
              "(|(service.factoryPid=" + FACTORY_PID + ")(service.pid=" + PREFIX + "*))");
      return found == null ? new Configuration[0] : found;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String pluginId(String pid) {
    if (pid.startsWith(PREFIX)) {
      return pid.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    }
    LOG.log(
        Level.WARNING,
        "the configuration {0} is for no plugin; its name must be {1} and the plugin''s id",
        pid,
        PREFIX);
    return null;
  }

  @Override
  public synchronized Choice of(String pluginId) {
    return choices.getOrDefault(pluginId, Choice.NONE);
  }

  @Override
  public synchronized Choice change(String pluginId, UnaryOperator<Choice> change)
      throws IOException {
    Choice before = of(pluginId);
    Choice changed = change.apply(before);
    // As it will be read: whoever compares it with what was read finds no difference.
    String text = json.writeValueAsString(changed.settings());
    Choice after = changed.withSettings(parse(text));
    if (after.equals(before) && choices.containsKey(pluginId)) {
      return after;
    }
    Configuration configuration = admin.getFactoryConfiguration(FACTORY_PID, pluginId, "?");
    Dictionary<String, Object> properties = configuration.getProperties();
    if (properties == null) {
      properties = new Hashtable<>();
    }
    Dictionary<String, Object> known = properties;
    properties.put(ENABLED, after.enabled());
    properties.put(SETTINGS, text);
    if (after.installing()) {
      properties.put(INSTALLING, true);
    } else {
      properties.remove(INSTALLING);
    }
    put(properties, INSTALLER, after.installer());
    put(properties, ARCHIVE, after.archive());
    after.hooks().ifPresent(hooks -> known.put(GUARDS, text(hooks)));
    choices.put(pluginId, after);
    try {
      configuration.update(properties);
    } catch (IOException | RuntimeException e) {
      choices.put(pluginId, before);
      throw e;
    }
    return after;
  }

  private static void put(Dictionary<String, Object> properties, String name, String text) {
    if (text.isEmpty()) {
      properties.remove(name);
    } else {
      properties.put(name, text);
    }
  }

  @Override
  public synchronized void listen(BiConsumer<String, Choice> newListener) {
    listener = newListener;
  }

  /** Somebody, perhaps this object itself, has changed a configuration. */
  @Override
  public void configurationEvent(ConfigurationEvent event) {
    if (!FACTORY_PID.equals(event.getFactoryPid()) && !event.getPid().startsWith(PREFIX)) {
      return;
    }
    String id = pluginId(event.getPid());
    if (id != null) {
      lookAgain(id, event.getPid());
    }
  }

  private synchronized void lookAgain(String id, String pid) {
    Choice before = of(id);
    Choice after;
    try {
      Configuration[] found = admin.listConfigurations("(service.pid=" + pid + ")");
      after = found == null ? Choice.NONE : read(id, found[0], before);
    } catch (IOException | InvalidSyntaxException e) {
      LOG.log(Level.ERROR, () -> "plugin %s: its configuration cannot be read".formatted(id), e);
      return;
    }
    if (after.equals(before)) {
      return;
    }
    choices.put(id, after);
    listener.accept(id, after);
  }

  private Choice read(String id, Configuration configuration, Choice before) {
    Dictionary<String, Object> properties = configuration.getProperties();
    if (properties == null) {
      return Choice.NONE;
    }
    return new Choice(
        isTrue(properties.get(ENABLED)),
        settings(id, properties.get(SETTINGS), before.settings()),
        isTrue(properties.get(INSTALLING)),
        Optional.ofNullable(properties.get(GUARDS)).map(text -> hooks(text.toString())),
        properties.get(INSTALLER) instanceof String installer ? installer : "",
        properties.get(LOG_LEVEL) instanceof String level ? level.strip() : "",
        isTrue(properties.get(DEBUG))
            ? Optional.of(debugPort(id, properties.get(DEBUG_PORT)))
            : Optional.empty(),
        properties.get(ARCHIVE) instanceof String archive ? archive : "");
  }

  private static int debugPort(String id, @Nullable Object value) {
    if (value == null || value.toString().isBlank()) {
      return PluginConfiguration.DEBUG_PORT;
    }
    try {
      int port = Integer.parseInt(value.toString().strip());
      if (port >= 0 && port <= 0xffff) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    LOG.log(
        Level.ERROR,
        "plugin {0}: debug.port in its configuration {1}{0} is no port from 0 to 65535, and {2} is"
            + " used: {3}",
        id,
        PREFIX,
        Integer.toString(PluginConfiguration.DEBUG_PORT),
        value);
    return PluginConfiguration.DEBUG_PORT;
  }

  private static String text(Set<HookName> hooks) {
    return hooks.stream().map(HookName::hookName).sorted().collect(Collectors.joining(","));
  }

  // Those that this version does not know cannot be called in it.
  private static Set<HookName> hooks(String text) {
    return Stream.of(text.split(","))
        .map(String::strip)
        .map(HookName::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isTrue(@Nullable Object value) {
    return value != null && Boolean.parseBoolean(value.toString());
  }

  private Map<String, Object> settings(
      String id, @Nullable Object value, Map<String, Object> before) {
    if (value == null || value.toString().isBlank()) {
      return Map.of();
    }
    try {
      return parse(value.toString());
    } catch (JsonProcessingException e) {
      LOG.log(
          Level.ERROR,
          () ->
              "plugin %s: the settings in its configuration %s%s are not a JSON object and are"
                      .formatted(id, PREFIX, id)
                  + " ignored: "
                  + e.getOriginalMessage());
      return before;
    }
  }

  private Map<String, Object> parse(String text) throws JsonProcessingException {
    Map<String, Object> settings = new LinkedHashMap<>();
    json.readValue(text, new TypeReference<Map<String, Object>>() {})
        .forEach((key, setting) -> settings.put(key.toLowerCase(Locale.ROOT), setting));
    return settings;
  }
}
