package io.krait.runtime.manifest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A manifest is read, or refused with what is wrong in it. */
class ManifestFuzzTest {

  private final ManifestReader reader = new ManifestReader();
  @TempDir private static Path folder;

  @FuzzTest
  void json(byte[] manifest) throws IOException {
    read("json/plugin.json", manifest);
  }

  @FuzzTest
  void yaml(byte[] manifest) throws IOException {
    read("yaml/plugin.yml", manifest);
  }

  private void read(String name, byte[] manifest) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, manifest);
    try {
      reader.read(file.getParent());
    } catch (ManifestException refused) {
      Refusals.check(refused.getMessage());
    }
  }
}
