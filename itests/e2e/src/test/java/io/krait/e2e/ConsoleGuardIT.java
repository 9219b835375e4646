package io.krait.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All pages of the Web Console, as other sites and those who guess passwords reach them. */
class ConsoleGuardIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Path data;
  private static Server server;
  private static String password;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    data = folder.resolve("data");
    Files.createDirectories(data.resolve("conf"));
    Files.writeString(data.resolve("conf/io.krait.guard.cfg"), "wrong.passwords = 6\n");
    server = Server.start(data);
    password = Files.readString(data.resolve("webconsole-password")).strip();
    // From now on this password is good from here, whatever else is tried.
    assertThat(CLIENT.send(page("/bundles").build(), text()).statusCode()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aFormOfAnotherSiteInstallsNoBundle() throws Exception {
    HttpResponse<String> refused =
        CLIENT.send(install().header("Origin", "http://evil.example").build(), text());
    HttpResponse<String> alsoRefused =
        CLIENT.send(install().header("Sec-Fetch-Site", "cross-site").build(), text());

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(alsoRefused.statusCode()).isEqualTo(403);
    assertThat(bundles()).doesNotContain("com.example.evil");

    HttpResponse<String> own =
        CLIENT.send(
            install().header("Origin", "http://localhost:" + server.port()).build(), text());
    assertThat(own.statusCode()).isIn(200, 302);
    Workspace.await("the console's own form works", () -> bundles().contains("com.example.evil"));
  }

  @Test
  void noPageIsFramedOrSniffed() throws Exception {
    for (String page : List.of("/bundles", "/configMgr", "/krait", "/res/ui/webconsole.css")) {
      HttpResponse<String> answer = CLIENT.send(page(page).build(), text());

      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(answer.headers().firstValue("X-Frame-Options")).as(page).hasValue("DENY");
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(page)
          .hasValue("nosniff");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(page)
          .contains("frame-ancestors 'none'");
    }
  }

  @Test
  void guessingPasswordsIsSlowedDownAndSaid() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> guesses = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      guesses.add(
          CLIENT.sendAsync(
              HttpRequest.newBuilder(address("127.0.0.1", "/bundles"))
                  .header("Authorization", basic("guess " + i))
                  .build(),
              text()));
    }
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> guess : guesses) {
      statuses.add(guess.get().statusCode());
    }

    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(20);
    Workspace.await(
        "a line of the log",
        () -> {
          try {
            return Files.readString(server.log(data))
                .contains("wrong passwords for the Web Console");
          } catch (IOException absent) {
            return false;
          }
        });
  }

  /** What the console's own form for bundles sends. */
  private static HttpRequest.Builder install() throws IOException {
    Path jar = bundle();
    String boundary = "krait-boundary";
    StringBuilder form = new StringBuilder();
    field(form, boundary, "action", "install");
    field(form, boundary, "bundlestartlevel", "20");
    String begin =
        form
            + "--%s\r\nContent-Disposition: form-data; name=\"bundlefile\"; filename=\"evil.jar\"\r\n"
                .formatted(boundary)
            + "Content-Type: application/java-archive\r\n\r\n";
    return page("/bundles")
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(
            HttpRequest.BodyPublishers.ofByteArrays(
                List.of(
                    begin.getBytes(UTF_8),
                    Files.readAllBytes(jar),
                    ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8))));
  }

  private static void field(StringBuilder form, String boundary, String name, String value) {
    form.append(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(boundary, name, value));
  }

  private static Path bundle() throws IOException {
    Path jar = data.resolve("evil.jar");
    java.util.jar.Manifest manifest = new java.util.jar.Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.example.evil");
    manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0");
    try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }

  private static String bundles() {
    try {
      return CLIENT.send(page("/bundles.json").build(), text()).body();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }

  /** A page as the administrator asks for it. */
  private static HttpRequest.Builder page(String path) {
    return HttpRequest.newBuilder(address("localhost", path))
        .header("Authorization", basic(password));
  }

  private static URI address(String host, String path) {
    return URI.create("http://" + host + ":" + server.port() + "/system/console" + path);
  }

  private static String basic(String word) {
    return "Basic " + Base64.getEncoder().encodeToString(("admin:" + word).getBytes(UTF_8));
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
