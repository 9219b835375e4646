package io.krait.browser;

import io.krait.api.HookName;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Option;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import io.krait.webconsole.fixture.LivelyPlugins;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plugins as a server may have them. */
final class Samples {

  static final String WELCOME = "com.example.welcome";
  static final String MODERATOR = "com.example.moderator";
  static final String JIRA = "com.example.jira";
  static final String POLLS = "com.example.polls";
  static final String STANDUP = "com.example.standup";

  static final String EVIL = "com.example.evil";
  static final String HOSTILE =
      "<img src=x onerror=\"window.stolen=1\"></script><script>window.stolen=1</script>${appRoot}"
          + "<b>bold</b>'\"&lt;";

  private Samples() {}

  static LivelyPlugins plugins() {
    LivelyPlugins plugins = new LivelyPlugins();
    plugins.put(LivelyPlugins.installed(WELCOME, "Welcome", "1.4.0"));
    plugins.describe(WELCOME, "Greets those who are new", "https://example.com/welcome", List.of());
    plugins.state(WELCOME, PluginState.RUNNING, "", 0, List.of());
    plugins.schema(WELCOME, schema());
    plugins.put(LivelyPlugins.installed(MODERATOR, "Moderator", "2.0.3"));
    plugins.describe(
        MODERATOR,
        "Holds back what should not be posted",
        "",
        List.of("min_server_version is 99.0, which this host does not say of itself"));
    plugins.state(MODERATOR, PluginState.RUNNING, "", 2, List.of());
    plugins.put(LivelyPlugins.installed(JIRA, "Jira", "0.9.1"));
    plugins.state(
        JIRA,
        PluginState.BACKING_OFF,
        "the process ended with status 1; started again in 27 s (attempt 3 of 5)",
        3,
        List.of(
            "Traceback (most recent call last):",
            "  File \"plugin.py\", line 31, in on_activate",
            "    self.client = connect(self.settings.url)",
            "  File \"plugin.py\", line 12, in connect",
            "    raise ConnectionError(f\"cannot reach {url}\")",
            "ConnectionError: cannot reach https://jira.example.com"));
    plugins.put(LivelyPlugins.installed(POLLS, "Polls", "1.0.0"));
    plugins.put(LivelyPlugins.installed(STANDUP, "Standup", "3.2.0"));
    plugins.state(
        STANDUP,
        PluginState.FAILED,
        "python_version \">=3.13\" is not met by venv/bin/python (3.11.2); install a newer Python"
            + " or change python_version in plugin.json",
        0,
        List.of());
    return plugins;
  }

  /** Has the running ones do something, for charts: {@code step} goes up by one each time. */
  static void live(LivelyPlugins plugins, int step) {
    double wave = Math.sin(step / 4.0) + 1.2;
    plugins.usage(WELCOME, Duration.ofMillis(40L * step + Math.round(30 * wave)), bytes(48, step));
    plugins.usage(
        MODERATOR, Duration.ofMillis(180L * step + Math.round(90 * wave)), bytes(71, step));
    plugins.calls(WELCOME, HookName.USER_HAS_JOINED_TEAM, step / 2, 0, Duration.ofMillis(6));
    plugins.calls(WELCOME, HookName.EXECUTE_COMMAND, step / 5, step / 40, Duration.ofMillis(11));
    plugins.calls(
        MODERATOR,
        HookName.MESSAGE_WILL_BE_POSTED,
        Math.round(18L * step + 12 * wave),
        step / 10,
        Duration.ofNanos(900_000));
  }

  private static long bytes(int megabytes, int step) {
    return megabytes * 1024L * 1024L + step % 17 * 300_000L;
  }

  static void log(LivelyPlugins plugins) {
    plugins.log(WELCOME, Level.INFO, "welcome", "activated, greeting in 3 teams");
    plugins.log(WELCOME, Level.DEBUG, "welcome.store", "read 12 keys in 4 ms");
    plugins.log(WELCOME, Level.WARNING, "welcome", "channel town-square is archived; not greeting");
    plugins.log(
        WELCOME,
        Level.ERROR,
        "welcome.api",
        "create_post failed\n  File \"plugin.py\", line 44, in greet\nAppError: 403 no permission");
    plugins.log(WELCOME, Level.INFO, "welcome", "greeted ada in town-square");
  }

  /** One setting of each type. */
  static SettingsSchema schema() {
    return new SettingsSchema(
        "How newcomers are greeted.",
        "Changes take effect at once.",
        List.of(
            setting("Enabled", "Greet newcomers", Type.BOOL, "", true),
            setting(
                "Greeting",
                "Greeting",
                Type.TEXT,
                "What they read first; {name} is their name.",
                "Welcome, {name}!"),
            setting("Rules", "Rules of the house", Type.LONGTEXT, "", "Be kind."),
            setting("Delay", "Delay", Type.NUMBER, "Seconds before the greeting.", 5),
            setting("Tone", "Tone", Type.DROPDOWN, "", "warm"),
            setting("Where", "Where", Type.RADIO, "", "channel"),
            setting(
                "Greeter", "Greeter", Type.USERNAME, "The user in whose name it is posted.", null),
            setting("WebhookSecret", "Webhook secret", Type.GENERATED, "", null),
            setting("ApiToken", "API token", Type.TEXT, "Of the directory of people.", "factory"),
            setting("Extra", "Extra", Type.CUSTOM, "", null)));
  }

  static Setting setting(
      String key, String name, Type type, String help, @io.krait.api.Nullable Object value) {
    List<Option> options =
        switch (type) {
          case DROPDOWN -> List.of(new Option("Warm", "warm"), new Option("Businesslike", "cool"));
          case RADIO ->
              List.of(new Option("In the channel", "channel"), new Option("Directly", "direct"));
          default -> List.of();
        };
    return new Setting(
        key,
        name,
        type,
        help,
        type == Type.GENERATED ? "Whoever sends to the webhook needs the new one then." : "",
        type == Type.USERNAME ? "greeter" : "",
        value,
        options,
        Optional.empty());
  }

  /** A plugin that tries everything. */
  static void evil(LivelyPlugins plugins) {
    plugins.put(LivelyPlugins.installed(EVIL, HOSTILE, HOSTILE));
    plugins.describe(EVIL, HOSTILE, "javascript:window.stolen=1", List.of(HOSTILE));
    plugins.schema(
        EVIL,
        new SettingsSchema(
            HOSTILE,
            HOSTILE,
            List.of(
                new Setting(
                    "Text",
                    HOSTILE,
                    Type.TEXT,
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    List.of(),
                    Optional.empty()),
                new Setting(
                    "Choice",
                    HOSTILE,
                    Type.DROPDOWN,
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    List.of(new Option(HOSTILE, HOSTILE)),
                    Optional.empty()))));
    plugins.state(EVIL, PluginState.FAILED, HOSTILE, 1, List.of(HOSTILE));
    plugins.log(EVIL, Level.ERROR, HOSTILE, HOSTILE);
  }
}
