package io.krait.host.internal.accounts;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.host.internal.accounts.MailedTokens.Purpose;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.mail.HtmlText;
import io.krait.host.internal.mail.Mail;
import io.krait.host.internal.mail.Mails;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * Mails secrets to users, in the background: whoever asks for it notices in no way whether an
 * address is somebody's. Safe for use from any thread.
 */
final class AccountMails {

  private static final System.Logger LOGGER = System.getLogger(AccountMails.class.getName());
  private static final int LONGEST_ADDRESS = 128;

  private final Surroundings surroundings;
  private final Users users;
  private final Mails mails;
  private final Executor background;
  private final MailedTokens tokens;
  private final MailRequests requests;

  AccountMails(
      Surroundings surroundings,
      Users users,
      Mails mails,
      Executor background,
      MailedTokens tokens) {
    this.surroundings = surroundings;
    this.users = users;
    this.mails = mails;
    this.background = background;
    this.tokens = tokens;
    this.requests = new MailRequests(surroundings.clock());
  }

  /**
   * What a mail says.
   *
   * @param title what it is about; its subject
   * @param request what to do, and with what it ends
   * @param place the part of the page's address that takes the secret
   * @param otherwise what to do where it was somebody else who asked
   */
  record Letter(String title, String request, String place, String otherwise) {}

  /**
   * Has whoever has an address be sent a secret, if they are to have one.
   *
   * @param network from which address of the network that is asked for
   * @throws AppError with status 400 where it can be no address, 429 where that was asked for too
   *     often
   */
  void asked(String email, String network, Purpose purpose, Letter letter, Predicate<User> wanted) {
    if (email.length() > LONGEST_ADDRESS || email.indexOf('@') < 0) {
      throw AppError.of("api.context.invalid_body_param.app_error", "email is no address", 400);
    }
    requests.count(email, network);
    later(
        () ->
            users
                .findByEmail(email)
                .filter(user -> user.deleteAt() == 0 && !user.isBot())
                .filter(wanted)
                .ifPresent(user -> send(user, purpose, letter)));
  }

  /** Sends a secret to a user, soon. */
  void sendLater(User user, Purpose purpose, Letter letter) {
    later(() -> send(user, purpose, letter));
  }

  private void later(Runnable task) {
    try {
      background.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException failure) {
              LOGGER.log(Level.WARNING, "a mail about an account could not be sent", failure);
            }
          });
    } catch (RejectedExecutionException full) {
      throw AppError.of(
          "api.send_mail.busy.app_error", "the server has too many mails to send at present", 503);
    }
  }

  private void send(User user, Purpose purpose, Letter letter) {
    String secret = surroundings.database().inTransaction(sql -> tokens.issue(sql, purpose, user));
    mails.send(mail(user, secret, letter));
  }

  private Mail mail(User user, String secret, Letter letter) {
    ServerConfiguration configuration = surroundings.configuration();
    String site = configuration.text("TeamSettings", "SiteName");
    // Never an address that a request names: whoever sends it would choose where the secret goes.
    String url = configuration.text("ServiceSettings", "SiteURL").replaceAll("/+$", "");
    String link = url.isEmpty() ? "" : url + "/#" + letter.place() + "=" + secret;
    String greeting = "Hello @%s,".formatted(user.username());
    String code =
        url.isEmpty()
            ? "Enter this code on the page of %s:".formatted(site)
            : "Or enter this code there:";
    String html =
        "<!DOCTYPE html><html><body><p>"
            + HtmlText.of(greeting)
            + "</p><p>"
            + HtmlText.of(letter.request())
            + "</p>"
            + (link.isEmpty()
                ? ""
                : "<p><a href=\"%s\">%s</a></p>"
                    .formatted(HtmlText.of(link), HtmlText.of(letter.title())))
            + "<p>"
            + HtmlText.of(code)
            + " <b>"
            + secret
            + "</b></p><p><small>"
            + HtmlText.of(letter.otherwise())
            + "</small></p></body></html>";
    String text =
        String.join(
            "\n\n",
            greeting,
            letter.request() + (link.isEmpty() ? "" : "\n" + link),
            code + " " + secret,
            letter.otherwise());
    return new Mail(
        user.email(), "[%s] %s".formatted(site, letter.title()).replaceAll("\\R", " "), html, text);
  }
}
