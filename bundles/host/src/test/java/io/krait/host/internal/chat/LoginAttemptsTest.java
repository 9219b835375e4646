package io.krait.host.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.krait.api.AppError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final LoginAttempts attempts =
      new LoginAttempts(() -> java.time.Instant.ofEpochMilli(now.get()));

  @Test
  void afterSomeWrongPasswordsEachMustWaitLongerThanTheOneBefore() {
    fail("ada", HERE, LoginAttempts.FREE);

    assertThat(refusal("ada", HERE)).isEqualTo(Duration.ofSeconds(1));
    later(Duration.ofSeconds(1));
    fail("ada", HERE, 1);
    assertThat(refusal("ada", HERE)).isEqualTo(Duration.ofSeconds(2));
    later(Duration.ofSeconds(2));
    fail("ada", HERE, 1);
    assertThat(refusal("ada", HERE)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void theLongestWaitHasABoundAndQuietMakesAllForgotten() {
    for (int i = 0; i < 30; i++) {
      fail("ada", HERE, 1);
      later(LoginAttempts.LONGEST);
    }
    fail("ada", HERE, 1);
    assertThat(refusal("ada", HERE)).isEqualTo(LoginAttempts.LONGEST);

    later(LoginAttempts.FORGOTTEN);
    fail("ada", HERE, LoginAttempts.FREE);
  }

  @Test
  void nobodyIsLockedOutByOthers() {
    fail("ada", HERE, LoginAttempts.FREE);
    refusal("ada", HERE);

    assertThatCode(() -> attempts.begin("ada", ELSEWHERE)).doesNotThrowAnyException();
    assertThatCode(() -> attempts.begin("bob", HERE)).doesNotThrowAnyException();
  }

  @Test
  void aRightPasswordMakesTheWrongOnesBeforeForgotten() {
    fail("ada", HERE, LoginAttempts.FREE - 1);
    attempts.begin("ada", HERE);
    attempts.succeeded("ada", HERE);

    fail("ada", HERE, LoginAttempts.FREE);
  }

  @Test
  void anAddressThatIsWrongAboutManyAccountsWaitsForAll() {
    for (int i = 0; i < LoginAttempts.FREE_FROM_ADDRESS; i++) {
      fail("user" + i, HERE, 1);
    }

    assertThat(refusal("another", HERE)).isEqualTo(Duration.ofSeconds(1));
    assertThatCode(() -> attempts.begin("another", ELSEWHERE)).doesNotThrowAnyException();
  }

  @Test
  void oneWhoKnowsAPasswordIsNotFreeToGuessAtOthers() {
    for (int i = 0; i < LoginAttempts.FREE_FROM_ADDRESS; i++) {
      fail("user" + i, HERE, 1);
      if (i < LoginAttempts.FREE_FROM_ADDRESS - 1) {
        attempts.begin("own", HERE);
        attempts.succeeded("own", HERE);
      }
    }

    refusal("another", HERE);
  }

  @Test
  void manyAddressesThatGuessAtOneAccountWaitTogetherButForItsOwner() {
    attempts.begin("ada", HERE);
    attempts.succeeded("ada", HERE);
    for (int i = 0; i < LoginAttempts.FREE_FOR_ACCOUNT; i++) {
      fail("ada", "198.51.100." + i, 1);
    }

    assertThat(refusal("ada", "203.0.113.1")).isEqualTo(Duration.ofSeconds(1));
    assertThatCode(() -> attempts.begin("ada", HERE)).doesNotThrowAnyException();
    assertThatCode(() -> attempts.begin("bob", "203.0.113.1")).doesNotThrowAnyException();
  }

  @Test
  void anOwnerWhoComesFromANewAddressWaitsNoLongerThanABound() {
    for (int i = 0; i < 2 * LoginAttempts.FREE_FOR_ACCOUNT; i++) {
      fail("ada", "198.51.100." + i, 1);
      later(LoginAttempts.LONGEST_FOR_ACCOUNT);
    }
    fail("ada", "203.0.113.1", 1);

    assertThat(refusal("ada", HERE)).isEqualTo(LoginAttempts.LONGEST_FOR_ACCOUNT);
    later(LoginAttempts.LONGEST_FOR_ACCOUNT);
    attempts.begin("ada", HERE);
    attempts.succeeded("ada", HERE);
    refusal("ada", "203.0.113.2");
    assertThatCode(() -> attempts.begin("ada", HERE)).doesNotThrowAnyException();
  }

  @Test
  void anAddressOfIpv6StandsForItsNetwork() {
    assertThat(LoginAttempts.network("2001:db8:0:1::1"))
        .isEqualTo(LoginAttempts.network("[2001:DB8::1:ffff:2:3:4%eth0]"))
        .isNotEqualTo(LoginAttempts.network("2001:db8:0:2::1"));
    assertThat(LoginAttempts.network("::1")).isEqualTo("0000000000000000::/64");
    assertThat(LoginAttempts.network("::ffff:192.0.2.1")).isEqualTo(HERE);
    assertThat(LoginAttempts.network(HERE)).isEqualTo(HERE);
  }

  @Test
  void aBurstIsOneLineOfTheLog() {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logged) {
            lines.add(logged.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(LoginAttempts.class.getName());
    logger.addHandler(handler);
    try {
      fail("ada", HERE, LoginAttempts.FREE);
      for (int i = 0; i < 100; i++) {
        refusal("ada", HERE);
      }
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(lines).hasSize(1);
  }

  private void fail(String account, String address, int times) {
    for (int i = 0; i < times; i++) {
      attempts.begin(account, address);
    }
  }

  private Duration refusal(String account, String address) {
    AppError refused = catchThrowableOfType(AppError.class, () -> attempts.begin(account, address));
    assertThat(refused).as("refusal").isNotNull();
    assertThat(refused.statusCode()).isEqualTo(429);
    return refused.retryAfter().orElseThrow();
  }

  private void later(Duration time) {
    now.addAndGet(time.toMillis());
  }
}
