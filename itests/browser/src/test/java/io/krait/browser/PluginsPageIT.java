package io.krait.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import io.krait.webconsole.fixture.LivelyPlugins;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Everything that an administrator does on the page, done by click and by key. */
class PluginsPageIT extends PluginsPageScene {

  @Test
  void listShowsEveryPluginWithItsState() {
    assertThat(row(Samples.WELCOME)).contains("Welcome", "1.4.0", "Running", "Disable", "Restart");
    assertThat(row(Samples.JIRA)).contains("Backing off", "started again in 27 s");
    assertThat(row(Samples.POLLS)).contains("Disabled", "Enable");
    assertThat(row(Samples.STANDUP)).contains("Failed", "install a newer Python");
    browser.seeText("2 of 5");
  }

  @Test
  void listFollowsWhatHappens() {
    assertThat(row(Samples.WELCOME)).contains("Running");

    plugins.state(Samples.WELCOME, PluginState.BACKING_OFF, "killed by SIGKILL", 1, List.of());
    plugins.put(LivelyPlugins.installed("com.example.new", "Fresh one", "0.1.0"));
    plugins.remove(Samples.POLLS);

    browser.seeText("killed by SIGKILL");
    browser.seeText("Fresh one");
    browser.seeNo(By.cssSelector("[data-plugin='" + Samples.POLLS + "']"));
  }

  @Test
  void aPluginThatIsDebuggedIsOverlookedByNobody() {
    plugins.debugging(Samples.WELCOME, true);

    browser.until("it is told", () -> row(Samples.WELCOME).contains("DEBUG MODE"));
    browser.click(By.linkText("Welcome"));
    browser.seeText("Debug mode: this plugin has no deadlines");
    plugins.debugging(Samples.WELCOME, false);
    browser.seeNo(By.cssSelector(".debug-banner:not([hidden])"));
  }

  @Test
  void pluginIsEnabledDisabledAndRestarted() {
    browser.click(button("Enable Polls"));
    browser.seeText("Polls was enabled.");
    browser.click(button("Restart Polls"));
    browser.seeText("Polls was restarted.");
    browser.click(button("Disable Polls"));
    browser.seeText("Polls was disabled.");

    assertThat(plugins.asked())
        .containsExactly(
            "enable com.example.polls", "restart com.example.polls", "disable com.example.polls");
    assertThat(state(Samples.POLLS)).isEqualTo(PluginState.DISABLED);
  }

  @Test
  void workThatTakesLongIsShownUntilItIsDone() {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    plugins.waitFor(gate);

    browser.click(button("Enable Polls"));
    browser.seeText("Enabling …");
    browser.until(
        "a busy button",
        () -> "true".equals(browser.see(button("Enable Polls")).getAttribute("aria-disabled")));
    browser.click(button("Enable Polls"));
    gate.complete(null);

    browser.seeText("Polls was enabled.");
    assertThat(plugins.asked()).containsExactly("enable com.example.polls");
  }

  @Test
  void pluginIsRemovedOnlyAfterAQuestion() {
    browser.click(By.linkText("Polls"));
    browser.click(By.xpath("//button[text()='Remove …']"));
    browser.seeText("Remove Polls?");
    browser.press(Keys.ENTER);
    browser.seeNo(By.tagName("dialog"));
    assertThat(plugins.asked()).isEmpty();

    browser.click(By.xpath("//button[text()='Remove …']"));
    browser.press(Keys.ESCAPE);
    browser.seeNo(By.tagName("dialog"));
    assertThat(plugins.asked()).isEmpty();

    browser.click(By.xpath("//button[text()='Remove …']"));
    browser.click(By.xpath("//dialog//button[text()='Remove']"));
    browser.seeText("Polls was removed.");
    browser.seeText("2 of 4");
    assertThat(plugins.find(Samples.POLLS)).isEmpty();
  }

  @Test
  void pluginIsInstalledByUploadAndEnabled() throws Exception {
    browser.click(By.id("install"));
    choose("id=com.example.quiz\nname=Quiz\nversion=1.0.0");
    browser.click(install());

    browser.seeText("com.example.quiz was installed and enabled.");
    assertThat(row("com.example.quiz")).contains("Quiz", "1.0.0", "Running");
  }

  @Test
  void uploadShowsHowFarItIs() throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    plugins.waitFor(gate);

    browser.click(By.id("install"));
    choose("id=com.example.quiz\n" + "# padding\n".repeat(200_000));
    browser.click(install());
    browser.see(By.cssSelector("dialog progress"));
    browser.seeText("Installing …");
    gate.complete(null);

    browser.seeText("com.example.quiz was installed and enabled.");
  }

  @Test
  void otherVersionIsReplacedOnlyWhenAskedFor() throws Exception {
    browser.click(By.id("install"));
    choose("id=" + Samples.WELCOME + "\nname=Welcome\nversion=1.5.0");
    browser.click(install());
    browser.seeText("version 1.4.0 is there already");
    // The browser writes of the refusal too.
    browser.complaints();

    browser.click(By.xpath("//label[contains(., 'Replace another version')]"));
    browser.click(install());
    browser.seeText("1.5.0");
  }

  @Test
  void brokenArchiveIsExplained() throws Exception {
    browser.click(By.id("install"));
    choose("nothing");
    browser.click(install());

    browser.seeText("the archive has no plugin.json");
    browser.complaints();
    browser.click(By.xpath("//dialog//button[text()='Cancel']"));
    browser.seeNo(By.tagName("dialog"));
  }

  @Test
  void brokenUpdateLeavesTheOldVersionAndSaysWhy() throws Exception {
    browser.click(By.id("install"));
    choose("id=" + Samples.WELCOME + "\nversion=2.0.0\nbroken=yes");
    browser.click(By.xpath("//label[contains(., 'Replace another version')]"));
    browser.click(install());

    browser.seeText("it ended with status 1 while it started; version 1.4.0 goes on");
    browser.complaints();
    browser.press(Keys.ESCAPE);
    assertThat(row(Samples.WELCOME)).contains("1.4.0", "Running");
  }

  @Test
  void failedPluginTellsWhyWithWhatItPrintedLast() {
    browser.click(By.linkText("Jira"));

    browser.seeText("Why it does not run");
    browser.seeText("ConnectionError: cannot reach https://jira.example.com");
  }

  @Test
  void settingsOfEveryTypeAreChanged() throws Exception {
    plugins.saveSettings(
        Samples.WELCOME, Map.of("apitoken", "hidden-token", "webhooksecret", "hidden"));
    browser.go(server.page() + "#/" + Samples.WELCOME + "/settings");

    browser.click(field("Enabled"));
    type("Greeting", "Hello, {name}!");
    type("Rules", "One\nTwo");
    type("Delay", "2.5");
    new Select(browser.see(field("Tone"))).selectByVisibleText("Businesslike");
    browser.click(By.xpath("//label[text()='Directly']"));
    type("Greeter", "ada");
    type("ApiToken", "new-token");
    type("Extra", "{\"a\": [1, true]}");
    browser.click(By.xpath("//button[text()='Regenerate']"));
    String generated = browser.see(field("WebhookSecret")).getAttribute("value");
    browser.click(By.xpath("//button[text()='Save']"));
    browser.seeText("The settings were saved.");

    assertThat(generated).matches("[A-Za-z0-9]{32}");
    assertThat(plugins.settings(Samples.WELCOME))
        .containsEntry("enabled", false)
        .containsEntry("greeting", "Hello, {name}!")
        .containsEntry("rules", "One\nTwo")
        .containsEntry("delay", 2.5)
        .containsEntry("tone", "cool")
        .containsEntry("where", "direct")
        .containsEntry("greeter", "ada")
        .containsEntry("apitoken", "new-token")
        .containsEntry("webhooksecret", generated)
        .containsEntry("extra", Map.of("a", List.of(1, true)));
  }

  @Test
  void secretsAreNotInThePageAndStayWhenTheyAreNotTouched() throws Exception {
    plugins.saveSettings(
        Samples.WELCOME, Map.of("apitoken", "hidden-token", "webhooksecret", "hidden-secret"));
    browser.go(server.page() + "#/" + Samples.WELCOME + "/settings");

    type("Greeting", "Hi");
    assertThat(everythingInThePage()).doesNotContain("hidden-token", "hidden-secret", "factory");
    browser.click(By.xpath("//button[text()='Save']"));
    browser.seeText("The settings were saved.");

    assertThat(everythingInThePage()).doesNotContain("hidden-token", "hidden-secret", "factory");
    assertThat(plugins.settings(Samples.WELCOME))
        .containsEntry("greeting", "Hi")
        .containsEntry("apitoken", "hidden-token")
        .containsEntry("webhooksecret", "hidden-secret");
  }

  @Test
  void settingThatIsRefusedSaysSoAtItsPlace() {
    browser.go(server.page() + "#/" + Samples.WELCOME + "/settings");

    type("Greeting", "refused");
    browser.click(By.xpath("//button[text()='Save']"));
    browser.seeText("greeting must not be \"refused\"");
    browser.complaints();

    WebElement greeting = browser.see(field("Greeting"));
    assertThat(greeting.getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(browser.focused()).isEqualTo(greeting);
    browser.click(By.xpath("//button[text()='Discard']"));
    browser.until(
        "the value before",
        () -> "Welcome, {name}!".equals(browser.see(field("Greeting")).getAttribute("value")));
  }

  @Test
  void unsavedSettingsAreNotLostWithoutAQuestion() {
    browser.go(server.page() + "#/" + Samples.WELCOME + "/settings");
    type("Greeting", "Hi");

    browser.click(By.linkText("← All plugins"));
    browser.seeText("Discard the changes?");
    browser.click(By.xpath("//dialog//button[text()='Cancel']"));
    assertThat(browser.see(field("Greeting")).getAttribute("value")).isEqualTo("Hi");

    browser.click(By.linkText("← All plugins"));
    browser.click(By.xpath("//dialog//button[text()='Discard']"));
    browser.seeText("2 of 5");
  }

  @Test
  void logIsSeenAsItComesFilteredAndPaused() {
    Samples.log(plugins);
    browser.go(server.page() + "#/" + Samples.WELCOME + "/log");
    browser.seeText("greeted ada in town-square");

    plugins.log(Samples.WELCOME, Level.INFO, "welcome", "greeted bob in town-square");
    browser.seeText("greeted bob in town-square");

    chooseLevel("Errors");
    browser.seeText("1 of 6 records");
    assertThat(browser.text()).contains("403 no permission").doesNotContain("greeted bob");
    chooseLevel("All");
    browser.see(By.cssSelector(".toolbar input")).sendKeys("GREETED");
    browser.seeText("2 of 6 records");
    browser.see(By.cssSelector(".toolbar input")).clear();

    browser.click(By.xpath("//button[text()='Pause']"));
    plugins.log(Samples.WELCOME, Level.INFO, "welcome", "greeted eve in town-square");
    browser.seeText("paused, 1 waiting");
    assertThat(browser.text()).doesNotContain("greeted eve");
    browser.click(By.xpath("//button[text()='Resume']"));
    browser.seeText("greeted eve in town-square");
  }

  @Test
  void nothingOfAHostilePluginIsRun() {
    Samples.evil(plugins);
    browser.go("about:blank");
    browser.go(server.page());
    assertThat(row(Samples.EVIL)).contains(Samples.HOSTILE);

    for (String tab : List.of("overview", "hooks", "settings", "log")) {
      browser.go(server.page() + "#/" + Samples.EVIL + "/" + tab);
      browser.until(
          "the name in " + tab,
          () -> browser.see(By.tagName("h1")).getText().equals(Samples.HOSTILE));
      if (tab.equals("settings")) {
        browser.see(field("Text"));
      } else if (tab.equals("log")) {
        browser.see(By.cssSelector(".log li"));
      }
      assertThat(browser.script("return window.stolen")).as(tab).isNull();
      assertThat(browser.script("return document.querySelectorAll('img[onerror], main b').length"))
          .as(tab)
          .isEqualTo(0L);
      assertThat(browser.script("return document.querySelector('a[href^=javascript]')")).isNull();
    }
    browser.click(By.xpath("//button[text()='Remove …']"));
    browser.see(By.tagName("dialog"));
    browser.click(By.xpath("//dialog//button[text()='Remove']"));
    browser.seeText("was removed.");
    assertThat(browser.script("return window.stolen")).isNull();
  }

  @Test
  void pageSaysThatTheRuntimeIsAwayAndGoesOnWhenItIsBack() {
    assertThat(row(Samples.WELCOME)).contains("Running");
    server.hide();
    browser.seeText("the bundle io.krait.runtime is not active");
    assertThat(browser.text()).doesNotContain("No plugins yet").contains("not known");
    server.show(plugins);
    browser.seeText("2 of 5");
  }

  @Test
  void toLoadToFailAndToBeEmptyAreThreeThings() {
    browser.block("*/api/plugins*");
    browser.go("about:blank");
    browser.go(server.page());

    browser.seeText("The plugins could not be loaded");
    assertThat(browser.text())
        .contains("does not answer")
        .doesNotContain("No plugins yet", "Loading");
    assertThat(browser.driver().findElement(By.cssSelector("table.plugins")).isDisplayed())
        .isFalse();

    server.show(new LivelyPlugins());
    browser.block();
    browser.seeText("No plugins yet");
    assertThat(browser.text()).doesNotContain("could not be loaded", "does not answer");
    // Browsers may tell of what was blocked.
    browser.complaints();
  }

  @Test
  void actionsGoOnAfterTheBundleWasStartedAnew() throws Exception {
    assertThat(row(Samples.POLLS)).contains("Disabled");
    server.bundle().stop();
    server.bundle().start();

    browser.click(button("Enable Polls"));
    browser.seeText("Polls was enabled.");
    // The refusal of the old token, and perhaps questions while nobody was there.
    browser.complaints();
  }

  private PluginState state(String id) {
    return plugins.find(id).map(ManagedPlugin::state).orElseThrow();
  }

  private static String row(String id) {
    return browser.see(By.cssSelector("[data-plugin='" + id + "']")).getText();
  }

  private static void chooseLevel(String name) {
    new Select(browser.see(By.cssSelector(".toolbar select"))).selectByVisibleText(name);
  }

  private void choose(String archive) throws IOException {
    Path file = files.resolve("plugin.tar.gz");
    Files.writeString(file, archive);
    browser.see(By.cssSelector("dialog input[type=file]")).sendKeys(file.toString());
  }

  private static String everythingInThePage() {
    return browser
        .script(
            """
            return document.documentElement.outerHTML
              + [...document.querySelectorAll('input, textarea')].map((it) => it.value).join()
            """)
        .toString();
  }
}
