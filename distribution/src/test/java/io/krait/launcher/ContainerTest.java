package io.krait.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerTest {

  @TempDir private Path folder;

  @Test
  void aRebuiltBundleTakesThePlaceOfTheOneThatRuns() throws Exception {
    Path level = Files.createDirectories(folder.resolve("bundle/40"));
    write(level.resolve("shop.jar"), "com.example.shop", "1.0.0");
    write(level.resolve("desk.jar"), "com.example.desk", "1.0.0");
    Path rebuilt = folder.resolve("shop-1.0.1.jar");
    write(rebuilt, "com.example.shop;singleton:=true", "1.0.1");
    Path another = folder.resolve("another.jar");
    write(another, "com.example.another", "1.0.0");
    Map<String, String> properties =
        Map.of("org.osgi.framework.storage", folder.resolve("cache").toString());

    try (Container container = Container.open(properties, folder.resolve("bundle"))) {
      container.raiseTo(80);

      assertThat(container.exchange(List.of(rebuilt, another)))
          .containsExactly("com.example.shop 1.0.1");
      assertThat(container.defects()).isEmpty();
    }
  }

  private static void write(Path jar, String name, String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", name);
    attributes.putValue("Bundle-Version", version);
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }
}
