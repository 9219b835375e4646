package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.START;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Bot;
import io.krait.api.model.Session;
import io.krait.api.model.User;
import io.krait.api.model.UserAccessToken;
import io.krait.host.internal.bots.Bots;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private AccessTokens tokens;
  private Sessions sessions;
  private User ada;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    tokens = new AccessTokens(host.surroundings(), host.users());
    sessions = new Sessions(host.surroundings(), host.users());
    ada = host.user("ada");
    configure("EnableUserAccessTokens", true);
  }

  private void configure(String name, Object value) {
    host.surroundings().configuration().save(Map.of("ServiceSettings", Map.of(name, value)));
  }

  @Test
  void peopleHaveTokensOnlyWhereThoseAreSwitchedOnAndBotsAlways() {
    UserAccessToken token = created();
    Bot bot =
        new Bots(host.surroundings(), host.users())
            .create(Bot.builder().username("helper").ownerId("plugin").build());
    configure("EnableUserAccessTokens", false);

    assertFails(501, this::created)
        .hasFieldOrPropertyWithValue("id", "app.user_access_token.disabled");
    assertThat(sessions.byToken(token.token())).isEmpty();
    UserAccessToken own =
        tokens.create(UserAccessToken.builder().userId(bot.userId()).description("bot").build());
    assertThat(sessions.byToken(own.token()).orElseThrow().props()).containsEntry("is_bot", "true");
  }

  @Test
  void anIdleSessionEndsWhereActivityDoesNotProlongSessions() {
    host.surroundings()
        .configuration()
        .save(
            Map.of(
                "ServiceSettings",
                Map.of(
                    "ExtendSessionLengthWithActivity", false, "SessionIdleTimeoutInMinutes", 60)));
    Session idle = sessions.open(Session.builder().userId(ada.id()).build());
    Session used = sessions.open(Session.builder().userId(ada.id()).build());

    host.later(Duration.ofMinutes(59));
    assertThat(sessions.byToken(used.token())).isPresent();
    host.later(Duration.ofMinutes(2));
    assertThat(sessions.byToken(used.token())).isPresent();
    assertThat(sessions.byToken(idle.token())).isEmpty();
  }

  @Test
  void aTokenStandsForItsUserAndItsSecretIsToldOnce() {
    UserAccessToken token = created();

    assertThat(token.token()).matches("[a-z0-9]{26}").isNotEqualTo(token.id());
    assertThat(tokens.get(token.id())).isEqualTo(token.toBuilder().token("").build());
    Session session = sessions.byToken(token.token()).orElseThrow();
    assertThat(session.userId()).isEqualTo(ada.id());
    assertThat(session.props())
        .containsEntry("type", "UserAccessToken")
        .containsEntry("user_access_token_id", token.id());
    assertThat(sessions.byToken(token.token())).contains(session);
    assertThat(sessions.get(session.id())).isEqualTo(session);
    host.later(Duration.ofDays(3650));
    assertThat(sessions.byToken(token.token())).isPresent();
  }

  @Test
  void theSecretIsNowhereInTheDatabase() {
    UserAccessToken token = created();
    sessions.byToken(token.token());

    long found =
        host.surroundings()
            .database()
            .inTransaction(
                sql ->
                    sql.count(
                            "select count(*) from user_access_tokens where secret_hash = ?",
                            token.token())
                        + sql.count(
                            "select count(*) from sessions where token = ?", token.token()));
    assertThat(found).isZero();
    assertThat(sessions.byToken(token.id())).isEmpty();
  }

  @Test
  void aTokenThatIsTakenAwayOrStoppedEndsItsSession() {
    UserAccessToken first = created();
    UserAccessToken second = created();
    Session session = sessions.byToken(first.token()).orElseThrow();
    Session other = sessions.byToken(second.token()).orElseThrow();

    tokens.setActive(first.id(), false);
    assertThat(sessions.byToken(first.token())).isEmpty();
    assertFails(404, () -> sessions.get(session.id()));
    tokens.setActive(first.id(), true);
    assertThat(sessions.byToken(first.token())).isPresent();

    tokens.revoke(first.id());
    assertThat(sessions.byToken(first.token())).isEmpty();
    assertThat(sessions.get(other.id())).isEqualTo(other);
    assertFails(404, () -> tokens.get(first.id()));
    assertFails(404, () -> tokens.revoke(first.id()));
  }

  @Test
  void theTokensOfAnAccountThatIsNotActiveAreWorthNothing() {
    UserAccessToken token = created();
    sessions.byToken(token.token());

    host.users().setActive(ada.id(), false);

    assertThat(sessions.byToken(token.token())).isEmpty();
    assertFails(400, this::created);
  }

  @Test
  void tokensThatBreakTheRulesAreRefused() {
    assertFails(400, () -> tokens.create(UserAccessToken.builder().userId(ada.id()).build()));
    assertFails(400, () -> tokens.create(token("x".repeat(256))));
    assertThat(tokens.create(token("😀".repeat(255))).description()).hasSize(510);
    assertFails(
        404,
        () -> tokens.create(UserAccessToken.builder().userId("nobody").description("for").build()));
  }

  @Test
  void tokensAreListedByUserAndFoundByName() {
    UserAccessToken token = created();
    User bob = host.user("bob");
    tokens.create(UserAccessToken.builder().userId(bob.id()).description("bob's").build());

    assertThat(tokens.list(ada.id(), Page.of(0, 10)))
        .isEqualTo(List.of(token.toBuilder().token("").build()));
    assertThat(tokens.list("", Page.of(0, 10))).hasSize(2);
    assertThat(tokens.search("AD")).extracting(UserAccessToken::userId).containsExactly(ada.id());
    assertThat(tokens.search("%")).isEmpty();
  }

  @Test
  void activityProlongsASessionUnlessItHasAnEndOfItsOwn() {
    Session usual = sessions.open(Session.builder().userId(ada.id()).build());
    long end = START.plus(Duration.ofDays(30)).toEpochMilli();
    Session own = sessions.open(Session.builder().userId(ada.id()).expiresAt(end).build());
    assertThat(usual.expiresAt()).isEqualTo(end);

    host.later(Duration.ofDays(20));
    assertThat(sessions.byToken(usual.token()).orElseThrow().expiresAt())
        .isEqualTo(START.plus(Duration.ofDays(50)).toEpochMilli());
    assertThat(sessions.byToken(own.token()).orElseThrow().expiresAt()).isEqualTo(end);
    host.later(Duration.ofDays(20));
    assertThat(sessions.byToken(usual.token())).isPresent();
    assertThat(sessions.byToken(own.token())).isEmpty();
  }

  @Test
  void aDeviceHasOneSession() {
    Session old = sessions.open(Session.builder().userId(ada.id()).deviceId("android:1").build());
    Session present = sessions.open(Session.builder().userId(ada.id()).build());

    sessions.setDevice(present.id(), "android:1");

    assertThat(sessions.ofUser(ada.id())).extracting(Session::id).containsExactly(present.id());
    assertThat(sessions.get(present.id()).deviceId()).isEqualTo("android:1");
    assertFails(404, () -> sessions.get(old.id()));
    assertFails(400, () -> sessions.setDevice(present.id(), "x".repeat(513)));
  }

  private UserAccessToken created() {
    return tokens.create(token("for a script"));
  }

  private UserAccessToken token(String description) {
    return UserAccessToken.builder().userId(ada.id()).description(description).build();
  }
}
