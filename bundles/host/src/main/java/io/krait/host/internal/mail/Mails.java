package io.krait.host.internal.mail;

import io.krait.api.AppError;
import io.krait.host.internal.chat.Surroundings;
import jakarta.mail.MessagingException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sends mails: by the mail server that the configuration names, or else into the outbox. Safe for
 * use from any thread.
 */
public final class Mails {

  private static final System.Logger LOGGER = System.getLogger(Mails.class.getName());

  /** As little as keeps an address from being several, or the beginning of a header. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

  private static final int LONGEST_SUBJECT = 1000;

  private final Surroundings surroundings;
  private final Outbox outbox;
  private final SmtpTransport transport = new SmtpTransport();

  /** What sends the mails of the server in these surroundings. */
  public Mails(Surroundings surroundings, Outbox outbox) {
    this.surroundings = surroundings;
    this.outbox = outbox;
  }

  /**
   * Sends a mail; waits until it has been taken over.
   *
   * @throws AppError with status 400 where recipient, subject or body is missing or the recipient
   *     is not one address, 500 where the mail server does not take it
   */
  public void send(Mail mail) {
    check(mail);
    MailServer server = MailServer.of(surroundings.configuration());
    if (!server.isThere()) {
      outbox.put(
          Outbox.MAIL,
          mail.to(),
          Map.of("subject", mail.subject(), "html_body", mail.html(), "text_body", mail.text()));
      return;
    }
    try {
      transport.send(mail, server, surroundings.clock().instant());
    } catch (MessagingException refused) {
      LOGGER.log(
          Level.WARNING,
          "a mail could not be handed over to {0}: {1}; see EmailSettings of the server"
              + " configuration",
          server,
          refused.getMessage());
      throw AppError.builder()
          .id("api.send_mail.smtp.app_error")
          .message("the mail server does not take the mail; the server's log tells more")
          .where("SendMail")
          .statusCode(500)
          .build();
    }
  }

  private static void check(Mail mail) {
    if (mail.to().isBlank()) {
      throw invalid("to", "the mail has no recipient");
    }
    if (mail.subject().isBlank()) {
      throw invalid("subject", "the mail has no subject");
    }
    if (mail.html().isBlank()) {
      throw invalid("htmlbody", "the mail has no body");
    }
    if (!ADDRESS.matcher(mail.to()).matches()) {
      throw invalid("to", "the recipient is not one address");
    }
    if (mail.subject().length() > LONGEST_SUBJECT || mail.subject().matches("(?s).*[\\r\\n].*")) {
      throw invalid(
          "subject", "a subject is one line of at most %d characters".formatted(LONGEST_SUBJECT));
    }
  }

  private static AppError invalid(String what, String message) {
    return AppError.of("plugin_api.send_mail.missing_" + what, message, 400);
  }
}
