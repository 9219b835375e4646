package io.krait.sbom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the distribution consists of may be passed on, and is not known to have holes. */
class SuppliesTest {

  /** Whoever passes the distribution on has nothing to do for these but to name them. */
  private static final Set<String> LICENCES =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-1.0",
          "EPL-2.0",
          "MPL-2.0",
          "CC0-1.0",
          "Public Domain",
          "Bouncy Castle Licence",
          // The words of some POMs, which name no licence of the list above.
          "ALv2",
          "BSD-4-Clause",
          "Apache License, Version 2.0 and Common Development And Distribution License (CDDL)"
              + " Version 1.0");

  private static final Path SERVER = Path.of(System.getProperty("krait.server"));

  private static List<Component> components;

  @BeforeAll
  static void read() throws IOException {
    components = Component.of(Path.of(System.getProperty("krait.sbom")));
  }

  @Test
  void theBillNamesWhatIsNestedInBundlesToo() {
    assertThat(components)
        .extracting(Component::name)
        .contains(
            "io.krait:io.krait.api",
            "io.grpc:grpc-core",
            "io.netty:netty-handler",
            "org.glassfish.jersey.core:jersey-server",
            "org.eclipse.angus:jakarta.mail",
            "com.google.protobuf:protobuf-java",
            "org.apache.felix:org.apache.felix.framework",
            "com.h2database:h2",
            "org.postgresql:postgresql");
  }

  @Test
  void eachPartHasALicenceUnderWhichItMayBePassedOn() {
    assertThat(components)
        .filteredOn(component -> !component.isOurs())
        .isNotEmpty()
        .allSatisfy(component -> assertThat(component.licences()).containsAnyElementsOf(LICENCES));
  }

  @Test
  void theArchiveListsThePartsOfOthersWithTheirLicences() throws IOException {
    assertThat(SERVER.resolve("LICENSE")).exists();
    assertThat(SERVER.resolve("NOTICE")).exists();
    List<String> listed = Files.readAllLines(SERVER.resolve("THIRD-PARTY.txt"));
    assertThat(components)
        .filteredOn(component -> !component.isOurs())
        .allSatisfy(
            component -> assertThat(listed).contains(component.name() + " " + component.version()));
  }

  @Test
  void eachBundleNamesTheLibrariesThatAreNestedInIt() throws IOException {
    Map<String, List<String>> nested = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SERVER.resolve("bundle"))) {
      for (Path bundle : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        if (bundle.getFileName().toString().startsWith("io.krait.")) {
          nested.put(bundle.toString(), unnamedIn(bundle));
        }
      }
    }
    assertThat(nested)
        .hasSizeGreaterThan(10)
        .allSatisfy((bundle, unnamed) -> assertThat(unnamed).as(bundle).isEmpty());
  }

  /** The nested jars that a bundle's notice does not name, without their versions. */
  private static List<String> unnamedIn(Path bundle) throws IOException {
    try (JarFile jar = new JarFile(bundle.toFile())) {
      ZipEntry notice = jar.getEntry("META-INF/NOTICE");
      String named =
          notice == null ? "" : new String(jar.getInputStream(notice).readAllBytes(), UTF_8);
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".jar"))
          .map(name -> name.replaceFirst("-[0-9][^/]*$", ""))
          .filter(name -> !named.contains(name))
          .toList();
    }
  }

  @Test
  void noPartIsOfAVersionThatAnAdvisoryNames() throws IOException {
    List<Advisory> advisories = Advisory.in(Path.of(System.getProperty("krait.osv")));
    assertThat(advisories).isNotEmpty();
    List<String> affected = new ArrayList<>();
    for (Component component : components) {
      for (Advisory advisory : advisories) {
        if (advisory.isAbout(component)) {
          affected.add(component.name() + " " + component.version() + ": " + advisory);
        }
      }
    }
    assertThat(affected).isEmpty();
  }

  @Test
  void anAdvisoryIsAboutVersionsOfItsRangesAlone() throws IOException {
    Advisory advisory =
        new Advisory(
            new ObjectMapper()
                .readTree(
                    """
                    {"affected": [{"package": {"ecosystem": "Maven", "name": "a:b"},
                      "versions": ["9.9"],
                      "ranges": [
                        {"events": [{"introduced": "0"}, {"fixed": "1.10"}]},
                        {"events": [{"introduced": "2.0-M1"}, {"last_affected": "2.1"}]}]}]}
                    """));

    assertThat(List.of("0.1", "1.9.9", "2.0", "2.1", "9.9"))
        .allMatch(version -> advisory.isAbout(new Component("a:b", version, List.of())));
    assertThat(List.of("1.10", "1.11", "2.1.1", "3"))
        .noneMatch(version -> advisory.isAbout(new Component("a:b", version, List.of())));
    assertThat(advisory.isAbout(new Component("a:c", "1.0", List.of()))).isFalse();
  }
}
