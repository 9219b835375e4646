package io.krait.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/**
 * The page at the server's address, with real plugins: what somebody does there who comes for the
 * first time. One server and one browser serve all of it, so a test begins where the one before it
 * has ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FrontDoorIT {

  private static final By FIELD = By.cssSelector(".channel .composer textarea");

  /** Makes one of the smallest picture that there is, as the administrator who is logged in. */
  private static final String MAKE_EMOJI =
      "const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
          + "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), one => one.charCodeAt(0));"
          + "const value = name => document.cookie.match(name + '=([^;]*)')[1];"
          + "const form = new FormData();"
          + "form.append('image', new Blob([png], {type: 'image/png'}), 'kraken.png');"
          + "form.append('emoji', JSON.stringify({name: 'kraken', creator_id: value('MMUSERID')}));"
          + "fetch('/api/v4/emoji', {method: 'POST', body: form,"
          + " headers: {'X-CSRF-Token': value('MMCSRF')}}).then(answer => arguments[0](answer.status));";

  private static KraitServer server;
  private static Browser browser;
  private static Accessibility accessibility;
  private static Chat bob;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path conf = Files.createDirectories(data.resolve("conf"));
    Files.writeString(
        conf.resolve("io.krait.host.cfg"),
        "data.folder = ${krait.data}/host\nopen.sign.up = true\n");
    Path moderator = KraitServer.pack(KraitServer.root().resolve("examples/moderator"), folder);
    Path votes =
        KraitServer.pack(
            KraitServer.root().resolve("itests/browser/src/test/resources/votes"), folder);
    server =
        KraitServer.start(data, "--install", moderator.toString(), "--install", votes.toString());
    browser = Browser.open();
    browser.patience(Duration.ofMinutes(1));
    accessibility = new Accessibility(browser);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void administratorSignsUpByTheCodeAndMakesATeam() throws Exception {
    browser.go(server.address() + "/");
    browser.seeText("Welcome, administrator");
    accessibility.check("signing up");
    fill("entry-username", "ann");
    fill("entry-email", "ann@example.com");
    fill("entry-password", "Secret-Word-1");
    fill("entry-code", server.adminCode());
    browser.press(Keys.ENTER);

    browser.seeText("Name of the team");
    fill("team-name", "Sea Crew");
    browser.press(Keys.ENTER);

    browser.seeText("ann joined the team.");
    browser.see(By.cssSelector("a[href='/system/console/krait']"));
  }

  @Test
  @Order(2)
  void messageIsSeenAsThePluginChangesItWithThePluginAndItsTime() {
    say("What the heck!");

    browser.seeText("What the ****!");
    browser.click(By.cssSelector(".touched"));
    browser.seeText("changed it");
    assertThat(browser.see(By.cssSelector(".looked .took")).getText()).matches("[0-9.]+ (µs|ms|s)");
    assertThat(browser.see(By.cssSelector(".looked li")).getText())
        .contains("Moderator", "MessageWillBePosted");
    browser.press(Keys.ESCAPE);
  }

  @Test
  @Order(3)
  void messageThatAPluginRefusesStaysInItsFieldWithTheReason() {
    say("This is spam.");

    browser.seeText("is not allowed here");
    browser.until(
        "the text in its field",
        () -> "This is spam.".equals(browser.see(FIELD).getAttribute("value")));
    browser.see(FIELD).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
  }

  @Test
  @Order(4)
  void whatOthersDoIsSeenAtOnce() {
    bob = new Chat(server.address()).join("bob", "sea-crew");
    browser.seeText("bob joined the team.");

    bob.type();
    browser.seeText("bob is typing …");
    bob.post("Good morning, @ann");
    browser.seeText("Good morning, @ann");
    bob.react(bob.find("What the ****!"), "tada");
    browser.see(By.cssSelector("button[aria-label='tada: 1, bob']"));

    bob.whisper("ann", "Between us");
    By talk = By.xpath("//nav//button[contains(., 'bob')]");
    assertThat(browser.see(talk).getText()).contains("1");
    browser.click(talk);
    browser.seeText("Between us");
    browser.seeNo(By.cssSelector("nav .count"));
    browser.see(By.cssSelector("nav .side-entry .presence.online"));
    bob.status("dnd");
    browser.see(By.cssSelector("nav .side-entry .presence.dnd"));
    browser.seeText("Do not disturb");
    browser.click(By.xpath("//nav//button[contains(., 'Town Square')]"));
  }

  @Test
  @Order(5)
  void threadIsAnsweredBesideTheChannel() {
    String root = bob.find("Good morning, @ann");
    bob.reply(root, "Is anybody there?");
    browser.click(By.cssSelector("[data-post='" + root + "'] .marks .link"));
    browser.see(By.cssSelector(".panel")).isDisplayed();
    browser.until(
        "the reply in the panel",
        () -> browser.see(By.cssSelector(".panel")).getText().contains("Is anybody there?"));

    accessibility.check("a thread");
    browser.see(By.cssSelector(".panel .composer textarea")).sendKeys("I am.", Keys.ENTER);
    browser.until(
        "the answer in the panel",
        () -> browser.see(By.cssSelector(".panel .messages")).getText().contains("I am."));
    browser.click(By.cssSelector("[data-post='" + root + "'] .marks .link"));
    browser.seeText("2 replies");
    browser.click(By.cssSelector(".panel button[title='Close']"));
  }

  @Test
  @Order(6)
  void commandIsCompletedAndItsAnswerSeenByOneAlone() {
    browser.see(FIELD).sendKeys("/vo");
    assertThat(browser.see(By.cssSelector(".offers [aria-selected=true]")).getText())
        .contains("/vote", "Ask the others");
    browser.press(Keys.TAB);
    browser.see(FIELD).sendKeys("Shall we sail?", Keys.ENTER);

    browser.seeText("Your question is there.");
    browser.seeText("Only you can see this");
    browser.seeText("Shall we sail?");
    browser.click(By.xpath("//button[text()='Remind me']"));
    browser.seeText("You will be reminded.");
    browser.seeNo(By.xpath("//button[text()='Remind me']"));
  }

  @Test
  @Order(7)
  void pageIsLegibleAtTheWidthOfAPhoneAndInTheDark() throws Exception {
    browser.click(By.cssSelector(".channel-head button[title='What plugins did here']"));
    accessibility.check("a channel, and what plugins did");
    browser.screenshot("front-door");
    browser.click(By.cssSelector(".panel button[title='Close']"));

    browser.size(390, 844);
    accessibility.check("a channel on a phone");
    browser.dark(true);
    browser.seeNo(By.cssSelector("nav"));
    assertThat(browser.script("return document.scrollingElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    browser.screenshot("front-door-phone-dark");
    browser.click(By.cssSelector("button[aria-label='Menu']"));
    accessibility.check("the menu on a phone");
    browser.click(By.xpath("//nav//button[contains(., 'Off-Topic')]"));
    browser.seeText("This is the beginning.");
    browser.seeNo(By.cssSelector("nav"));

    browser.dark(false);
    browser.size(1280, 900);
    browser.click(By.xpath("//nav//button[contains(., 'Town Square')]"));
    browser.seeText("Shall we sail?");
  }

  @Test
  @Order(8)
  void buttonOpensTheDialogOfAPluginWhichSaysWhatIsWrong() {
    browser.click(By.xpath("//button[text()='Say why']"));
    browser.seeText("Reason");
    accessibility.check("a dialog of a plugin");
    fill("dialog-reason", "no reason");
    browser.click(By.xpath("//dialog//button[text()='Tell']"));
    browser.seeText("Begin with because.");
    fill("dialog-reason", "because of the wind");
    browser.click(By.xpath("//dialog//button[text()='Tell']"));

    browser.seeNo(By.cssSelector("dialog"));
    browser.seeText("because of the wind");
  }

  @Test
  @Order(9)
  void menuOfAMessageChangesIt() {
    new Select(browser.see(By.cssSelector(".attachment-menu select"))).selectByVisibleText("Large");

    browser.seeText("Voted: large");
    browser.seeText("Your vote counts.");
    browser.seeNo(By.cssSelector(".attachment"));
  }

  @Test
  @Order(10)
  void messagesAreTextWhateverIsInThem() throws Exception {
    bob.post(
        "<img src=x onerror=\"window.hurt=1\"><script>window.hurt=1</script>"
            + " [a](javascript:window.hurt=1) [b](JaVaScRiPt:hurt) [c](data:text/html,<script>)"
            + " ![d](https://elsewhere.example/pixel.png) https://example.com/\"onclick=\"hurt"
            + " [**e**](/plugins/x) the end of it");

    browser.seeText("the end of it");
    assertThat(browser.script("return window.hurt === undefined")).isEqualTo(true);
    assertThat(browser.script("return document.querySelectorAll('.text img, .text script').length"))
        .isEqualTo(0L);
    assertThat(
            (List<?>)
                browser.script(
                    "return [...document.querySelectorAll('.text a')].map(a => new"
                        + " URL(a.href).protocol)"))
        .isNotEmpty()
        .allSatisfy(protocol -> assertThat(protocol).isIn("http:", "https:", "mailto:"));

    bob.post(
        "boxes of all kinds",
        """
        [null, "x", {"fields": [null, 3, {"title": {"a": 1}, "value": null}], "color": 7,
          "actions": [null, {"type": "select", "options": [null, {"text": {}}], "name": []}],
          "title": {"constructor": null, "type": "img"}, "title_link": "javascript:hurt()",
          "text": 7, "image_url": "https://elsewhere.example/pixel.png"}]
        """);
    browser.seeText("boxes of all kinds");
    bob.post("and after them");
    browser.seeText("and after them");
    assertThat(browser.script("return document.querySelectorAll('.attachment img').length"))
        .isEqualTo(0L);
  }

  @Test
  @Order(11)
  void fileIsUploadedAndHangsOnItsMessage(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("map.txt"), "X marks the spot");
    browser
        .driver()
        .findElement(By.cssSelector(".channel input[type=file]"))
        .sendKeys(file.toString());
    browser.see(By.xpath("//ul[@class='uploads']//small[contains(., ' B')]"));
    say("The map");

    browser.see(By.xpath("//a[@class='file'][contains(., 'map.txt')]"));
  }

  @Test
  @Order(12)
  void ownMessageIsChangedReactedToAndDeleted() {
    say("It is short");
    press("It is short", "Edit");
    browser
        .see(By.cssSelector(".editor textarea"))
        .sendKeys(Keys.chord(Keys.CONTROL, "a"), "It is long, heck", Keys.ENTER);
    browser.seeText("It is long, ****");
    browser.seeText("(edited)");

    press("It is long, ****", "React");
    browser.click(By.cssSelector(".picker button[title='rocket']"));
    browser.see(By.cssSelector("button[aria-label='rocket: 1, ann']"));

    press("It is long, ****", "Delete");
    browser.click(By.xpath("//dialog//button[text()='Delete']"));
    browser.seeNo(By.xpath("//article[contains(., 'It is long')]"));
  }

  /** Presses a button that appears where the pointer is on a message. */
  private static void press(String message, String button) {
    By article = By.xpath("//article[contains(., '" + message + "')]");
    new Actions(browser.driver()).moveToElement(browser.see(article)).perform();
    browser.click(
        By.xpath("//article[contains(., '" + message + "')]//button[@title='" + button + "']"));
  }

  @Test
  @Order(13)
  void messageIsFoundByItsWordsAndShownWhereItIs() {
    String post = bob.find("Good morning, @ann");
    browser.click(By.cssSelector(".channel-head button[title='Search']"));
    fill("search", "\"good morning\" from:bob in:town-square -evening");
    browser.press(Keys.ENTER);

    assertThat(browser.see(By.cssSelector(".found-post")).getText())
        .contains("bob", "Town Square", "Good morning, @ann");
    assertThat(browser.see(By.cssSelector(".found-post mark")).getText()).isEqualTo("Good");
    accessibility.check("what was found");
    browser.click(By.cssSelector(".found-post"));
    browser.until(
        "the message with the focus",
        () -> post.equals(browser.focused().getAttribute("data-post")));

    fill("search", "weather from:nobody");
    browser.press(Keys.ENTER);
    browser.seeText("No message in your channels has");
    browser.click(By.cssSelector(".panel button[title='Close']"));
  }

  @Test
  @Order(14)
  void emojiOfTheServerIsSeenInMessagesAndUnderThemAndOffered() {
    assertThat(browser.driver().executeAsyncScript(MAKE_EMOJI)).isEqualTo(201L);
    bob.post("Beware of the :kraken:");

    browser.see(By.cssSelector(".text [aria-label='kraken'] img"));
    bob.react(bob.find("Beware of the :kraken:"), "kraken");
    browser.see(By.cssSelector("button[aria-label='kraken: 1, bob'] img"));
    browser.until(
        "the picture",
        () ->
            Boolean.TRUE.equals(
                browser.script("return document.querySelector('img.emoji').naturalWidth > 0")));
    browser.see(FIELD).sendKeys(":kra");
    browser.see(By.cssSelector(".offers [aria-selected=true] img"));
    browser.press(Keys.TAB);
    browser.until(
        "the name in the field",
        () -> ":kraken: ".equals(browser.see(FIELD).getAttribute("value")));
    browser.see(FIELD).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
  }

  @Test
  @Order(15)
  void longThreadIsShownFromItsEndWhichStaysInSight() {
    bob.post("A long story");
    String root = bob.find("A long story");
    bob.reply(root, "and then ".repeat(300));
    browser.click(By.cssSelector("[data-post='" + root + "'] .marks .link"));
    browser.until("the end of what was answered", FrontDoorIT::endOfTheThreadIsSeen);

    browser.see(By.cssSelector(".panel .composer textarea")).sendKeys("What then?", Keys.ENTER);
    browser.until(
        "the question in the panel",
        () ->
            browser.see(By.cssSelector(".panel .messages")).getText().contains("What then?")
                && endOfTheThreadIsSeen());
    browser.click(By.cssSelector(".panel button[title='Close']"));
  }

  private static boolean endOfTheThreadIsSeen() {
    return Boolean.TRUE.equals(
        browser.script(
            "const box = document.querySelector('.panel .messages');"
                + "if (!box) { return false; }"
                + "const hidden = box.scrollHeight - box.clientHeight;"
                + "return hidden > 0 && hidden - box.scrollTop < 2"));
  }

  @Test
  @Order(16)
  void everythingIsThereAgainAfterAReloadAndNothingIsComplainedAbout() {
    browser.go(server.address() + "/");

    browser.seeText("The map");
    browser.seeText("Voted: large");
    // It says so of each answer such as the one to what a plugin has refused.
    assertThat(browser.complaints())
        .filteredOn(line -> !line.contains("status of 400"))
        .as("complaints of the browser")
        .noneMatch(line -> line.contains("[SEVERE]") || line.contains("[WARNING]"));
  }

  private static void fill(String id, String text) {
    WebElement field = browser.see(By.id(id));
    field.clear();
    field.sendKeys(text);
  }

  private static void say(String text) {
    browser.see(FIELD).sendKeys(text, Keys.ENTER);
  }
}
