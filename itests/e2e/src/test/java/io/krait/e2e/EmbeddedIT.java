package io.krait.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the guide, with the bundles that it names, and a real plugin. */
class EmbeddedIT {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  /** What serves HTTP, besides the smallest server. */
  private static final List<String> HTTP =
      List.of(
          "commons-fileupload.jar",
          "commons-io.jar",
          "io.krait.http.jar",
          "org.apache.felix.http.jetty12.jar",
          "org.apache.felix.http.servlet-api.jar",
          "pax-logging-api.jar");

  @TempDir private Path folder;
  private EmbeddingGuide guide;

  @BeforeEach
  void layOut() throws Exception {
    guide = new EmbeddingGuide();
    copyJarsAsToldThere("mkdir bundles");
    Files.writeString(folder.resolve("PlainFelix.java"), guide.code("java", "class PlainFelix"));
    Workspace.example("moderator", folder);
  }

  private void copyJarsAsToldThere(String word) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-ec", guide.code("bash", word))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .put("KRAIT", Workspace.script().resolveSibling("..").normalize().toString());
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
  }

  @Test
  void theJarsThatAreCopiedAreThoseOfTheList() throws Exception {
    assertThat(Stream.concat(names("bundles"), Stream.of("io.krait.api.jar")))
        .containsExactlyInAnyOrderElementsOf(guide.core());
    assertThat(names("lib")).contains("io.krait.api.jar");
  }

  @Test
  void theJarsThatAreCopiedForHttpAreThoseThatServePages() throws Exception {
    copyJarsAsToldThere("io.krait.http.jar");

    List<String> all = new ArrayList<>(guide.core());
    all.addAll(HTTP);
    all.remove("io.krait.api.jar");
    assertThat(names("bundles")).containsExactlyInAnyOrderElementsOf(all);
  }

  private Stream<String> names(String child) {
    return Arrays.stream(folder.resolve(child).toFile().list());
  }

  @Test
  void thirtyLinesRunAPluginOnFelix() throws Exception {
    assertThat(plain(folder.resolve("lib/org.apache.felix.framework.jar")))
        .contains("What the ****!");
  }

  @Test
  void theSameLinesRunItOnEquinox() throws Exception {
    assertThat(plain(Path.of(System.getProperty("krait.equinox")))).contains("What the ****!");
  }

  @Test
  void equinoxStartsAHostByItsOwnConfiguration() throws Exception {
    List<String> names = new ArrayList<>(guide.core());
    names.addAll(HTTP);
    List<String> bundles =
        Stream.concat(
                BundleWirings.jars().stream()
                    .filter(jar -> names.contains(jar.getFileName().toString())),
                Stream.of(Workspace.ticketHost()))
            .map(jar -> "file:" + jar + "@start")
            .toList();
    int port = Workspace.freePort();
    Path configuration = Files.createDirectories(folder.resolve("configuration"));
    Files.writeString(
        configuration.resolve("config.ini"),
        guide
                .code("ini", "osgi.bundles")
                .replaceFirst("osgi.bundles=.*", "osgi.bundles=" + String.join(",", bundles))
            + "org.osgi.service.http.port="
            + port
            + "\norg.apache.felix.http.host=127.0.0.1\n");
    Process equinox =
        new ProcessBuilder(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-jar",
                System.getProperty("krait.equinox"),
                "-configuration",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.txt").toFile())
            .start();
    try {
      // Not before the host has the dispatch of hooks from Krait.
      Workspace.await(
          "the host answers", () -> answer("http://127.0.0.1:" + port + "/tickets").equals("[]"));
    } finally {
      equinox.destroy();
      assertThat(equinox.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String answer(String address) {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private List<String> plain(Path framework) throws IOException, InterruptedException {
    Path printed = folder.resolve("printed.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    JAVA,
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    "lib/io.krait.api.jar" + File.pathSeparator + framework,
                    "PlainFelix.java",
                    "com.example.moderator-1.0.0.tar.gz"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    // Plugins are run by the python3 that is found first.
    builder
        .environment()
        .put("PATH", Workspace.python().getParent() + File.pathSeparator + System.getenv("PATH"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(printed)).isZero();
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(printed);
  }
}
