package io.krait.host.internal.accounts;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.host.internal.accounts.AccountMails.Letter;
import io.krait.host.internal.accounts.MailedTokens.Purpose;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.storage.Sql;

/** Lets users show that their address is theirs. Safe for use from any thread. */
public final class EmailVerification {

  private static final Letter LETTER =
      new Letter(
          "Confirm your address",
          "This address was given for an account. Please confirm within 24 hours that it is yours.",
          "verify",
          "If it is not your account, do nothing.");

  private final Surroundings surroundings;
  private final Users users;
  private final MailedTokens tokens;
  private final AccountMails mails;

  EmailVerification(
      Surroundings surroundings, Users users, MailedTokens tokens, AccountMails mails) {
    this.surroundings = surroundings;
    this.users = users;
    this.tokens = tokens;
    this.mails = mails;
  }

  /** Asks a user who has a new address to show that it is theirs, where that is required. */
  public void expect(User user) {
    if (surroundings.configuration().flag("EmailSettings", "RequireEmailVerification")
        && !user.emailVerified()
        && !user.isBot()) {
      mails.sendLater(user, Purpose.ADDRESS, LETTER);
    }
  }

  /**
   * Has whoever has an address be mailed a secret once more, unless they have shown it already;
   * nobody is told whether.
   *
   * @param network from which address of the network that is asked for
   * @throws AppError with status 400 where it can be no address, 429 where that was asked for too
   *     often
   */
  public void send(String email, String network) {
    mails.asked(email, network, Purpose.ADDRESS, LETTER, user -> !user.emailVerified());
  }

  /**
   * Takes the secret that was mailed.
   *
   * @throws AppError with status 400 where it is not right, or counts no more
   */
  public void verify(String secret) {
    String userId =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  String id =
                      tokens
                          .use(sql, Purpose.ADDRESS, secret)
                          .orElseThrow(
                              () ->
                                  AppError.of(
                                      "api.user.verify_email.bad_link.app_error",
                                      "the code is not right, or counts no more; ask for another"
                                          + " mail",
                                      400));
                  verified(sql, id, surroundings.now());
                  return id;
                });
    surroundings.hooks().userHasBeenUpdated(users.get(userId));
  }

  static void verified(Sql sql, String userId, long now) {
    sql.change(
        "update users set email_verified = true, update_at = ? where id = ? and email_verified ="
            + " false",
        now,
        userId);
  }
}
