package io.krait.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.webconsole.fixture.LivelyPlugins;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The plugins' page of the Web Console in a browser. */
abstract class PluginsPageScene {

  static ConsoleServer server;
  static Browser browser;

  @TempDir Path files;
  LivelyPlugins plugins;

  @BeforeAll
  static void start(@TempDir Path cache) throws Exception {
    server = ConsoleServer.start(cache);
    browser = Browser.open();
    server.show(new LivelyPlugins());
    browser.go(server.pageWithPassword());
    browser.see(By.tagName("h1"));
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    server.close();
  }

  @BeforeEach
  void showPlugins() {
    plugins = Samples.plugins();
    server.show(plugins);
    browser.size(1280, 900);
    browser.go("about:blank");
    browser.complaints();
    browser.go(server.page());
  }

  @AfterEach
  void browserHasNothingToComplainAbout() {
    assertThat(browser.complaints()).isEmpty();
  }

  static int status(String method, String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.page() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  static By button(String label) {
    return By.cssSelector("button[aria-label='" + label + "']");
  }

  static By install() {
    return By.xpath("//dialog//button[text()='Install']");
  }

  static By field(String key) {
    return By.cssSelector("[name='" + key + "']");
  }

  static void type(String key, String text) {
    WebElement field = browser.see(field(key));
    field.clear();
    field.sendKeys(text);
  }
}
