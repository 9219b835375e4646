package io.krait.repository;

import static org.assertj.core.api.Assertions.assertThat;

import biz.aQute.resolve.Bndrun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository is all that a resolver needs to put a server together. */
class RepositoryTest {

  private static final Path FOLDER = Path.of(System.getProperty("krait.repository"));

  @Test
  void whatRunsPluginsResolvesWithoutHostHttpAndConsole() throws Exception {
    assertThat(resolved("plugins.bndrun"))
        .contains("io.krait.runtime;", "io.krait.apiserver;", "io.krait.supervisor;")
        .contains("org.apache.felix.scr;")
        .doesNotContain("io.krait.host;", "io.krait.http;", "io.krait.webconsole;", "jetty");
  }

  @Test
  void theWholeServerResolves() throws Exception {
    assertThat(resolved("server.bndrun"))
        .contains("io.krait.host;", "io.krait.http;", "io.krait.front;")
        .contains(
            "org.apache.felix.http.jetty12;", "org.apache.felix.webconsole;", "com.h2database;");
  }

  @Test
  void theIndexNamesEachBundleByAPathBesideIt() throws Exception {
    String index = Files.readString(FOLDER.resolve("index.xml"));
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".jar")))
          .hasSizeGreaterThan(40)
          .allSatisfy(
              file -> assertThat(index).contains("\"" + FOLDER.relativize(file).toString() + "\""));
    }
  }

  private static String resolved(String name) throws Exception {
    try (Bndrun run = Bndrun.createBndrun(null, FOLDER.resolve(name).toFile())) {
      String bundles = run.resolve(false, false);
      assertThat(run.getErrors()).isEmpty();
      return bundles;
    }
  }
}
