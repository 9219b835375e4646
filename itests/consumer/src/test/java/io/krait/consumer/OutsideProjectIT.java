package io.krait.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody builds a host from what we install, and puts a server together with it. */
class OutsideProjectIT {

  /** What bundles have in them. */
  private static final String NESTED = "<artifactId>(grpc|netty|flyway|jersey)[^<]*";

  private static final String VERSION = System.getProperty("krait.version");

  @TempDir private Path folder;

  @Test
  void aHostIsBuiltAndTestedAndAServerMadeFromWhatIsInstalledAlone() throws Exception {
    OutsideProject shop = new OutsideProject("shop", folder);

    String printed = shop.run("mvn -B -ntp -q verify");

    assertThat(shop.file("target/com.example.shop-1.0.0.jar")).as(printed).exists();
    assertThat(shop.file("target/surefire-reports/TEST-com.example.shop.ShopTest.xml"))
        .as(printed)
        .content()
        .contains("tests=\"1\"", "failures=\"0\"", "errors=\"0\"");
    assertThat(Files.readString(shop.file("server.bndrun")))
        .as(printed)
        .contains("-runbundles", "com.example.shop", "io.krait.apiserver", "io.krait.supervisor")
        .doesNotContain(
            "io.krait.host;", "io.krait.http", "io.krait.webconsole", "jetty", "snakeyaml");
    assertThat(Files.readString(Workspace.root().resolve("bom/pom.xml")))
        .contains(
            shop.bundles().stream()
                .map(name -> "<artifactId>" + name + "</artifactId>")
                .toArray(String[]::new));
    starts(shop, new Guide().code("target/server.jar").strip().split(" "));
  }

  private static void starts(OutsideProject shop, String... command) throws Exception {
    Process server = shop.start(command);
    try {
      Workspace.await("the runtime says what it does without", () -> says(shop, "AbsentParts"));
      assertThat(server.isAlive()).as(shop.printed()).isTrue();
      assertThat(shop.file("data")).isNotEmptyDirectory();

      server.destroy();

      assertThat(server.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      server.destroyForcibly();
    }
  }

  private static boolean says(OutsideProject shop, String words) {
    try {
      return shop.printed().contains(words);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void theJarsForAFrameworkThatOneStartsOneselfAreCopiedByTheLinesOfTheGuide() throws Exception {
    OutsideProject shop = new OutsideProject("shop", folder);
    Guide guide = new Guide();

    shop.run(guide.code("dependency:copy-dependencies"));

    assertThat(Stream.concat(shop.names("bundles").stream(), Stream.of("io.krait.api.jar")))
        .containsExactlyInAnyOrder(guide.code("io.krait.runtime.jar").split("\\s+"));
    assertThat(shop.names("lib"))
        .containsExactlyInAnyOrder("io.krait.api.jar", "org.apache.felix.framework.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "spring"})
  void aProjectHasTheVersionsThatKraitIsTestedWith(String name) throws IOException {
    String pom = Files.readString(OutsideProject.sources(name).resolve("pom.xml"));

    assertThat(pom).contains("<krait.version>" + VERSION + "</krait.version>");
    List<String[]> versions =
        Stream.of(System.getProperty("krait.versions").split(" "))
            .map(version -> version.split("="))
            .filter(version -> pom.contains("<" + version[0] + ">"))
            .toList();
    assertThat(versions)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            version -> assertThat(pom).contains("<%s>%s</%1$s>".formatted(version[0], version[1])));
  }

  @Test
  void whatIsInstalledNamesNothingThatOnlyABuildNeeds() throws IOException {
    try (Stream<Path> modules = Files.list(Workspace.root().resolve("bundles"))) {
      List<Path> poms =
          modules
              .map(module -> module.resolve(".flattened-pom.xml"))
              .filter(Files::isRegularFile)
              .toList();
      assertThat(poms)
          .hasSizeGreaterThan(10)
          .allSatisfy(
              pom ->
                  assertThat(Files.readString(pom))
                      .contains("<version>" + VERSION + "</version>", "Apache-2.0")
                      .doesNotContain("<parent>", "<scope>test</scope>", "<build>")
                      .doesNotContainPattern(NESTED + "</artifactId>\\s*\\S+\\s*<scope>compile"));
    }
  }
}
