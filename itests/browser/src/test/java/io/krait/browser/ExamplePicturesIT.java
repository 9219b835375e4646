package io.krait.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Takes the pictures of the example gallery, when they are asked for. */
@EnabledIfSystemProperty(named = "krait.pictures", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExamplePicturesIT {

  private static final By FIELD = By.cssSelector(".channel .composer textarea");
  private static final String FORGE = "/plugins/com.example.code-forge";
  private static final String SECRET = "a secret of the forge";
  private static final List<String> EXAMPLES =
      List.of(
          "faq_bot",
          "poll",
          "code_forge",
          "reminder",
          "planning_poker",
          "kudos",
          "standup",
          "file_guard",
          "live_counter");

  private static KraitServer server;
  private static Browser browser;
  private static Chat bob;
  private static Chat cy;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Path conf = Files.createDirectories(data.resolve("conf"));
    Files.writeString(
        conf.resolve("io.krait.host.cfg"),
        "data.folder = ${krait.data}/host\nopen.sign.up = true\n");
    List<String> options = new ArrayList<>();
    for (String example : EXAMPLES) {
      Path archive = KraitServer.pack(KraitServer.root().resolve("examples/" + example), folder);
      options.addAll(List.of("--install", archive.toString()));
    }
    server = KraitServer.start(data, options.toArray(String[]::new));
    browser = Browser.open();
    browser.patience(Duration.ofMinutes(1));
    browser.size(1100, 620);
    browser.go(server.address() + "/");
    fill("entry-username", "ann");
    fill("entry-email", "ann@example.com");
    fill("entry-password", "Secret-Word-1");
    fill("entry-code", server.adminCode());
    browser.press(Keys.ENTER);
    browser.seeText("Name of the team");
    fill("team-name", "Sea Crew");
    browser.press(Keys.ENTER);
    browser.seeText("ann joined the team.");
    bob = new Chat(server.address()).join("bob", "sea-crew");
    cy = new Chat(server.address()).join("cy", "sea-crew");
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
  void botAnswersInAThread() throws Exception {
    String question = "@faq how does a guest get into the wifi?";
    say("/faq add \"wifi guest\" Ask **@ann** for a voucher; it is good for a day.");
    browser.seeText("I know about guest wifi now.");
    bob.post(question);
    browser.seeText("1 reply");
    browser.click(By.cssSelector("[data-post='" + bob.find(question) + "'] .marks .link"));
    browser.until(
        "the answer", () -> browser.see(By.cssSelector(".panel")).getText().contains("voucher"));
    browser.screenshot("example-faq-bot");
    browser.click(By.cssSelector(".panel button[title='Close']"));
  }

  @Test
  @Order(2)
  void somebodyIsThanked() throws Exception {
    bob.post("@ann++ for the cake, and @cy++ for the coffee!");
    cy.post("@ann++ indeed");
    browser.see(By.cssSelector("button[aria-label^='tada: 1']"));
    say("/kudos top");
    browser.seeText("Only you can see this");
    browser.see(By.cssSelector("table"));
    browser.screenshot("example-kudos");
  }

  @Test
  @Order(3)
  void pollShowsItsVotes() throws Exception {
    say("/poll \"Where shall we sail?\" \"To the island\" \"To the reef\" Home");
    browser.seeText("Where shall we sail?");
    bob.press("Where shall we sail?", "To the island");
    cy.press("Where shall we sail?", "To the reef");
    browser.click(By.xpath("//button[text()='To the island']"));
    browser.seeText("3 votes");
    browser.screenshot("example-poll");
  }

  @Test
  @Order(4)
  void membersAnswer() throws Exception {
    say("/standup now");
    talk("Stand-up", "standup");
    browser.click(By.xpath("//button[text()='Answer']"));
    browser.see(By.id("dialog-today"));
    fill("dialog-yesterday", "Mended the sails");
    fill("dialog-today", "Painting the mast");
    fill("dialog-blocked", "There is no more paint");
    browser.screenshot("example-standup");
    browser.click(By.xpath("//dialog//button[text()='Send']"));
    browser.seeText("Your answer is in");
    channel("Town Square");
    browser.seeText("Painting the mast");
  }

  @Test
  @Order(5)
  void reminderComes() throws Exception {
    say("/remind me in 1s to stretch");
    talk("Reminder", "reminder");
    browser.seeText("In 10 minutes");
    browser.screenshot("example-reminder");
    channel("Town Square");
  }

  @Test
  @Order(6)
  void programIsRefusedWhateverItIsCalled(@TempDir Path folder) throws Exception {
    Path program = Files.writeString(folder.resolve("holiday.jpg"), "MZ, as programs begin");
    browser.size(900, 400);
    channel("Off-Topic");
    browser.see(By.xpath("//main//h1[contains(., 'Off-Topic')]"));
    browser
        .driver()
        .findElement(By.cssSelector(".channel input[type=file]"))
        .sendKeys(program.toString());
    browser.seeText("is a program, whatever its name says");
    browser.screenshot("example-file-guard");
    browser.click(By.cssSelector(".notice button"));
    browser.size(1100, 620);
    channel("Town Square");
  }

  @Test
  @Order(7)
  void cardsLieOnTheTable() throws Exception {
    // Its packages are fetched first, which takes as long as the network does.
    browser.patience(Duration.ofMinutes(5));
    String page = "/plugins/com.example.planning-poker/tables/none";
    browser.until("it runs", () -> bob.get(page).statusCode() == 200);
    say("/poker Draw the map of the island");
    browser.seeText("sit down");
    String table =
        browser
            .see(By.linkText("sit down"))
            .getAttribute("href")
            .substring(server.address().length());
    WebSocket bobs = bob.sit(table);
    WebSocket cys = cy.sit(table);
    browser.size(900, 620);
    browser.go(server.address() + table);
    browser.seeText("Draw the map of the island");
    bobs.sendText("{\"do\": \"choose\", \"card\": \"8\"}", true).join();
    browser.until(
        "his card", () -> browser.driver().findElements(By.cssSelector(".back")).size() == 1);
    browser.click(By.xpath("//div[@id='cards']/button[text()='5']"));
    browser.see(By.cssSelector("button[aria-pressed=true]"));
    browser.screenshot("example-planning-poker");
    bobs.abort();
    cys.abort();
  }

  @Test
  @Order(8)
  void deliveriesAreSeenLive() throws Exception {
    browser.size(900, 400);
    new Chat(server.address())
        .logIn("ann")
        .configure(
            "com.example.code-forge", Map.of("channel", "sea-crew/off-topic", "secret", SECRET));
    browser.go(server.address() + FORGE + "/public/index.html");
    browser.seeText("live");
    String about = "\"sender\": {\"login\": \"%s\"}, \"repository\": {\"full_name\": \"sea/map\"}";
    String issue =
        "{%s, \"action\": \"%s\", \"%s\": {\"number\": %d, \"title\": \"%s\", \"html_url\":"
            + " \"https://forge.example/sea/map/7\"}}";
    deliver(
        "issues", issue.formatted(about.formatted("bob"), "opened", "issue", 7, "No wind at noon"));
    deliver(
        "push",
        "{%s, \"ref\": \"refs/heads/main\", \"commits\": [{\"message\": \"Mark the spot\"}, {}]}"
            .formatted(about.formatted("cy")));
    deliver(
        "pull_request",
        issue.formatted(about.formatted("cy"), "opened", "pull_request", 8, "Draw the coast"));
    browser.seeText("Draw the coast");
    browser.screenshot("example-code-forge");
  }

  @Test
  @Order(9)
  void messagesAreCountedWhileOneLooks() throws Exception {
    browser.size(600, 260);
    browser.go(server.address() + "/plugins/com.example.live-counter/");
    browser.seeText("live");
    browser.until("the count so far", () -> count().matches("[0-9]+"));
    int before = Integer.parseInt(count());
    bob.post("Land ahead!");
    browser.until("one more", () -> Integer.parseInt(count()) > before);
    browser.screenshot("example-live-counter");
  }

  private static String count() {
    return browser.see(By.id("count")).getText();
  }

  private static void deliver(String kind, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    Map<String, String> headers =
        Map.of("X-GitHub-Event", kind, "X-Hub-Signature-256", "sha256=" + signature);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + FORGE + "/hook"))
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    int status =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).statusCode();
    if (status != 200) {
      throw new AssertionError(body + " was answered with " + status);
    }
  }

  private static void talk(String name, String username) {
    browser.click(
        By.xpath(
            "//nav//button[contains(., '%s') or contains(., '%s')]".formatted(name, username)));
  }

  private static void channel(String name) {
    browser.click(By.xpath("//nav//button[contains(., '" + name + "')]"));
  }

  private static void fill(String id, String text) {
    browser.see(By.id(id)).sendKeys(text);
  }

  private static void say(String text) {
    browser.see(FIELD).sendKeys(text, Keys.ENTER);
  }
}
