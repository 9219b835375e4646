package io.krait.host.internal.accounts;

import io.krait.host.internal.chat.Logins;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.mail.Mails;
import java.util.concurrent.Executor;

/** What users do for their accounts by mails. */
public record Accounts(
    Surroundings surroundings, PasswordReset passwordReset, EmailVerification verification) {

  /** Of these users; mails are sent by {@code background}. */
  public static Accounts in(
      Surroundings surroundings, Users users, Logins logins, Mails mails, Executor background) {
    MailedTokens tokens = new MailedTokens(surroundings);
    AccountMails sent = new AccountMails(surroundings, users, mails, background, tokens);
    return new Accounts(
        surroundings,
        new PasswordReset(surroundings, logins, tokens, sent),
        new EmailVerification(surroundings, users, tokens, sent));
  }

  /** Removes secrets that count no more. */
  public void sweep() {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              new MailedTokens(surroundings).sweep(sql);
              return this;
            });
  }
}
