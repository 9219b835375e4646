package io.krait.host.internal.accounts;

import io.krait.api.AppError;
import io.krait.host.internal.accounts.AccountMails.Letter;
import io.krait.host.internal.accounts.MailedTokens.Purpose;
import io.krait.host.internal.chat.Logins;
import io.krait.host.internal.chat.Surroundings;

/** Lets those set a new password who have forgotten theirs. Safe for use from any thread. */
public final class PasswordReset {

  private static final Letter LETTER =
      new Letter(
          "Set a new password",
          "Somebody, you we hope, has asked for a new password for your account. It can be set"
              + " within 24 hours, once.",
          "reset",
          "If it was not you, do nothing: your password stays as it is.");

  private final Surroundings surroundings;
  private final Logins logins;
  private final MailedTokens tokens;
  private final AccountMails mails;

  PasswordReset(Surroundings surroundings, Logins logins, MailedTokens tokens, AccountMails mails) {
    this.surroundings = surroundings;
    this.logins = logins;
    this.tokens = tokens;
    this.mails = mails;
  }

  /**
   * Has whoever has an address be mailed a secret. Those get none who log in by something else than
   * a password, or not at all; nobody is told.
   *
   * @param network from which address of the network that is asked for
   * @throws AppError with status 400 where it can be no address, 429 where that was asked for too
   *     often, 501 where it is switched off
   */
  public void send(String email, String network) {
    checkEnabled();
    mails.asked(
        email,
        network,
        Purpose.PASSWORD,
        LETTER,
        user -> user.authService().isEmpty() && user.remoteId().isEmpty());
  }

  /**
   * Sets a new password, and ends all sessions of the user.
   *
   * @throws AppError with status 400 where the password is not allowed, or the secret is not right
   *     or counts no more; 501 where it is switched off
   */
  public void reset(String secret, String password) {
    checkEnabled();
    logins.setPassword(
        sql -> {
          String userId =
              tokens
                  .use(sql, Purpose.PASSWORD, secret)
                  .orElseThrow(
                      () ->
                          AppError.of(
                              "api.user.reset_password.invalid_link.app_error",
                              "the code is not right, or counts no more; ask for another mail",
                              400));
          EmailVerification.verified(sql, userId, surroundings.now());
          return userId;
        },
        password);
  }

  private void checkEnabled() {
    if (!surroundings.configuration().flag("PasswordSettings", "EnableForgotLink")) {
      throw AppError.of(
          "api.user.send_password_reset.disabled.app_error",
          "passwords are set by an administrator here: PasswordSettings.EnableForgotLink is off",
          501);
    }
  }
}
