package io.krait.runtime.internal.plugins;

import io.krait.runtime.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;

/**
 * One version of a plugin on disk.
 *
 * @param folder where its files are
 * @param warnings about its manifest, a line each
 * @param managed whether it came from an archive; else somebody put the folder in place, and its
 *     versions are that person's business
 */
public record Installation(Manifest manifest, Path folder, List<String> warnings, boolean managed) {

  public Installation {
    warnings = List.copyOf(warnings);
  }

  /** The plugin's identifier. */
  public String id() {
    return manifest.id();
  }
}
