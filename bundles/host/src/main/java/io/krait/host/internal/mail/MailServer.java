package io.krait.host.internal.mail;

import io.krait.host.internal.configuration.ServerConfiguration;

/**
 * The mail server that a configuration names.
 *
 * @param host empty where there is none
 * @param security {@code TLS}, {@code STARTTLS}, or another word for none
 * @param user whom to log in as; empty for nobody
 * @param timeoutSeconds how long each step may take
 * @param trusting whether any certificate will do
 * @param fromName the name that mails come from
 * @param fromAddress the address that mails come from
 * @param replyTo where answers go; empty for the address that they come from
 */
record MailServer(
    String host,
    String port,
    String security,
    String user,
    String password,
    int timeoutSeconds,
    boolean trusting,
    String fromName,
    String fromAddress,
    String replyTo) {

  private static final String SECTION = "EmailSettings";

  static MailServer of(ServerConfiguration configuration) {
    boolean login = configuration.flag(SECTION, "EnableSMTPAuth");
    return new MailServer(
        configuration.text(SECTION, "SMTPServer").trim(),
        configuration.text(SECTION, "SMTPPort").trim(),
        configuration.text(SECTION, "ConnectionSecurity"),
        login ? configuration.text(SECTION, "SMTPUsername") : "",
        login ? configuration.text(SECTION, "SMTPPassword") : "",
        (int) Math.max(1, Math.min(60, configuration.number(SECTION, "SMTPServerTimeout"))),
        configuration.flag(SECTION, "SkipServerCertificateVerification"),
        configuration.text(SECTION, "FeedbackName"),
        configuration.text(SECTION, "FeedbackEmail"),
        configuration.text(SECTION, "ReplyToAddress"));
  }

  boolean isThere() {
    return !host.isEmpty();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
