package io.krait.host.internal.commands;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.krait.api.model.Channel;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlashCommandsTest {

  @AutoClose private TestHost host;
  private HostServices services;
  private SlashCommands commands;
  private Team team;
  private Channel channel;
  private User ann;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, HostHooks.NONE);
    services = host.services();
    commands = new SlashCommands(services, new DispatchedHooks());
    team = host.team("home");
    ann = host.user("ann");
    host.teamMembers().add(team.id(), ann.id(), "");
    channel = host.channel(team, "tea");
    host.channelMembers().add(channel.id(), ann.id(), "");
  }

  @Test
  void theHostsOwnCommandsDoWhatTheySay() {
    assertThat(run("/shrug no idea").text()).startsWith("no idea ").contains("\u30c4");
    assertThat(run("/me waves").type()).isEqualTo("me");
    run("/away");
    assertThat(services.statuses().get(ann.id()).status()).isEqualTo("away");
    run("/header Milk first?");
    assertThat(services.channels().get(channel.id()).header()).isEqualTo("Milk first?");
    run("/leave");
    assertFails(404, () -> services.channelMembers().get(channel.id(), ann.id()));
    run("/join ~tea");
    assertThat(services.channelMembers().get(channel.id(), ann.id()).userId()).isEqualTo(ann.id());
  }

  @Test
  void aMessageIsSentToAnotherUser() {
    User ben = host.user("ben");

    CommandResponse answer = run("/msg @ben hello");

    assertThat(answer.gotoLocation()).endsWith("/messages/@ben");
    Channel direct = services.directChannels().ofTwo(ann.id(), ben.id());
    assertThat(services.postLists().inChannel(direct.id(), Page.of(0, 10)).posts().values())
        .extracting(post -> post.message())
        .contains("hello");
  }

  @Test
  void whoMayNotChangeAChannelCannotDoSoByACommand() {
    User outsider = host.user("cat");

    assertFails(
        403,
        () ->
            commands.run(
                CommandArgs.builder()
                    .userId(outsider.id())
                    .channelId(channel.id())
                    .command("/header Hacked")
                    .build()));
    assertThat(services.channels().get(channel.id()).header()).isEmpty();
  }

  @Test
  void listsHaveTheHostsOwnCommandsAndThoseOfProgramsElsewhere() {
    Command made = services.customCommands().create(command("weather", "https://example.com"), "");

    assertThat(made.token()).hasSize(26);
    assertThat(commands.builtIn()).extracting(Command::trigger).contains("shrug", "invite");
    assertThat(commands.all(team.id())).extracting(Command::trigger).contains("me", "weather");
    assertFails(
        409, () -> services.customCommands().create(command("Weather", "https://a.com"), ""));
    assertFails(400, () -> services.customCommands().create(command("a b", "https://a.com"), ""));
    assertFails(400, () -> services.customCommands().create(command("ab", "ftp://a.com"), ""));
    Command changed =
        services.customCommands().update(made.id(), command("rain", "https://example.com/2"));
    assertThat(changed.token()).isEqualTo(made.token());
    services.customCommands().delete(made.id());
    assertFails(404, () -> services.customCommands().get(made.id()));
    assertFails(404, () -> commands.run(arguments("/rain")));
  }

  @Test
  void aProgramElsewhereAnswersACommandWhereItsAddressMayBeAsked() throws Exception {
    AtomicReference<String> asked = new AtomicReference<>("");
    HttpServer program =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/",
        exchange -> {
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer =
              "{\"response_type\":\"in_channel\",\"text\":\"sunny\"}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    program.start();
    try {
      String url = "http://127.0.0.1:" + program.getAddress().getPort() + "/";
      Command made = services.customCommands().create(command("weather", url), "");
      assertFails(400, () -> run("/weather here"));

      services
          .configuration()
          .save(
              Map.of(
                  "ServiceSettings",
                  Map.of("AllowedUntrustedInternalConnections", "127.0.0.1 localhost")));

      assertThat(run("/weather over there").text()).isEqualTo("sunny");
      assertThat(asked.get())
          .contains(
              "token=" + made.token(), "text=over+there", "user_name=ann", "team_domain=home");
    } finally {
      program.stop(0);
    }
  }

  private Command command(String trigger, String url) {
    return Command.builder().teamId(team.id()).trigger(trigger).url(url).method("P").build();
  }

  private CommandArgs arguments(String line) {
    return CommandArgs.builder()
        .userId(ann.id())
        .channelId(channel.id())
        .teamId(team.id())
        .command(line)
        .build();
  }

  private CommandResponse run(String line) {
    return commands.run(arguments(line)).await().orElseThrow();
  }
}
