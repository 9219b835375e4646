package io.krait.host.internal.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Hands mails over to a mail server. Safe for use from any thread. */
final class SmtpTransport {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /**
   * Hands over one mail; waits for the server.
   *
   * @throws MessagingException where it does not take it
   */
  void send(Mail mail, MailServer server, Instant now) throws MessagingException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // The library looks for its parts by it, and it is nested in this bundle.
    thread.setContextClassLoader(SmtpTransport.class.getClassLoader());
    try {
      Transport.send(message(mail, server, now));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static MimeMessage message(Mail mail, MailServer server, Instant now)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new MimeMessage(session(server));
    message.setFrom(
        server.fromName().isEmpty()
            ? new InternetAddress(server.fromAddress(), true)
            : new InternetAddress(server.fromAddress(), server.fromName(), UTF_8));
    if (!server.replyTo().isEmpty()) {
      message.setReplyTo(InternetAddress.parse(server.replyTo(), true));
    }
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeMultipart bodies = new MimeMultipart("alternative");
    if (!mail.text().isEmpty()) {
      MimeBodyPart text = new MimeBodyPart();
      text.setText(mail.text(), UTF_8, "plain");
      bodies.addBodyPart(text);
    }
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    bodies.addBodyPart(html);
    message.setContent(bodies);
    return message;
  }

  private static Session session(MailServer server) {
    Properties properties = new Properties();
    String timeout = Integer.toString(server.timeoutSeconds() * 1000);
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", server.port());
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    switch (server.security()) {
      case "TLS" -> properties.put("mail.smtp.ssl.enable", "true");
      case "STARTTLS" -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      default -> {}
    }
    if (server.trusting()) {
      properties.put("mail.smtp.ssl.trust", "*");
    } else {
      properties.put("mail.smtp.ssl.checkserveridentity", "true");
    }
    if (server.user().isEmpty()) {
      return Session.getInstance(properties);
    }
    properties.put("mail.smtp.auth", "true");
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(server.user(), server.password());
          }
        });
  }
}
