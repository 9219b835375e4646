package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.START;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.model.CustomStatus;
import io.krait.api.model.Session;
import io.krait.api.model.User;
import io.krait.api.model.UserAuth;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private final HostHooks hooks =
      new HostHooks() {
        @Override
        public void userHasBeenCreated(User user) {
          told.add("created " + user.username());
        }

        @Override
        public void userHasBeenDeactivated(User user) {
          told.add("deactivated " + user.username());
        }

        @Override
        public void userHasLoggedIn(User user) {
          told.add("logged in " + user.username());
        }
      };
  @AutoClose private TestHost host;
  private Users users;
  private CustomStatuses customStatuses;

  @BeforeEach
  void open() {
    host = new TestHost(folder, hooks);
    users = host.users();
    customStatuses = new CustomStatuses(host.surroundings(), users);
  }

  @Test
  void aNewPasswordIsWhatTheConfigurationWants() {
    host.surroundings()
        .configuration()
        .patch(
            Map.of(
                "PasswordSettings",
                Map.of("MinimumLength", 10, "Lowercase", true, "Number", true, "Symbol", true)));
    User.Builder wanted = User.builder().username("ada").email("ada@example.com");

    for (String wrong : List.of("sh0rt, no", "no number, no", "n0symbol0no", "N0 LOWERCASE")) {
      assertFails(400, () -> host.users().create(wanted.password(wrong).build()));
    }
    User ada = host.users().create(wanted.password("all 0f it, and more").build());
    assertFails(400, () -> host.logins().setPassword(ada.id(), "n0symbol0no", ""))
        .hasMessageContaining("lowercase, number, symbol");
    host.logins().setPassword(ada.id(), "an0ther, longer", "");
  }

  @Test
  void anAccountIsStoredAndThereAfterReopening() {
    User created =
        users.create(
            User.builder()
                .username("Ada")
                .email("Ada@Example.com")
                .password("correct horse")
                .nickname("A")
                .props(Map.of("team", "red"))
                .build());

    assertThat(created.id()).matches("[a-z0-9]{26}");
    assertThat(created.username()).isEqualTo("ada");
    assertThat(created.email()).isEqualTo("ada@example.com");
    assertThat(created.createAt()).isEqualTo(START.toEpochMilli());
    assertThat(created.password()).isEmpty();
    assertThat(told).containsExactly("created ada");

    host.close();
    open();
    assertThat(users.get(created.id())).isEqualTo(created);
    assertThat(users.byEmail("ADA@example.com")).isEqualTo(created);
    assertThat(users.byUsername("ADA")).isEqualTo(created);
  }

  @Test
  void nobodyBecomesAdministratorByBeingTheFirst() {
    assertThat(host.user("first").roles()).isEqualTo("system_user");
    assertThat(users.noneYet()).isTrue();
    assertThat(host.administrator("admin").roles()).isEqualTo("system_user system_admin");
    assertFails(403, () -> host.administrator("second"));
  }

  @Test
  void aLostMarkerMakesNoSecondFirstAdministrator() {
    host.administrator("admin");
    host.surroundings()
        .database()
        .inTransaction(sql -> sql.change("update facts set content = ''"));

    assertThat(users.noneYet()).isFalse();
    assertFails(403, () -> host.administrator("second"));
  }

  @Test
  void accountsThatBreakTheRulesAreRefused() {
    User good =
        User.builder().username("good").email("good@example.com").password("long enough").build();

    assertFails(400, () -> users.create(good.toBuilder().username("here").build()));
    assertFails(400, () -> users.create(good.toBuilder().username("with space").build()));
    assertFails(400, () -> users.create(good.toBuilder().email("nowhere").build()));
    assertFails(400, () -> users.create(good.toBuilder().password("short").build()));
    assertFails(400, () -> users.create(good.toBuilder().password("").build()));
    assertFails(400, () -> users.create(good.toBuilder().nickname("n".repeat(65)).build()));
    assertFails(400, () -> users.create(good.toBuilder().roles("no_such_role").build()));
    assertThat(told).isEmpty();
  }

  @Test
  void aNameOrAddressThatIsTakenIsRefused() {
    User ada = host.user("ada");
    User bob = host.user("bob");

    assertFails(409, () -> users.create(ada.toBuilder().password("long enough").build()));
    assertFails(
            409,
            () -> users.create(ada.toBuilder().username("other").password("long enough").build()))
        .hasMessageContaining("email");
    assertFails(409, () -> users.update(bob.toBuilder().username("ada").build()));
  }

  @Test
  void unknownUsersAreNotFoundButLeftOutOfLists() {
    User ada = host.user("ada");
    User bob = host.user("bob");

    assertFails(404, () -> users.get("nobody"));
    assertFails(404, () -> users.byEmail("nobody@example.com"));
    assertFails(404, () -> users.byUsername("nobody"));
    assertThat(users.byIds(List.of(bob.id(), "nobody", ada.id(), bob.id())))
        .containsExactly(ada, bob);
    assertThat(users.byUsernames(List.of("BOB", "nobody"))).containsExactly(bob);
    assertThat(users.byIds(List.of())).isEmpty();
  }

  @Test
  void updateReplacesTheProfileAndNothingElse() {
    User ada = host.user("ada");
    host.later(Duration.ofSeconds(5));

    User updated = users.update(ada.toBuilder().nickname("Countess").roles("system_guest").build());

    assertThat(updated)
        .isEqualTo(
            ada.toBuilder()
                .nickname("Countess")
                .updateAt(START.plusSeconds(5).toEpochMilli())
                .build());
    assertThat(host.logins().authenticate("ada", "correct horse", "192.0.2.1").id())
        .isEqualTo(ada.id());
    assertFails(404, () -> users.update(ada.toBuilder().id("nobody").build()));
    assertFails(400, () -> users.update(ada.toBuilder().email("").build()));
  }

  @Test
  void deactivationEndsSessionsAndLoginsAndCanBeTakenBack() {
    Sessions sessions = new Sessions(host.surroundings(), users);
    User ada = host.user("ada");
    Session session = sessions.open(Session.builder().userId(ada.id()).build());

    users.setActive(ada.id(), false);
    users.setActive(ada.id(), false);

    assertThat(users.get(ada.id()).deleteAt()).isEqualTo(START.toEpochMilli());
    assertThat(sessions.byToken(session.token())).isEmpty();
    assertFails(401, () -> host.logins().authenticate("ada", "correct horse", "192.0.2.1"));
    assertFails(400, () -> sessions.open(Session.builder().userId(ada.id()).build()));
    assertThat(told).containsOnlyOnce("deactivated ada");

    users.setActive(ada.id(), true);
    assertThat(host.logins().authenticate("ada@example.com", "correct horse", "192.0.2.1").id())
        .isEqualTo(ada.id());
    assertFails(404, () -> users.setActive("nobody", true));
  }

  @Test
  void whoGuessesMustWaitAndTheRightPasswordWorksFromElsewhere() {
    User ada = host.user("ada");
    assertFails(401, () -> host.logins().authenticate("nobody", "correct horse", "192.0.2.1"));
    for (int i = 0; i < LoginAttempts.FREE; i++) {
      assertFails(401, () -> host.logins().authenticate("ada", "wrong horse", "192.0.2.1"));
    }

    assertFails(429, () -> host.logins().authenticate("ada", "correct horse", "192.0.2.1"))
        .hasMessageContaining("try again in 1 seconds");
    assertThat(host.logins().authenticate("ada", "correct horse", "192.0.2.2").id())
        .isEqualTo(ada.id());
    host.later(Duration.ofSeconds(1));
    assertThat(host.logins().authenticate("ada", "correct horse", "192.0.2.1").id())
        .isEqualTo(ada.id());
    assertThat(told).endsWith("logged in ada");
  }

  @Test
  void whetherThereIsAnAccountIsNotTold() {
    host.user("ada");
    for (String name : List.of("ada", "nobody")) {
      for (int i = 0; i < LoginAttempts.FREE; i++) {
        assertFails(401, () -> host.logins().authenticate(name, "wrong horse", "192.0.2.1"))
            .hasMessageContaining("the login or the password is not right");
      }
      assertFails(429, () -> host.logins().authenticate(name, "wrong horse", "192.0.2.1"));
    }
  }

  @Test
  void aPresentPasswordCannotBeGuessedEither() {
    User ada = host.user("ada");
    for (int i = 0; i < LoginAttempts.FREE; i++) {
      assertFails(400, () -> host.logins().checkPassword(ada.id(), "wrong horse", "192.0.2.1"));
    }

    assertFails(429, () -> host.logins().checkPassword(ada.id(), "correct horse", "192.0.2.1"));
    host.logins().checkPassword(ada.id(), "correct horse", "192.0.2.2");
  }

  @Test
  void aNewPasswordEndsAllOtherSessions() {
    Sessions sessions = new Sessions(host.surroundings(), users);
    User ada = host.user("ada");
    Session here = sessions.open(Session.builder().userId(ada.id()).build());
    Session elsewhere = sessions.open(Session.builder().userId(ada.id()).build());

    host.logins().setPassword(ada.id(), "another horse", here.id());
    assertThat(sessions.byToken(here.token())).isPresent();
    assertThat(sessions.byToken(elsewhere.token())).isEmpty();
    assertThat(host.logins().authenticate("ada", "another horse", "192.0.2.1").id())
        .isEqualTo(ada.id());

    host.logins().setPassword(ada.id(), "a third horse", "");
    assertThat(sessions.byToken(here.token())).isEmpty();
  }

  @Test
  void anotherWayToSignInEndsAllSessions() {
    Sessions sessions = new Sessions(host.surroundings(), users);
    User ada = host.user("ada");
    Session session = sessions.open(Session.builder().userId(ada.id()).build());

    users.setAuth(ada.id(), UserAuth.builder().authService("saml").authData("ada").build());

    assertThat(sessions.byToken(session.token())).isEmpty();
  }

  @Test
  void aLoginThatIsUnderWayOpensNoSessionAfterAChangeOfThePassword() {
    Sessions sessions = new Sessions(host.surroundings(), users);
    User ada = host.user("ada");
    User loggedIn = host.logins().authenticate("ada", "correct horse", "192.0.2.1");
    Session wanted = Session.builder().userId(ada.id()).build();
    assertThat(sessions.openAfterLogin(wanted, loggedIn).userId()).isEqualTo(ada.id());

    host.later(Duration.ofSeconds(1));
    host.logins().setPassword(ada.id(), "another horse", "");

    assertFails(401, () -> sessions.openAfterLogin(wanted, loggedIn));
    User again = host.logins().authenticate("ada", "another horse", "192.0.2.1");
    users.setAuth(ada.id(), UserAuth.builder().authService("saml").authData("ada").build());
    host.later(Duration.ofSeconds(1));
    users.setAuth(ada.id(), UserAuth.builder().authService("saml").authData("eve").build());
    assertFails(401, () -> sessions.openAfterLogin(wanted, again));
  }

  @Test
  void ofManyWhoAreTheFirstAtTheSameTimeOneBecomesAdministrator() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<User>> signUps =
          Stream.of("ada", "bob", "carl", "dora", "emil", "fred")
              .<Callable<User>>map(name -> () -> host.administrator(name))
              .toList();

      List<String> roles = new ArrayList<>();
      for (Future<User> created : executor.invokeAll(signUps)) {
        try {
          roles.add(created.get().roles());
        } catch (ExecutionException refused) {
          assertThat(refused).hasCauseInstanceOf(AppError.class);
        }
      }

      assertThat(roles).containsExactly("system_user system_admin");
      assertThat(host.userSearch().list(UserGetOptions.builder().build())).hasSize(1);
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void anAccountThatIsRefusedLeavesTheFirstPlaceFree() {
    assertFails(
        400, () -> users.createFirst(User.builder().username("x").password("long enough").build()));
    assertThat(users.noneYet()).isTrue();

    assertThat(host.administrator("ada").roles()).isEqualTo("system_user system_admin");
    assertThat(users.noneYet()).isFalse();
  }

  @Test
  void listsAreFilteredSortedAndPaged() {
    User ada = host.administrator("ada");
    User bob = host.user("bob");
    User cyd = host.user("cyd");
    users.setActive(bob.id(), false);

    assertThat(host.userSearch().list(UserGetOptions.builder().build()))
        .extracting(User::username)
        .containsExactly("ada", "bob", "cyd");
    assertThat(host.userSearch().list(UserGetOptions.builder().active(true).build()))
        .containsExactly(ada, cyd);
    assertThat(host.userSearch().list(UserGetOptions.builder().role("system_admin").build()))
        .containsExactly(ada);
    assertThat(host.userSearch().list(UserGetOptions.builder().page(1).perPage(2).build()))
        .containsExactly(cyd);
    assertThat(host.userSearch().list(UserGetOptions.builder().page(2).perPage(2).build()))
        .isEmpty();
    assertFails(
        400,
        () -> host.userSearch().list(UserGetOptions.builder().active(true).inactive(true).build()));
    assertFails(400, () -> host.userSearch().list(UserGetOptions.builder().sort("height").build()));
    assertFails(400, () -> host.userSearch().list(UserGetOptions.builder().perPage(1001).build()));
  }

  @Test
  void searchFindsWhatBeginsWithTheTermAndTakesNoPatterns() {
    User ada = host.user("ada");
    User bob = host.user("bob");
    users.update(bob.toBuilder().nickname("Adamant").build());
    User gone = host.user("adam");
    users.setActive(gone.id(), false);

    assertThat(host.userSearch().search(UserSearchOptions.builder().term("ADA").build()))
        .extracting(User::id)
        .containsExactly(ada.id(), bob.id());
    assertThat(
            host.userSearch()
                .search(UserSearchOptions.builder().term("ada").allowInactive(true).build()))
        .hasSize(3);
    assertThat(host.userSearch().search(UserSearchOptions.builder().term("%").build())).isEmpty();
    assertThat(host.userSearch().search(UserSearchOptions.builder().build())).hasSize(2);
  }

  @Test
  void rolesAndAuthenticationAreReplaced() {
    User ada = host.user("ada");
    User bob = host.user("bob");

    assertThat(users.setRoles(bob.id(), "system_user  system_admin").roles())
        .isEqualTo("system_user system_admin");
    assertFails(400, () -> users.setRoles(bob.id(), "king"));
    assertFails(404, () -> users.setRoles("nobody", "system_user"));

    UserAuth auth = UserAuth.builder().authService("ldap").authData("ada-1").build();
    assertThat(users.setAuth(ada.id(), auth)).isEqualTo(auth);
    assertFails(401, () -> host.logins().authenticate("ada", "correct horse", "192.0.2.1"));
    assertFails(409, () -> users.setAuth(bob.id(), auth));
    assertFails(400, () -> users.setAuth(bob.id(), UserAuth.builder().build()));
    assertFails(404, () -> users.setAuth("nobody", auth));
  }

  @Test
  void aCustomStatusIsKeptInTheProps() {
    User ada = host.user("ada");

    customStatuses.set(ada.id(), CustomStatus.builder().emoji("palm_tree").text("away").build());
    assertThat(users.get(ada.id()).props().get("customStatus"))
        .contains("\"emoji\":\"palm_tree\"", "\"text\":\"away\"");

    customStatuses.clear(ada.id());
    customStatuses.clear(ada.id());
    assertThat(users.get(ada.id()).props()).isEmpty();
    assertFails(
        400,
        () -> customStatuses.set(ada.id(), CustomStatus.builder().text("x".repeat(101)).build()));
    assertFails(404, () -> customStatuses.clear("nobody"));
  }

  @Test
  void sessionsHaveATokenAndAnEnd() {
    Sessions sessions = new Sessions(host.surroundings(), users);
    User ada = host.administrator("ada");

    Session session =
        sessions.open(Session.builder().userId(ada.id()).props(Map.of("os", "Linux")).build());
    assertThat(session.token()).matches("[a-z0-9]{26}").isNotEqualTo(session.id());
    assertThat(session.roles()).isEqualTo("system_user system_admin");
    assertThat(sessions.byToken(session.token())).contains(session);

    host.later(Duration.ofDays(31));
    assertFails(404, () -> sessions.get(session.id()));
    assertThat(sessions.byToken(session.token())).isEmpty();

    Session second = sessions.open(Session.builder().userId(ada.id()).build());
    sessions.extend(second.id(), second.expiresAt() + 5);
    assertThat(sessions.get(second.id()).expiresAt()).isEqualTo(second.expiresAt() + 5);
    sessions.revoke(second.id());
    assertFails(404, () -> sessions.revoke(second.id()));
    assertFails(404, () -> sessions.extend(second.id(), 1));
    assertFails(404, () -> sessions.open(Session.builder().userId("nobody").build()));
    assertFails(400, () -> sessions.open(Session.builder().build()));
  }

  @Test
  void aTimedStatusReturnsToWhatItWas() {
    Statuses statuses = new Statuses(host.surroundings(), users);
    User ada = host.user("ada");
    assertThat(statuses.get(ada.id()).status()).isEqualTo("offline");

    assertThat(statuses.set(ada.id(), "away").manual()).isTrue();
    long end = START.getEpochSecond() + 60;
    assertThat(statuses.setDndUntil(ada.id(), end).status()).isEqualTo("dnd");
    statuses.setDndUntil(ada.id(), end + 1);
    host.later(Duration.ofSeconds(60));
    assertThat(statuses.get(ada.id()).status()).isEqualTo("dnd");
    host.later(Duration.ofSeconds(1));
    assertThat(statuses.get(ada.id()).status()).isEqualTo("away");

    assertThat(statuses.byIds(List.of("nobody", ada.id()))).hasSize(1);
    assertFails(400, () -> statuses.set(ada.id(), "asleep"));
    assertFails(400, () -> statuses.setDndUntil(ada.id(), end));
    assertFails(404, () -> statuses.get("nobody"));
    assertFails(404, () -> statuses.set("nobody", "away"));
  }

  @Test
  void aHashFitsItsPasswordOnly() {
    Passwords passwords = new Passwords();
    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("wrong horse", hash)).isFalse();
    assertThat(passwords.matches("", "")).isFalse();
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
  }
}
