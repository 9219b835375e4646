package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.model.Channel;
import io.krait.api.model.Preference;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.plugin.HostServices;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits are counted in characters, and each text that keeps to its limit can be kept. */
class TextLengthsTest {

  private static final String EMOJI = "\ud83d\udc0d";

  @TempDir Path folder;
  private TestHost host;
  private HostServices services;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    services = HostServices.in(host.surroundings(), new Passwords(8, 1));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void keysOfPlugins() {
    String key = EMOJI.repeat(150);
    Bytes value = Bytes.copyOf(new byte[] {1});
    services.entries().set("com.example.counter", key, value, 0);

    assertThat(services.entries().get("com.example.counter", key)).isEqualTo(value);
    assertThat(services.entries().keys("com.example.counter", 0, 10)).containsExactly(key);
  }

  @Test
  void teams() {
    Team team =
        Team.builder()
            .name("crew")
            .displayName(EMOJI.repeat(64))
            .description(EMOJI.repeat(255))
            .companyName(EMOJI.repeat(64))
            .build();

    assertThat(services.teams().create(team).displayName()).isEqualTo(EMOJI.repeat(64));
    assertFails(
        400,
        () ->
            services
                .teams()
                .create(team.toBuilder().name("other").displayName(EMOJI.repeat(65)).build()));
  }

  @Test
  void channels() {
    Channel channel =
        Channel.builder()
            .teamId(host.team("crew").id())
            .name("deck")
            .displayName(EMOJI.repeat(64))
            .header(EMOJI.repeat(1024))
            .purpose(EMOJI.repeat(250))
            .build();

    assertThat(services.channels().create(channel).purpose()).isEqualTo(EMOJI.repeat(250));
    assertFails(
        400,
        () ->
            services
                .channels()
                .create(channel.toBuilder().name("other").purpose(EMOJI.repeat(251)).build()));
  }

  @Test
  void users() {
    User user = host.user("ada");
    User renamed =
        services
            .users()
            .update(
                user.toBuilder()
                    .nickname(EMOJI.repeat(64))
                    .firstName(EMOJI.repeat(64))
                    .lastName(EMOJI.repeat(64))
                    .position(EMOJI.repeat(128))
                    .build());

    assertThat(renamed.position()).isEqualTo(EMOJI.repeat(128));
    assertFails(
        400, () -> services.users().update(renamed.toBuilder().nickname(EMOJI.repeat(65)).build()));
  }

  @Test
  void preferences() {
    String user = host.user("ada").id();
    Preference preference =
        Preference.builder()
            .userId(user)
            .category(EMOJI.repeat(32))
            .name(EMOJI.repeat(32))
            .value(EMOJI.repeat(20000))
            .build();
    services.preferences().put(user, List.of(preference));

    assertThat(services.preferences().get(user, EMOJI.repeat(32), EMOJI.repeat(32)).value())
        .hasSize(40000);
    assertFails(
        400,
        () ->
            services
                .preferences()
                .put(user, List.of(preference.toBuilder().value(EMOJI.repeat(20001)).build())));
  }
}
