package io.krait.runtime.manifest;

import io.krait.runtime.manifest.ManifestReader.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A plugin's folder that holds nothing but manifests. */
record ManifestFile(Path folder) {

  /** The least that is valid, with more keys before it. */
  static String json(String more) {
    return """
        {%s "id": "com.example.hello", "name": "Hello"}"""
        .formatted(more.isEmpty() ? "" : more.strip() + ",");
  }

  ManifestFile with(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Loaded read() {
    try {
      return new ManifestReader().read(folder);
    } catch (ManifestException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  List<String> problems() {
    try {
      Loaded loaded = new ManifestReader().read(folder);
      throw new AssertionError("read without complaint: " + loaded);
    } catch (ManifestException e) {
      return e.problems();
    }
  }
}
