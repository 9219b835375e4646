package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.TestConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The host's services on a real database, with a clock that stands still until it is moved. */
public final class TestHost implements AutoCloseable {

  /** As good as any other moment. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final HostDatabase database;
  private final MovableClock clock = new MovableClock();
  private final Surroundings surroundings;
  private final Users users;

  /** Opens what is kept in {@code folder}, and tells {@code hooks} what happens. */
  public TestHost(Path folder, HostHooks hooks) {
    database = new HostDatabase(TestConfiguration.in(folder));
    surroundings = new Surroundings(database.database(), clock, new Ids(), new Json(), hooks);
    // The cheapest hash there is: its cost is not what is tested.
    users = new Users(surroundings, new Passwords(8, 1));
  }

  /** Lets time pass. */
  public void later(Duration time) {
    clock.now = clock.now.plus(time);
  }

  /** What services work with. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** The users. */
  public Users users() {
    return users;
  }

  /** A new user of this name. */
  public User user(String name) {
    return users.create(
        User.builder()
            .username(name)
            .email(name + "@example.com")
            .password("correct horse")
            .build());
  }

  /** Asserts that a call fails with this status; more can be asserted of the error. */
  public static AbstractThrowableAssert<?, ?> assertFails(int status, ThrowingCallable call) {
    return Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              Assertions.assertThat(error.statusCode()).isEqualTo(status);
              Assertions.assertThat(error.id()).isNotEmpty();
            });
  }

  @Override
  public void close() {
    database.close();
  }

  private static final class MovableClock implements InstantSource {
    private volatile Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }
  }
}
