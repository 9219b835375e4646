package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a web application with a framework inside of it, in a Tomcat. */
class ServletContainerIT {

  private static final String CODE =
      """
      from mattermost_plugin import HookName, Plugin, hook

      class Tested(Plugin):
          @hook(HookName.MessageWillBePosted)
          def shout(self, context, post):
              post.message = post.message.upper()
              return post

          @hook(HookName.ServeHTTP)
          def page(self, context, writer, request):
              writer.write("the page")
      """;

  @TempDir private Path folder;
  private int port;

  @Test
  void aPluginIsAskedAndServesAPageThroughTomcatAndEndsWithIt() throws Exception {
    Path application = unpacked();
    Path plugins = Files.createDirectories(application.resolve("WEB-INF/plugins"));
    Path archive = Workspace.plugin("com.example.guide", CODE, folder);
    Files.copy(archive, plugins.resolve(archive.getFileName()));

    serve(application);
    // Again, with what the framework has kept.
    serve(application);
  }

  private void serve(Path application) throws Exception {
    port = Workspace.freePort();
    Process tomcat = start(application);
    try {
      Workspace.await("the plugin is asked", () -> get("/greeting?text=hello").equals("HELLO"));
      Workspace.await(
          "the plugin's page is there",
          () -> get("/plugins/com.example.guide/").equals("the page"));
      List<ProcessHandle> processes = tomcat.descendants().toList();
      assertThat(processes).isNotEmpty();

      tomcat.getOutputStream().close();

      assertThat(tomcat.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(tomcat.exitValue()).as(printed()).isZero();
      assertThat(processes).noneMatch(ProcessHandle::isAlive);
      // Tomcat's own: what of an application holds its classes after its end.
      assertThat(printed()).doesNotContain("memory leak");
    } finally {
      tomcat.descendants().forEach(ProcessHandle::destroyForcibly);
      tomcat.destroyForcibly();
    }
  }

  private Path unpacked() throws IOException {
    Path application = folder.resolve("shop");
    Path target = Workspace.root().resolve("examples/servlet_container/target");
    try (Stream<Path> built = Files.list(target)) {
      Path war = built.filter(file -> file.toString().endsWith(".war")).findFirst().orElseThrow();
      try (InputStream content = Files.newInputStream(war);
          ZipInputStream zip = new ZipInputStream(content)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          Path file = application.resolve(entry.getName());
          if (entry.isDirectory()) {
            Files.createDirectories(file);
          } else {
            Files.createDirectories(file.getParent());
            Files.copy(zip, file);
          }
        }
      }
    }
    return application;
  }

  private Process start(Path application) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                // What Tomcat looks for what an application leaves behind in.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
                "-cp",
                System.getProperty("krait.tomcat")
                    + File.pathSeparator
                    + Path.of(
                        WebServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath()),
                WebServer.class.getName(),
                Files.createDirectories(folder.resolve("tomcat")).toString(),
                application.toString(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed.txt").toFile());
    // Plugins are run by the python3 that is found first.
    builder
        .environment()
        .put("PATH", Workspace.python().getParent() + File.pathSeparator + System.getenv("PATH"));
    return builder.start();
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("printed.txt"));
  }

  /** The answer, whatever its status; empty where nobody answers yet. */
  private String get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/shop" + path)).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
