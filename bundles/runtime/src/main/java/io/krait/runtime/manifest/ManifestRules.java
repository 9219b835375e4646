package io.krait.runtime.manifest;

import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Hosting;
import io.krait.api.management.SettingsSchema.Option;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import io.krait.runtime.manifest.PythonPart.DependencyMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of a manifest, key by key. */
final class ManifestRules {

  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9\\-_.]{3,190}");
  // As semver.org has it.
  private static final Pattern SEMANTIC_VERSION =
      Pattern.compile(
          "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
              + "(-(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)"
              + "(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
              + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?");
  // It names a folder, and is shown in lists.
  private static final int LONGEST_VERSION = 100;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 4000;
  private static final int LONGEST_URL = 2000;
  private static final Pattern WINDOWS_ROOT = Pattern.compile("[a-zA-Z]:.*");

  private final Findings findings;

  ManifestRules(Findings findings) {
    this.findings = findings;
  }

  /** The manifest; meaningless where there are problems among the findings. */
  Manifest manifest(Section section) {
    Optional<Section> server = section.section("server");
    Manifest manifest =
        new Manifest(
            id(section),
            name(section),
            bounded(section, "description", LONGEST_DESCRIPTION),
            url(section, "homepage_url"),
            url(section, "support_url"),
            url(section, "release_notes_url"),
            path(section, "icon_path"),
            version(section, "version"),
            version(section, "min_server_version"),
            server.map(this::server),
            section.section("webapp").map(this::webapp),
            section.section("settings_schema").map(this::settingsSchema),
            section.jsonObject("props"));
    if (section.has("required_configuration")) {
      findings.warning("required_configuration", "deprecated and ignored");
    }
    if (manifest.server().isEmpty() && manifest.webapp().isEmpty()) {
      findings.warning(
          "server", "neither server nor webapp is there, so that nothing can be started");
    }
    section.warnAboutTheRest();
    return manifest;
  }

  private static String id(Section section) {
    String id = section.text("id");
    if (id.isEmpty()) {
      section.problem("id", "required");
    } else if (!ID.matcher(id).matches()) {
      section.problem(
          "id",
          "must be 3 to 190 letters, digits, hyphens, underscores and dots, not \"%s\""
              .formatted(id));
    }
    return id.toLowerCase(Locale.ROOT);
  }

  private static String name(Section section) {
    String name = bounded(section, "name", LONGEST_NAME);
    if (name.isBlank()) {
      section.problem("name", "required, and must not be blank");
    }
    return name;
  }

  /** A text, or its beginning where it is too long. */
  private static String bounded(Section section, String key, int most) {
    String text = section.text(key);
    if (text.length() > most) {
      section.problem(
          key, "must have at most %d characters, not %d".formatted(most, text.length()));
      return text.substring(0, most);
    }
    return text;
  }

  private static String url(Section section, String key) {
    String url = bounded(section, key, LONGEST_URL);
    if (!url.isEmpty() && !isHttpUrl(url)) {
      section.problem(key, "must be an http or https URL, not \"%s\"".formatted(url));
    }
    return url;
  }

  private static boolean isHttpUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String version(Section section, String key) {
    String version = bounded(section, key, LONGEST_VERSION);
    if (!version.isEmpty() && !SEMANTIC_VERSION.matcher(version).matches()) {
      section.problem(
          key, "must be a semantic version such as 1.2.3, not \"%s\"".formatted(version));
    }
    return version;
  }

  private static String path(Section section, String key) {
    String path = section.text(key);
    checkPath(section, key, path);
    return path;
  }

  // Links are looked at when the file is used; here it is about what is plainly wrong.
  private static void checkPath(Section section, String key, String path) {
    boolean absolute =
        path.startsWith("/") || path.startsWith("\\") || WINDOWS_ROOT.matcher(path).matches();
    if (absolute || path.indexOf('\0') >= 0 || List.of(path.split("[/\\\\]")).contains("..")) {
      section.problem(key, "must be a path inside the plugin's folder, not \"%s\"".formatted(path));
    }
  }

  private ServerPart server(Section section) {
    String runtime = section.text("runtime");
    if (!List.of("", ServerPart.GO, ServerPart.PYTHON).contains(runtime)) {
      section.problem("runtime", "must be \"go\" or \"python\", not \"%s\"".formatted(runtime));
    }
    Map<String, String> executables =
        section.section("executables").map(this::executables).orElse(Map.of());
    String executable = path(section, "executable");
    if (runtime.equals(ServerPart.PYTHON) && executable.isEmpty() && executables.isEmpty()) {
      section.problem("executable", "required for a Python plugin: the script to run");
    }
    ServerPart server =
        new ServerPart(
            executable,
            executables,
            runtime,
            section.text("python_version"),
            section.section("python").map(this::python),
            section.integer("priority"),
            section.section("limits").map(this::limits).orElse(LimitsPart.NONE),
            trueUnlessDenied(section, "network"));
    section.warnAboutTheRest();
    return server;
  }

  private static boolean trueUnlessDenied(Section section, String key) {
    return section.truth(key) || !section.has(key);
  }

  private LimitsPart limits(Section section) {
    LimitsPart limits =
        new LimitsPart(
            atLeastOne(section, "memory_megabytes"),
            atLeastOne(section, "tasks"),
            atLeastOne(section, "descriptors"));
    section.warnAboutTheRest();
    return limits;
  }

  private static int atLeastOne(Section section, String key) {
    int number = section.integer(key);
    if (number < 0) {
      section.problem(key, "must not be negative");
    }
    return Math.max(0, number);
  }

  private Map<String, String> executables(Section section) {
    Map<String, String> paths = section.texts();
    paths.forEach(
        (platform, path) -> {
          if (!platform.matches("[a-z0-9]+-[a-z0-9]+")) {
            findings.warning(
                section.at(platform), "no machine has that name; it is like linux-amd64");
          }
          checkPath(section, platform, path);
        });
    return paths;
  }

  private PythonPart python(Section section) {
    DependencyMode mode =
        constant(section, "dependency_mode", "dependency mode", DependencyMode.class)
            .orElse(DependencyMode.SYSTEM);
    PythonPart python =
        new PythonPart(mode, path(section, "venv_path"), path(section, "requirements_path"));
    section.warnAboutTheRest();
    return python;
  }

  private WebappPart webapp(Section section) {
    String path = path(section, "bundle_path");
    if (path.isEmpty()) {
      findings.warning(section.at("bundle_path"), "missing, so that nothing reaches the browser");
    }
    section.warnAboutTheRest();
    return new WebappPart(path);
  }

  private SettingsSchema settingsSchema(Section section) {
    List<Setting> settings = new ArrayList<>();
    for (Section setting : section.sections("settings")) {
      settings.add(setting(setting));
    }
    SettingsSchema schema =
        new SettingsSchema(section.text("header"), section.text("footer"), settings);
    section.warnAboutTheRest();
    return schema;
  }

  private Setting setting(Section section) {
    Optional<Type> type = constant(section, "type", "setting type", Type.class);
    if (!section.has("type")) {
      section.problem("type", "required: one of " + names(Type.class));
    }
    String regenerateHelpText = section.text("regenerate_help_text");
    if (!regenerateHelpText.isEmpty() && type.isPresent() && type.get() != Type.GENERATED) {
      section.problem("regenerate_help_text", "only for settings of type generated");
    }
    String placeholder = section.text("placeholder");
    if (!placeholder.isEmpty() && type.isPresent() && !type.get().hasPlaceholder()) {
      section.problem("placeholder", "not for settings of type " + type.get().key());
    }
    List<Option> options = new ArrayList<>();
    for (Section option : section.sections("options")) {
      options.add(option(option));
    }
    if (!options.isEmpty() && type.isPresent() && !type.get().hasOptions()) {
      section.problem("options", "only for settings of type radio or dropdown");
    }
    boolean secret = section.truth("secret");
    if (secret && type.isPresent() && (type.get().hasOptions() || type.get() == Type.BOOL)) {
      section.problem("secret", "not for settings of type " + type.get().key());
    }
    Setting setting =
        new Setting(
            section.text("key"),
            section.text("display_name"),
            type.orElse(Type.TEXT),
            section.text("help_text"),
            regenerateHelpText,
            placeholder,
            section.json("default"),
            options,
            constant(section, "hosting", "hosting", Hosting.class),
            secret);
    section.warnAboutTheRest();
    return setting;
  }

  private static Option option(Section section) {
    Option option = new Option(section.text("display_name"), section.text("value"));
    if (option.displayName().isEmpty()) {
      section.problem("display_name", "must not be empty");
    }
    if (option.value().isEmpty()) {
      section.problem("value", "must not be empty");
    }
    section.warnAboutTheRest();
    return option;
  }

  private static <E extends Enum<E>> Optional<E> constant(
      Section section, String key, String what, Class<E> type) {
    String text = section.text(key);
    for (E constant : type.getEnumConstants()) {
      if (spelling(constant).equals(text)) {
        return Optional.of(constant);
      }
    }
    if (!text.isEmpty()) {
      section.problem(
          key, "invalid %s: %s; it must be one of %s".formatted(what, text, names(type)));
    }
    return Optional.empty();
  }

  private static String names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(ManifestRules::spelling)
        .collect(Collectors.joining(", "));
  }

  private static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
