package io.krait.runtime.manifest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds, parses and checks manifests. Safe for use from any thread. */
public final class ManifestReader {

  /** Names of a manifest; the first one that is there counts. */
  public static final List<String> FILE_NAMES = List.of("plugin.yml", "plugin.yaml", "plugin.json");

  // Far more than any manifest needs, and little enough to be held in memory.
  private static final long MAX_BYTES = 1 << 20;

  private static final int SHOWN = 400;

  private final ManifestParser parser = new ManifestParser();

  /**
   * A manifest that follows all rules.
   *
   * @param file where it was found
   * @param warnings what does no harm, but is probably a mistake: a line each
   * @param content all of it as it was written: a JSON object, immutable
   */
  public record Loaded(
      Manifest manifest, Path file, List<String> warnings, Map<String, Object> content) {

    /** Copies the warnings. */
    public Loaded {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads the manifest in a plugin's folder.
   *
   * @throws ManifestException where there is none, or it breaks a rule
   */
  public Loaded read(Path folder) throws ManifestException {
    for (String name : FILE_NAMES) {
      Path file = folder.resolve(name);
      // A link could show any file of the machine in an error message.
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return readFile(file);
      }
    }
    throw new ManifestException(
        List.of(
            "%s: no manifest; there must be one of %s at the top"
                .formatted(folder.getFileName(), String.join(", ", FILE_NAMES))));
  }

  private Loaded readFile(Path file) throws ManifestException {
    String name = file.getFileName().toString();
    String text;
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ManifestException(
            List.of("%s: is larger than %d bytes".formatted(name, MAX_BYTES)));
      }
      // Some editors put an invisible mark before everything.
      String read = Files.readString(file, StandardCharsets.UTF_8);
      text = read.startsWith("\uFEFF") ? read.substring(1) : read;
    } catch (CharacterCodingException e) {
      throw new ManifestException("%s: is not UTF-8".formatted(name), e);
    } catch (IOException e) {
      throw new ManifestException("%s: cannot be read: %s".formatted(name, e), e);
    }
    return parse(file, text);
  }

  private Loaded parse(Path file, String text) throws ManifestException {
    String name = file.getFileName().toString();
    boolean json = name.endsWith(".json");
    Object content;
    try {
      content = json ? parser.json(text) : yaml(name, text);
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      throw new ManifestException(
          "%s: is not JSON: %s%s"
              .formatted(
                  name,
                  VisibleText.excerpt(e.getOriginalMessage(), SHOWN),
                  at == null
                      ? ""
                      : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr())),
          e);
    } catch (NumberFormatException e) {
      // The parser lets it through where an exponent is too long to be one.
      throw new ManifestException(
          "%s: is not %s: a number is out of range".formatted(name, json ? "JSON" : "YAML"), e);
    }
    if (!(content instanceof Map<?, ?> map)) {
      throw new ManifestException(
          List.of("%s: must be an object with keys, not a single value or list".formatted(name)));
    }
    Findings findings = new Findings(name);
    Section whole = new Section(map, "", findings, !json);
    Manifest manifest = new ManifestRules(findings).manifest(whole);
    Map<String, Object> written = whole.jsonObject();
    if (!findings.problems().isEmpty()) {
      throw new ManifestException(findings.problems());
    }
    return new Loaded(manifest, file, findings.warnings(), written);
  }

  private static @Nullable Object yaml(String name, String text) throws ManifestException {
    try {
      return new YamlParser().parse(name, text);
    } catch (NoClassDefFoundError e) {
      throw new ManifestException(
          ("%s: this server reads no YAML; install the bundle org.yaml.snakeyaml"
                  + " (org.yaml:snakeyaml) and refresh io.krait.runtime, or write the manifest as"
                  + " plugin.json")
              .formatted(name),
          e);
    }
  }
}
