package io.krait.host.internal.plugin;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.krait.api.PluginApi;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.api.model.WebsocketBroadcast;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import io.krait.hostkit.testing.FakeHostedPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients are sent because a plugin wants it is no more than they can bear. */
class PluginTellsTooMuchTest {

  private static final int MEBIBYTE = 1 << 20;

  @AutoClose private TestHost host;
  private PluginApi api;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, HostHooks.NONE);
    api =
        new WholeApi(host.surroundings(), new DispatchedHooks())
            .of(new FakeHostedPlugin("one", folder.resolve("one"), Map.of()));
  }

  @Test
  void anEventIsRefusedThatIsLargerThanAMebibyte() {
    String half = "x".repeat(MEBIBYTE / 2);

    assertThatCode(() -> api.publishWebSocketEvent("large", Map.of("a", half), null))
        .doesNotThrowAnyException();
    assertFails(
        413, () -> api.publishWebSocketEvent("large", Map.of("a", List.of(half, half)), null));
  }

  @Test
  void anEventIsRefusedThatLeavesOutMoreUsersThanAnEventMayNameToClients() {
    List<String> many = IntStream.range(0, MEBIBYTE / 8).mapToObj(i -> "user" + i).toList();

    assertFails(
        413,
        () ->
            api.publishWebSocketEvent(
                "large", Map.of(), WebsocketBroadcast.builder().omitUsers(many).build()));
  }

  @Test
  void anEventIsRefusedThatHasALongName() {
    assertFails(400, () -> api.publishWebSocketEvent("x".repeat(257), Map.of(), null));
  }

  @Test
  void aPostForOneUserAloneIsNoLongerThanOthers() {
    User ada = host.user("ada");
    Channel channel = host.channel(host.team("crew"), "deck");
    Post psst = Post.builder().userId(ada.id()).channelId(channel.id()).message("psst").build();
    Post longer = psst.toBuilder().message("x".repeat(16_384)).build();
    Post richer = psst.toBuilder().props(Map.of("x", "x".repeat(800_000))).build();

    assertFails(400, () -> api.sendEphemeralPost(ada.id(), longer));
    assertFails(400, () -> api.updateEphemeralPost(ada.id(), richer));
  }
}
