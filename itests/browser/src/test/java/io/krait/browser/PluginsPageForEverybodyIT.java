package io.krait.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Who can use the plugins' page, by whatever means, and who cannot. */
class PluginsPageForEverybodyIT extends PluginsPageScene {

  @Test
  void everythingIsReachedByKey() {
    browser.see(By.linkText("Polls"));
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Skip to the plugins");
    browser.press(Keys.ENTER);
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Install …");
    assertFocusIsSeen();

    browser.press(Keys.ENTER);
    browser.see(By.tagName("dialog"));
    assertThat(browser.focused().getAttribute("type")).isEqualTo("file");
    browser.press(Keys.ESCAPE);
    browser.seeNo(By.tagName("dialog"));
    assertThat(browser.focused().getText()).isEqualTo("Install …");

    tabTo("Polls");
    assertFocusIsSeen();
    tabTo("Enable");
    assertThat(browser.focused().getAttribute("aria-label")).isEqualTo("Enable Polls");
    assertFocusIsSeen();
    browser.press(Keys.SPACE);
    browser.seeText("Polls was enabled.");
    // The focus is still there, on what the button has become.
    assertThat(browser.focused().getAttribute("aria-label")).isEqualTo("Disable Polls");

    while (!browser.focused().getText().equals("Polls")) {
      browser.pressShiftTab();
    }
    browser.press(Keys.ENTER);
    browser.seeText("Identifier");
    browser.until("focus on the title", () -> browser.focused().getTagName().equals("h1"));
    tabTo("Overview");
    browser.press(Keys.ARROW_RIGHT);
    assertThat(browser.focused().getText()).isEqualTo("Hooks");
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(browser.focused().getText()).isEqualTo("Log");
    assertFocusIsSeen();
    browser.seeText("Nothing was logged so far.");
    browser.press(Keys.HOME);
    browser.seeText("Identifier");
  }

  @Test
  void everythingHasANameForReadersOfTheScreen() {
    for (String hash :
        List.of("", "#/" + Samples.WELCOME + "/settings", "#/" + Samples.WELCOME + "/log")) {
      browser.go(server.page() + hash);
      browser.see(hash.endsWith("settings") ? field("Greeting") : By.tagName("h1"));
      browser.until(
          "no control without a name at " + hash,
          () ->
              Boolean.TRUE.equals(
                  browser.script(
                      """
                      return [...document.querySelectorAll('button, input, select, textarea, a')]
                        .every((it) => it.labels?.length || it.getAttribute('aria-label')
                          || it.textContent.trim() || it.querySelector('img[alt]'))
                      """)));
      assertThat(
              browser.script(
                  """
                  const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
                  return ids.filter((id, at) => ids.indexOf(id) !== at)
                  """))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
          .isEmpty();
    }
  }

  @Test
  void nothingIsWiderThanATelephone() {
    Samples.evil(plugins);
    plugins.schema(Samples.WELCOME, Samples.schema());
    plugins.log(Samples.WELCOME, Level.ERROR, "x".repeat(300), "y".repeat(500));
    browser.size(375, 740);
    for (String hash :
        List.of(
            "",
            "#/" + Samples.EVIL,
            "#/" + Samples.JIRA,
            "#/" + Samples.WELCOME + "/hooks",
            "#/" + Samples.WELCOME + "/settings",
            "#/" + Samples.EVIL + "/settings",
            "#/" + Samples.WELCOME + "/log")) {
      browser.go("about:blank");
      browser.go(server.page() + hash);
      browser.see(By.cssSelector("h1"));
      if (hash.endsWith("settings")) {
        browser.see(By.cssSelector(".setting"));
      }
      assertThat(browser.script("return [document.documentElement.scrollWidth, window.innerWidth]"))
          .as(hash)
          .isEqualTo(List.of(375L, 375L));
    }
    browser.go(server.page());
    browser.click(button("Enable Polls"));
    browser.seeText("Polls was enabled.");
    browser.click(By.id("install"));
    assertThat(browser.see(By.tagName("dialog")).getSize().getWidth()).isLessThanOrEqualTo(375);
    browser.press(Keys.ESCAPE);
  }

  @Test
  void pageThatWasOpenedWithThePasswordInItsAddressWorks() {
    browser.go(server.pageWithPassword());

    browser.seeText("2 of 5");
  }

  @Test
  void otherPagesOfTheConsoleAreInTheMenu() {
    browser.click(By.cssSelector("#console-menu summary"));
    WebElement bundles = browser.see(By.linkText("Bundles"));
    assertThat(bundles.getAttribute("href")).endsWith("/system/console/bundles");
    browser.press(Keys.ESCAPE);
    browser.seeNo(By.linkText("Bundles"));
  }

  @Test
  void pageAndWhatItAsksForNeedThePassword() throws Exception {
    for (String path : List.of("", "/api/plugins", "/api/session", "/res/app.js")) {
      assertThat(status("GET", path)).as(path).isEqualTo(401);
    }
    assertThat(status("POST", "/api/remove?plugin=" + Samples.POLLS)).isEqualTo(401);
    assertThat(plugins.find(Samples.POLLS)).isPresent();
  }

  @Test
  void formOfAnotherPageDoesNothing() throws Exception {
    Path page = files.resolve("evil.html");
    Files.writeString(
        page,
        """
        <form method="post" enctype="text/plain" action="%s/api/remove?plugin=%s"></form>
        <script>document.forms[0].submit()</script>
        """
            .formatted(server.page(), Samples.POLLS));

    browser.go(page.toUri().toString());
    browser.seeText("another page has made the browser send it");
    browser.complaints();

    assertThat(plugins.asked()).isEmpty();
  }

  private static void tabTo(String text) {
    for (int i = 0; i < 60; i++) {
      if (browser.focused().getText().equals(text)) {
        return;
      }
      browser.press(Keys.TAB);
    }
    throw new AssertionError("the key does not get to " + text);
  }

  private static void assertFocusIsSeen() {
    assertThat(
            (String) browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
        .isNotEqualTo("none");
  }
}
