package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.HostSettings;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.TestSettings;
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

  /** How large an uploaded file may be, in bytes. */
  public static final long LARGEST_FILE = 1 << 20;

  private final HostDatabase database;
  private final MovableClock clock = new MovableClock();
  private final Surroundings surroundings;
  private final HostServices services;

  /** Opens what is kept in {@code folder}, and tells {@code hooks} what happens. */
  public TestHost(Path folder, HostHooks hooks) {
    this(TestSettings.onTestedDatabase(folder, false), hooks);
  }

  /** Opens what these settings name, and tells {@code hooks} what happens. */
  public TestHost(HostSettings settings, HostHooks hooks) {
    database = new HostDatabase(settings);
    surroundings =
        new Surroundings(
            database.database(), database.files(), clock, new Ids(), new Json(), hooks);
    // The cheapest hash there is: its cost is not what is tested.
    services = HostServices.in(surroundings, new Passwords(8, 1));
  }

  /** Lets time pass. */
  public void later(Duration time) {
    clock.now = clock.now.plus(time);
  }

  /** What services work with. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** All services. */
  public HostServices services() {
    return services;
  }

  /** The users. */
  public Users users() {
    return services.users();
  }

  /** How users log in. */
  public Logins logins() {
    return services.logins();
  }

  /** What finds users. */
  public UserSearch userSearch() {
    return services.userSearch();
  }

  /** The teams. */
  public Teams teams() {
    return services.teams();
  }

  /** The channels. */
  public Channels channels() {
    return services.channels();
  }

  /** The members of teams. */
  public TeamMembers teamMembers() {
    return services.teamMembers();
  }

  /** The members of channels. */
  public ChannelMembers channelMembers() {
    return services.channelMembers();
  }

  /** A new open team of this name. */
  public Team team(String name) {
    return services.teams().create(Team.builder().name(name).displayName(name).build());
  }

  /** A new open channel of this name. */
  public Channel channel(Team team, String name) {
    return services
        .channels()
        .create(Channel.builder().teamId(team.id()).name(name).displayName(name).build());
  }

  /** A new user of this name. */
  public User user(String name) {
    return services.users().create(wanted(name));
  }

  /** The first administrator. */
  public User administrator(String name) {
    return services.users().createFirst(wanted(name));
  }

  private static User wanted(String name) {
    return User.builder()
        .username(name)
        .email(name + "@example.com")
        .password("correct horse")
        .build();
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
