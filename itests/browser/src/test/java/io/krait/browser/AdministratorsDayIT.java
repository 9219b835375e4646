package io.krait.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A day with the real server and a real plugin, all of it on the page. */
class AdministratorsDayIT {

  private static final String ID = "com.example.greeter";
  private static final Pattern PROCESS = Pattern.compile("process (\\d+)");

  @Test
  void pluginIsInstalledWatchedSetCrashedUpdatedAndRemoved(@TempDir Path folder) throws Exception {
    Path good = KraitServer.pack(greeter(folder.resolve("good"), "1.0.0", ""), folder);
    Path broken =
        KraitServer.pack(
            greeter(
                folder.resolve("broken"), "2.0.0", "raise RuntimeError('the cellar is flooded')"),
            folder);
    try (KraitServer server = KraitServer.start(folder.resolve("data"));
        Browser browser = Browser.open()) {
      browser.patience(java.time.Duration.ofMinutes(2));
      browser.go(server.pageWithPassword());

      // Installed and started.
      browser.seeText("No plugins yet");
      upload(browser, good, false);
      browser.seeText("com.example.greeter was installed and enabled.");
      browser.until("it runs", () -> row(browser).contains("Running"));
      assertThat(row(browser)).contains("Greeter", "1.0.0");

      // Watched: what its process takes.
      browser.click(By.linkText("Greeter"));
      browser.seeText("Facts");
      browser.until(
          "memory and CPU",
          () -> browser.see(By.cssSelector(".chart.memory .chart-now")).getText().endsWith("MB"));
      browser.go(server.page() + "#/" + ID + "/hooks");
      browser.seeText("OnConfigurationChange");

      // Set, which it is told.
      browser.go(server.page() + "#/" + ID + "/settings");
      browser.see(By.name("Greeting")).clear();
      browser.see(By.name("Greeting")).sendKeys("Good morning");
      browser.click(By.xpath("//button[text()='Generate']"));
      browser.click(By.xpath("//button[text()='Save']"));
      browser.seeText("The settings were saved.");
      browser.go(server.page() + "#/" + ID + "/log");
      browser.seeText("greeting is Hello, secret is not set");
      browser.seeText("greeting is Good morning, secret is set");
      browser.screenshot("webconsole-day-log");

      // Crashed until it is not started any more.
      browser.go(server.page() + "#/" + ID);
      long first = process(browser, 0);
      kill(first);
      long second = process(browser, first);
      browser.until("one restart", () -> fact(browser, "Restarts after failures").equals("1"));
      kill(second);
      browser.until(
          "it backs off",
          () -> {
            // As when somebody comes back to the page, which then looks at once.
            browser.script("document.dispatchEvent(new Event('visibilitychange'))");
            return badge(browser).equals("Backing off");
          });
      browser.seeText("Why it does not run");
      long third = process(browser, second);
      kill(third);
      browser.until("it has failed", () -> badge(browser).equals("Failed"));
      browser.seeText("Why it does not run");
      assertThat(browser.see(By.cssSelector(".why-text")).getText())
          .as("the reason")
          .isNotBlank()
          .doesNotContain("Exception");
      browser.screenshot("webconsole-day-failed");

      // Started again.
      browser.click(By.cssSelector("button[aria-label='Restart Greeter']"));
      browser.seeText("Greeter was restarted.");
      browser.until("it runs again", () -> badge(browser).equals("Running"));

      // Updated to a version that does not start: the old one goes on.
      browser.click(By.linkText("← All plugins"));
      upload(browser, broken, true);
      browser.see(By.cssSelector("dialog .problem"));
      browser.screenshot("webconsole-day-broken");
      assertThat(browser.see(By.cssSelector("dialog .problem")).getText()).contains(ID, "2.0.0");
      browser.click(By.xpath("//dialog//button[text()='Cancel']"));
      browser.until(
          "the old version",
          () -> row(browser).contains("1.0.0") && row(browser).contains("Running"));

      // Removed.
      browser.click(By.linkText("Greeter"));
      browser.click(By.xpath("//button[text()='Remove …']"));
      browser.click(By.xpath("//dialog//button[text()='Remove']"));
      browser.seeText("No plugins yet");
      assertThat(folder.resolve("data/plugins").resolve(ID)).doesNotExist();
    } catch (Throwable failure) {
      Path log = folder.resolve("data/log/krait.log");
      if (Files.exists(log)) {
        failure.addSuppressed(new AssertionError("the server's log:\n" + Files.readString(log)));
      }
      throw failure;
    }
  }

  /** The plugin's folder, with a line in what it does when it is activated. */
  private static Path greeter(Path folder, String version, String line) throws IOException {
    Path source = KraitServer.root().resolve("itests/browser/src/test/resources/greeter");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("plugin.json"),
        Files.readString(source.resolve("plugin.json")).replace("\"1.0.0\"", '"' + version + '"'));
    Files.writeString(
        folder.resolve("plugin.py"),
        Files.readString(source.resolve("plugin.py"))
            .replace(
                "self.logger.warning(\"nobody has come yet\")",
                line.isEmpty() ? "self.logger.warning(\"nobody has come yet\")" : line));
    return folder;
  }

  private static void upload(Browser browser, Path archive, boolean replace) {
    browser.click(By.xpath("//button[starts-with(text(), 'Install')]"));
    browser.see(By.cssSelector("dialog input[type=file]")).sendKeys(archive.toString());
    if (replace) {
      browser.click(By.xpath("//label[contains(., 'Replace another version')]"));
    }
    browser.click(By.xpath("//dialog//button[text()='Install']"));
  }

  private static String row(Browser browser) {
    return browser.see(By.cssSelector("[data-plugin='" + ID + "']")).getText();
  }

  private static String badge(Browser browser) {
    return browser.see(By.cssSelector(".title .badge")).getText();
  }

  private static String fact(Browser browser, String name) {
    return browser.see(By.xpath("//dt[text()='" + name + "']/following-sibling::dd")).getText();
  }

  /** The number of the process that runs now, and is not the one before. */
  private static long process(Browser browser, long before) {
    long[] found = {0};
    browser.until(
        "another process than " + before,
        () -> {
          Matcher process = PROCESS.matcher(fact(browser, "Process"));
          found[0] = process.find() ? Long.parseLong(process.group(1)) : 0;
          return found[0] != 0 && found[0] != before && badge(browser).equals("Running");
        });
    return found[0];
  }

  private static void kill(long process) {
    assertThat(ProcessHandle.of(process).map(ProcessHandle::destroyForcibly)).contains(true);
  }
}
