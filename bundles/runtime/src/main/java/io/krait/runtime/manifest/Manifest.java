package io.krait.runtime.manifest;

import io.krait.api.management.SettingsSchema;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a plugin says of itself. Texts that were not given are empty.
 *
 * @param id name of the plugin, unique on a server, in lower case
 * @param name name for people
 * @param description what the plugin does
 * @param homepageUrl where the plugin is presented
 * @param supportUrl where help is found
 * @param releaseNotesUrl what is new in this version
 * @param iconPath path of an SVG in the plugin's folder
 * @param version version of the plugin, a semantic version
 * @param minServerVersion the oldest server the plugin works with
 * @param server the part that runs beside the server
 * @param webapp the part that runs in the browser
 * @param settingsSchema the settings an administrator can make
 * @param props whatever else the plugin wants to have said: a JSON object
 */
public record Manifest(
    String id,
    String name,
    String description,
    String homepageUrl,
    String supportUrl,
    String releaseNotesUrl,
    String iconPath,
    String version,
    String minServerVersion,
    Optional<ServerPart> server,
    Optional<WebappPart> webapp,
    Optional<SettingsSchema> settingsSchema,
    Map<String, Object> props) {

  /** The executable for a machine: the one named for it, else the general one; may be empty. */
  public Optional<String> executableFor(Platform platform) {
    return server.map(part -> part.executableFor(platform)).filter(path -> !path.isEmpty());
  }

  /**
   * Whether the server part is Python: it says so, or its executable ends in {@code .py}, as in
   * manifests that were written before one could say so.
   */
  public boolean isPython(Platform platform) {
    return server.map(part -> part.runtime().equals(ServerPart.PYTHON)).orElse(false)
        || executableFor(platform)
            .map(path -> path.toLowerCase(Locale.ROOT).endsWith(".py"))
            .orElse(false);
  }
}
