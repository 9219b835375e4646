package io.krait.host.internal.mail;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.TestHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailsTest {

  private static final Page FIRST = Page.of(0, 60);

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private Outbox outbox;
  private Mails mails;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    outbox = new Outbox(host.surroundings(), 3);
    mails = new Mails(host.surroundings(), outbox);
  }

  @Test
  void withoutAMailServerAMailGoesIntoTheOutbox() {
    mails.send(new Mail("ada@example.com", "Hello", "<b>Hi</b>", ""));

    assertThat(outbox.list(Outbox.MAIL, FIRST))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail).containsEntry("recipient", "ada@example.com");
              assertThat(mail.get("content"))
                  .isEqualTo(Map.of("subject", "Hello", "html_body", "<b>Hi</b>", "text_body", ""));
            });
    assertThat(outbox.list(Outbox.PUSH, FIRST)).isEmpty();
  }

  @Test
  void whatIsNoMailIsRefused() {
    refused("", "Hello", "x");
    refused("ada@example.com", " ", "x");
    refused("ada@example.com", "Hello", "");
    refused("ada", "Hello", "x");
    refused("ada@example.com, bob@example.com", "Hello", "x");
    refused("ada@example.com\r\nBcc: bob@example.com", "Hello", "x");
    refused("ada@example.com", "Hello\r\nBcc: bob@example.com", "x");
    assertThat(outbox.list(Outbox.MAIL, FIRST)).isEmpty();
  }

  private void refused(String to, String subject, String body) {
    assertFails(400, () -> mails.send(new Mail(to, subject, body, "")));
  }

  @Test
  void theOutboxKeepsTheNewest() {
    for (int i = 1; i <= 9; i++) {
      mails.send(new Mail("ada@example.com", "No. " + i, "x", ""));
    }

    assertThat(subjects()).containsExactly("No. 9", "No. 8", "No. 7");
  }

  @Test
  void theOutboxForgetsWhatIsOlderThanAMoment() {
    mails.send(new Mail("ada@example.com", "Old", "x", ""));
    host.later(Duration.ofHours(1));
    mails.send(new Mail("ada@example.com", "New", "x", ""));

    assertThat(outbox.prune(Outbox.MAIL, host.surroundings().now())).isEqualTo(1);
    assertThat(subjects()).containsExactly("New");
  }

  @Test
  void aMailServerTakesOverTheMail() throws IOException {
    try (FakeMailServer server = new FakeMailServer(true)) {
      configure(server.port());

      mails.send(new Mail("ada@example.com", "Grüße", "<b>Hi</b>", "Hi"));

      assertThat(server.received())
          .contains("RCPT TO:<ada@example.com>")
          .contains("From: The Crew <crew@example.com>")
          .contains("To: ada@example.com")
          .contains("Subject: =?UTF-8?")
          .contains("multipart/alternative")
          .contains("<b>Hi</b>");
    }
    assertThat(outbox.list(Outbox.MAIL, FIRST)).isEmpty();
  }

  @Test
  void aMailServerThatDoesNotTakeTheMailIsAnErrorThatShowsNoPassword() throws IOException {
    try (FakeMailServer server = new FakeMailServer(false)) {
      configure(server.port());

      assertFails(500, () -> mails.send(new Mail("ada@example.com", "Hello", "x", "")))
          .hasMessageNotContaining("hush");
    }
  }

  @Test
  void aMailServerThatIsNotThereIsAnError() {
    configure(1);

    assertFails(500, () -> mails.send(new Mail("ada@example.com", "Hello", "x", "")));
  }

  private void configure(int port) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("SMTPServer", "127.0.0.1");
    settings.put("SMTPPort", Integer.toString(port));
    settings.put("FeedbackName", "The Crew");
    settings.put("FeedbackEmail", "crew@example.com");
    settings.put("SMTPPassword", "hush");
    host.surroundings().configuration().save(Map.of("EmailSettings", settings));
  }

  private List<Object> subjects() {
    return outbox.list(Outbox.MAIL, FIRST).stream()
        .map(mail -> (Object) ((Map<?, ?>) mail.get("content")).get("subject"))
        .toList();
  }
}
