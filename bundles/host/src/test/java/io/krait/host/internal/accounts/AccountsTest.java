package io.krait.host.internal.accounts;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Session;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.mail.Outbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users do for their accounts by mails. */
class AccountsTest {

  private static final String ADDRESS = "192.0.2.1";
  private static final String NEW = "another horse";
  private static final Pattern CODE = Pattern.compile("\\b[a-z0-9]{26}\\b");

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private PasswordReset reset;
  private EmailVerification verification;
  private User ada;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    Accounts accounts =
        Accounts.in(
            host.surroundings(),
            host.users(),
            host.logins(),
            host.services().system().mails(),
            Runnable::run);
    reset = accounts.passwordReset();
    verification = accounts.verification();
    ada = host.user("ada");
  }

  @Test
  void whoGetsTheMailSetsANewPasswordOnceAndAllSessionsEnd() {
    Session session = host.services().sessions().open(Session.builder().userId(ada.id()).build());
    reset.send("Ada@Example.com", ADDRESS);

    reset.reset(mailedCode(), NEW);

    assertThat(host.logins().authenticate("ada", NEW, ADDRESS).id()).isEqualTo(ada.id());
    assertThat(host.services().sessions().byToken(session.token())).isEmpty();
    assertThat(host.users().get(ada.id()).emailVerified()).isTrue();
    assertFails(400, () -> reset.reset(mailedCode(), "a third horse"));
  }

  @Test
  void aPasswordThatIsNotAllowedDoesNotUseTheCodeUp() {
    reset.send(ada.email(), ADDRESS);

    assertFails(400, () -> reset.reset(mailedCode(), "short"));
    reset.reset(mailedCode(), NEW);
  }

  @Test
  void aCodeCountsNoMoreAfterADayOrANewerOneOrAnotherPasswordOrAnotherAddress() {
    reset.send(ada.email(), ADDRESS);
    String first = mailedCode();
    host.later(Duration.ofMinutes(1));
    reset.send(ada.email(), ADDRESS);
    assertFails(400, () -> reset.reset(first, NEW));

    String second = mailedCode();
    host.logins().setPassword(ada.id(), NEW, "");
    assertFails(400, () -> reset.reset(second, NEW));

    reset.send(ada.email(), ADDRESS);
    String third = mailedCode();
    host.users().update(host.users().get(ada.id()).toBuilder().email("ada@sea.example").build());
    assertFails(400, () -> reset.reset(third, NEW));

    reset.send("ada@sea.example", ADDRESS);
    String fourth = mailedCode();
    host.later(MailedTokens.LIFETIME);
    assertFails(400, () -> reset.reset(fourth, NEW));
  }

  @Test
  void nobodyWhoCannotLogInByAPasswordIsSentACodeAndNobodyIsTold() {
    User bob = host.user("bob");
    host.users().setActive(bob.id(), false);

    reset.send("nobody@example.com", ADDRESS);
    reset.send(bob.email(), ADDRESS);

    assertThat(mails()).isEmpty();
  }

  @Test
  void moreMailsThanAreOfUseAreRefusedWhetherAnAddressIsSomebodysOrNot() {
    for (String email : List.of(ada.email(), "nobody@example.com")) {
      for (int i = 0; i < MailRequests.MOST_TO_ADDRESS; i++) {
        reset.send(email, ADDRESS);
      }
      assertFails(429, () -> reset.send(email.toUpperCase(Locale.ROOT), ADDRESS));
    }
    for (int i = 0; i < MailRequests.MOST_FROM_NETWORK - 6; i++) {
      reset.send(i + "@example.com", ADDRESS);
    }
    assertFails(429, () -> reset.send("one.more@example.com", ADDRESS));
    reset.send("one.more@example.com", "192.0.2.2");

    host.later(MailRequests.WINDOW);
    reset.send(ada.email(), ADDRESS);
  }

  @Test
  void theLinkLeadsToTheConfiguredAddressAlone() {
    reset.send(ada.email(), ADDRESS);
    assertThat(text()).contains("Enter this code on the page of Krait: ").doesNotContain("http");

    configure("ServiceSettings", "SiteURL", "https://chat.example.com/");
    reset.send(ada.email(), ADDRESS);
    assertThat(text()).contains("https://chat.example.com/#reset=" + mailedCode());
  }

  @Test
  void whereItIsRequiredAUserShowsTheAddressBeforeTheFirstLogin() {
    configure("EmailSettings", "RequireEmailVerification", true);
    verification.expect(ada);
    assertFails(401, () -> host.logins().authenticate("ada", "correct horse", ADDRESS));
    String code = mailedCode();
    assertFails(400, () -> reset.reset(code, NEW));

    verification.verify(code);

    assertThat(host.logins().authenticate("ada", "correct horse", ADDRESS).emailVerified())
        .isTrue();
    assertFails(400, () -> verification.verify(mailedCode()));
    int before = mails().size();
    verification.send(ada.email(), ADDRESS);
    assertThat(mails()).hasSize(before);
  }

  @Test
  void administratorsComeInWithoutShowingTheirAddress() {
    host.administrator("root");
    configure("EmailSettings", "RequireEmailVerification", true);

    host.logins().authenticate("root", "correct horse", ADDRESS);
  }

  @Test
  void codesThatCountNoMoreAreRemoved() {
    reset.send(ada.email(), ADDRESS);
    host.services().accounts().sweep();
    assertThat(codes()).isEqualTo(1);
    host.later(MailedTokens.LIFETIME);
    host.services().accounts().sweep();
    assertThat(codes()).isZero();
  }

  private long codes() {
    return host.surroundings()
        .database()
        .inTransaction(sql -> sql.count("select count(*) from mailed_tokens"));
  }

  private void configure(String section, String name, Object value) {
    host.surroundings().configuration().patch(Map.of(section, Map.of(name, value)));
  }

  private List<Map<String, Object>> mails() {
    return host.services().system().outbox().list(Outbox.MAIL, Page.of(0, 60));
  }

  private String text() {
    return ((Map<?, ?>) mails().get(0).get("content")).get("text_body").toString();
  }

  private String mailedCode() {
    Matcher code = CODE.matcher(text());
    assertThat(code.find()).as(text()).isTrue();
    return code.group();
  }
}
