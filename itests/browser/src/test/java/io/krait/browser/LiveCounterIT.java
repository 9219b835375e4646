package io.krait.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The example whose page listens to events that its plugin sends. */
class LiveCounterIT {

  private static final String PAGE = "/plugins/com.example.live-counter/";

  @Test
  void eachEventIsSeenBeforeTheNextOneIsMade(@TempDir Path folder) throws Exception {
    Path archive = KraitServer.pack(KraitServer.root().resolve("examples/live_counter"), folder);
    try (KraitServer server =
            KraitServer.start(folder.resolve("data"), "--install", archive.toString());
        Browser browser = Browser.open()) {
      browser.patience(Duration.ofMinutes(1));
      Chat chat = new Chat(server.address());
      browser.until("the plugin's page", () -> chat.get(PAGE).statusCode() == 200);
      chat.signUp("ann", server.adminCode());

      browser.go(server.address() + PAGE);
      browser.until("it listens", () -> text(browser, "state").equals("live"));
      // What the server itself has said of her and her team.
      int before = chat.posts();
      browser.until("all so far", () -> text(browser, "count").equals(Integer.toString(before)));
      // What the page itself listens to; each event is to be one of its own.
      browser.script(
          "window.seen = [];events.addEventListener('message', event =>"
              + " seen.push(JSON.parse(event.data).count))");

      List<Long> expected = new ArrayList<>();
      for (int n = 1; n <= 5; n++) {
        chat.post("message " + n);
        String count = Integer.toString(before + n);
        browser.until(n + " new messages", () -> text(browser, "count").equals(count));
        expected.add((long) before + n);
        assertThat(browser.script("return seen")).isEqualTo(expected);
      }
      browser.screenshot("live-counter");
    }
  }

  private static String text(Browser browser, String id) {
    return browser.see(By.id(id)).getText();
  }
}
