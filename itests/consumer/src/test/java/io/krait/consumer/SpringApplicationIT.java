package io.krait.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's class for Spring, in an application that is built from what is installed alone. */
class SpringApplicationIT {

  @TempDir private Path folder;
  private int port;

  @Test
  void pluginsAreAskedByAControllerAndServeTheirPagesBesideIt() throws Exception {
    OutsideProject application = new OutsideProject("spring", folder);
    application.run("mvn -B -ntp -q package");
    Path moderator = Workspace.example("moderator", folder);
    Path reminder = Workspace.example("ticket_reminder", folder);
    port = Workspace.freePort();

    Process spring =
        application.start(
            "java",
            "-jar",
            "target/com.example.application-1.0.0.jar",
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            moderator.toString(),
            reminder.toString());
    try {
      Workspace.await(
          "a plugin is asked",
          () -> alive(spring, application) && answer("/greeting?text=heck").equals("****"));
      Workspace.await(
          "a plugin's page is there",
          () ->
              alive(spring, application)
                  && answer("/hosted/plugins/com.example.ticket-reminder/")
                      .equals("{\"asked\": 0}"));
      List<ProcessHandle> plugins = spring.descendants().toList();
      assertThat(plugins).isNotEmpty();

      spring.destroy();

      assertThat(spring.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(plugins).noneMatch(ProcessHandle::isAlive);
    } finally {
      spring.descendants().forEach(ProcessHandle::destroyForcibly);
      spring.destroyForcibly();
    }
  }

  @Test
  void theClassOfTheGuideIsThatOfTheApplication() throws IOException {
    Path ours = OutsideProject.sources("spring").resolve("src/main/java/com/example/shop");

    assertThat(new Guide().code("public class Plugins"))
        .isEqualTo(Files.readString(ours.resolve("Plugins.java")));
  }

  private static boolean alive(Process spring, OutsideProject application) {
    if (!spring.isAlive()) {
      throw new AssertionError("it has ended: " + printed(application));
    }
    return true;
  }

  private static String printed(OutsideProject application) {
    try {
      return application.printed();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The answer, whatever its status; empty where nobody answers yet. */
  private String answer(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException notYet) {
      return "";
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
