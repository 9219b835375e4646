package io.krait.browser;

import io.krait.webconsole.fixture.LivelyPlugins;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Takes the pictures of the documentation, when they are asked for. */
@EnabledIfSystemProperty(named = "krait.pictures", matches = "true")
class PicturesIT {

  @Test
  void pageHasItsPictureTaken(@TempDir Path cache) throws Exception {
    LivelyPlugins plugins = Samples.plugins();
    Samples.log(plugins);
    AtomicInteger step = new AtomicInteger(30);
    ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor();
    life.scheduleAtFixedRate(
        () -> Samples.live(plugins, step.incrementAndGet()), 0, 500, TimeUnit.MILLISECONDS);
    try (ConsoleServer server = ConsoleServer.start(cache);
        Browser browser = Browser.open()) {
      browser.patience(Duration.ofMinutes(2));
      server.show(plugins);
      browser.go(server.pageWithPassword());
      browser.until(
          "some samples",
          () ->
              (Long)
                      browser.script(
                          "return (document.querySelector('[data-plugin=\""
                              + Samples.MODERATOR
                              + "\"] .calls .line')?.getAttribute('d') ?? '').length")
                  > 240);
      browser.screenshot("webconsole-plugins");
      browser.dark(true);
      browser.screenshot("webconsole-plugins-dark");
      browser.dark(false);

      browser.go(server.page() + "#/" + Samples.MODERATOR);
      browser.see(By.cssSelector(".chart"));
      browser.seeText("Identifier");
      browser.screenshot("webconsole-plugin");
      browser.go(server.page() + "#/" + Samples.MODERATOR + "/hooks");
      browser.seeText("MessageWillBePosted");
      browser.screenshot("webconsole-hooks");
      browser.go(server.page() + "#/" + Samples.JIRA);
      browser.seeText("Why it does not run");
      browser.screenshot("webconsole-failed");
      browser.size(1280, 1500);
      browser.go(server.page() + "#/" + Samples.WELCOME + "/settings");
      browser.see(By.cssSelector("[name=Greeting]"));
      browser.screenshot("webconsole-settings");
      browser.size(1280, 900);
      browser.go(server.page() + "#/" + Samples.WELCOME + "/log");
      browser.seeText("greeted ada");
      browser.screenshot("webconsole-log");
      browser.go(server.page() + "#/");
      browser.click(By.id("install"));
      browser.see(By.tagName("dialog"));
      browser.screenshot("webconsole-install");

      browser.size(375, 812);
      browser.go("about:blank");
      browser.go(server.page());
      browser.see(By.linkText("Moderator"));
      browser.screenshot("webconsole-phone");
      browser.dark(true);
      browser.go(server.page() + "#/" + Samples.JIRA);
      browser.seeText("Why it does not run");
      browser.screenshot("webconsole-phone-failed-dark");
    } finally {
      life.shutdownNow();
    }
  }
}
