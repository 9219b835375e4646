package io.krait.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

  private static final String ADDRESS = "192.0.2.1";

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final WrongPasswords passwords =
      new WrongPasswords(3, Duration.ofSeconds(60), clock::get);

  @Test
  void addressWaitsLongerEachTime() {
    assertThat(guess("a")).isTrue();
    assertThat(guess("b")).isTrue();
    assertThat(guess("c")).isTrue();
    assertThat(guess("d")).as("at once").isFalse();

    for (long wait : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      pass(Duration.ofSeconds(wait).minusMillis(1));
      assertThat(guess("early")).as("before %d s", wait).isFalse();
      pass(Duration.ofMillis(1));
      assertThat(guess("in time, " + clock)).as("after %d s", wait).isTrue();
    }
  }

  @Test
  void manyAtOnceAreNoMoreThanOneAfterTheOther() {
    int heard = 0;
    for (int i = 0; i < 300; i++) {
      heard += passwords.begin(ADDRESS, "guess " + i).isEmpty() ? 1 : 0;
    }

    assertThat(heard).isEqualTo(3);
  }

  @Test
  void othersAreNotHeldUp() {
    for (int i = 0; i < 10; i++) {
      guess("guess " + i);
    }

    assertThat(passwords.begin("192.0.2.2", "right")).isEmpty();
  }

  @Test
  void whatWasRightIsLetThroughFromTheSameAddress() {
    assertThat(passwords.begin(ADDRESS, "right")).isEmpty();
    passwords.end(ADDRESS, "right", true);
    for (int i = 0; i < 10; i++) {
      guess("guess " + i);
    }

    assertThat(guess("another")).isFalse();
    assertThat(passwords.begin(ADDRESS, "right")).isEmpty();
  }

  @Test
  void aPasswordThatWasChangedIsNotRightAnyMore() {
    passwords.begin(ADDRESS, "old");
    passwords.end(ADDRESS, "old", true);

    for (int i = 0; i < 10; i++) {
      assertThat(guess("old")).as("the same again, which is no guess").isTrue();
    }

    assertThat(guess("b")).isTrue();
    assertThat(guess("c")).isTrue();
    assertThat(guess("d")).isFalse();
  }

  @Test
  void aRightOneForgivesAll() {
    guess("a");
    guess("b");
    passwords.begin(ADDRESS, "right");
    passwords.end(ADDRESS, "right", true);

    assertThat(guess("c")).isTrue();
    assertThat(guess("d")).isTrue();
    assertThat(guess("e")).isTrue();
    assertThat(guess("f")).isFalse();
  }

  @Test
  void itIsForgottenAfterAWhile() {
    for (int i = 0; i < 10; i++) {
      guess("guess " + i);
    }
    pass(Duration.ofSeconds(121));

    assertThat(guess("a")).isTrue();
    assertThat(guess("b")).isTrue();
  }

  @Test
  void aNetworkOfVersion6IsOneAddress() {
    for (int i = 0; i < 3; i++) {
      String address = "2001:db8:1:2::" + i;
      assertThat(passwords.begin(address, "guess " + i)).isEmpty();
      passwords.end(address, "guess " + i, false);
    }

    assertThat(passwords.begin("2001:db8:1:2:ffff::1", "guess")).isPresent();
    assertThat(passwords.begin("2001:db8:1:3::1", "guess")).isEmpty();
  }

  @Test
  void theFirstWaitIsToldOnce() {
    int told = 0;
    for (int i = 0; i < 20; i++) {
      pass(Duration.ofSeconds(60));
      if (passwords.begin(ADDRESS, "guess " + i).isEmpty()) {
        told += passwords.end(ADDRESS, "guess " + i, false).firstWait() ? 1 : 0;
      }
    }

    assertThat(told).isEqualTo(1);
  }

  /** Whether a wrong password was heard. */
  private boolean guess(String password) {
    boolean heard = passwords.begin(ADDRESS, password).isEmpty();
    if (heard) {
      passwords.end(ADDRESS, password, false);
    }
    return heard;
  }

  private void pass(Duration time) {
    clock.addAndGet(TimeUnit.NANOSECONDS.convert(time));
  }
}
