package io.krait.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody builds a host from what we install, and resolves a server with it. */
class OutsideProjectIT {

  private static final Path ROOT = Path.of(System.getProperty("krait.root"));

  /** What bundles have in them. */
  private static final String NESTED = "<artifactId>(grpc|netty|flyway|jersey)[^<]*";

  private static final String VERSION = System.getProperty("krait.version");

  @TempDir private Path folder;

  @Test
  void aHostIsBuiltAndTestedAndAServerResolvedFromWhatIsInstalledAlone() throws Exception {
    Path repository = folder.resolve("repository");
    List<String> bundles =
        new InstalledArtifacts(
                ROOT, VERSION, repository, Path.of(System.getProperty("krait.repository")))
            .install();
    Path shop = copyOf(ROOT.resolve("itests/consumer/src/test/resources/shop"));

    String printed = maven(shop, repository);

    assertThat(shop.resolve("target/com.example.shop-1.0.0.jar")).as(printed).exists();
    assertThat(shop.resolve("target/surefire-reports/TEST-com.example.shop.ShopTest.xml"))
        .as(printed)
        .content()
        .contains("tests=\"1\"", "failures=\"0\"", "errors=\"0\"");
    assertThat(Files.readString(shop.resolve("server.bndrun")))
        .as(printed)
        .contains("-runbundles", "com.example.shop", "io.krait.apiserver", "io.krait.supervisor")
        .doesNotContain(
            "io.krait.host;", "io.krait.http", "io.krait.webconsole", "jetty", "snakeyaml");
    assertThat(Files.readString(ROOT.resolve("bom/pom.xml")))
        .contains(
            bundles.stream()
                .map(name -> "<artifactId>" + name + "</artifactId>")
                .toArray(String[]::new));
  }

  @Test
  void whatIsInstalledNamesNothingThatOnlyABuildNeeds() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT.resolve("bundles"))) {
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

  private Path copyOf(Path project) throws IOException {
    Path copy = folder.resolve("shop");
    try (Stream<Path> files = Files.walk(project)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(project.relativize(file).toString()));
      }
    }
    return copy;
  }

  private String maven(Path project, Path repository) throws Exception {
    Path printed = folder.resolve("printed.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("krait.maven"),
                "-B",
                "-ntp",
                "-q",
                "-Dmaven.repo.local=" + repository,
                "-Dkrait.version=" + VERSION));
    command.addAll(List.of(System.getProperty("krait.shop.properties").split(" ")));
    command.add("verify");
    Process process =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("the build ends").isTrue();
      assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(printed);
  }
}
