package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.START;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Post;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.User;
import io.krait.api.model.UserGetOptions;
import io.krait.host.internal.hooks.Asked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsAndChannelsTest {

  @TempDir Path folder;

  private boolean refusing;
  private final List<String> told = new ArrayList<>();
  private final HostHooks hooks =
      new HostHooks() {
        @Override
        public void userHasJoinedTeam(TeamMember member, @Nullable User actor) {
          told.add("joined team" + by(actor));
        }

        @Override
        public Asked<Post> messageWillBePosted(Post post) {
          return refusing
              ? new Asked<>(CompletableFuture.failedStage(AppError.of("rejected", "not that", 400)))
              : Asked.nobody(post);
        }

        @Override
        public void userHasLeftTeam(TeamMember member, @Nullable User actor) {
          told.add("left team" + by(actor));
        }

        @Override
        public void channelHasBeenCreated(Channel channel) {
          told.add("created " + channel.type() + " " + channel.name());
        }

        @Override
        public void messageHasBeenPosted(Post post) {
          told.add("said " + post.type());
        }

        @Override
        public void userHasJoinedChannel(ChannelMember member, @Nullable User actor) {
          told.add("joined channel" + by(actor));
        }

        @Override
        public void userHasLeftChannel(ChannelMember member, @Nullable User actor) {
          told.add("left channel" + by(actor));
        }

        private String by(@Nullable User actor) {
          return actor == null ? "" : " by " + actor.username();
        }
      };
  @AutoClose private TestHost host;
  private Teams teams;
  private TeamMembers teamMembers;
  private Channels channels;
  private ChannelMembers channelMembers;
  private DirectChannels directChannels;

  @BeforeEach
  void open() {
    host = new TestHost(folder, hooks);
    teams = host.teams();
    teamMembers = host.teamMembers();
    channels = host.channels();
    channelMembers = host.channelMembers();
    directChannels = host.services().directChannels();
  }

  @Test
  void aTeamAndItsUsualChannelsAreThereAfterReopening() {
    Team team = host.team("red");
    assertThat(team.createAt()).isEqualTo(START.toEpochMilli());

    host.close();
    open();

    assertThat(teams.get(team.id())).isEqualTo(team);
    assertThat(teams.byName("red")).isEqualTo(team);
    assertThat(channels.open(team.id(), Page.of(0, 0)))
        .extracting(Channel::name)
        .containsExactly("off-topic", "town-square");
  }

  @Test
  void teamsThatBreakTheRulesAreRefused() {
    Team good = Team.builder().name("good").displayName("Good").build();

    assertFails(400, () -> teams.create(good.toBuilder().name("No Good").build()));
    assertFails(400, () -> teams.create(good.toBuilder().displayName(" ").build()));
    assertFails(400, () -> teams.create(good.toBuilder().description("x".repeat(256)).build()));
    Team team = teams.create(good);
    teams.archive(team.id());
    assertFails(409, () -> teams.create(good));
    assertFails(400, () -> teams.update(team.toBuilder().displayName("").build()));
    assertFails(404, () -> teams.update(team.toBuilder().id("nothing").build()));
    assertFails(404, () -> teams.get("nothing"));
    assertFails(404, () -> teams.byName("nothing"));
    assertFails(404, () -> teams.archive("nothing"));
    assertFails(404, () -> teamMembers.stats("nothing"));
  }

  @Test
  void teamsAreListedSearchedAndUpdated() {
    Team red = host.team("red");
    Team blue = host.team("blue");
    Team updated =
        teams.update(
            red.toBuilder().displayName("Crimson").name("other").allowOpenInvite(true).build());
    teams.archive(blue.id());

    assertThat(updated.name()).isEqualTo("red");
    assertThat(updated.allowOpenInvite()).isTrue();
    assertThat(teams.all()).extracting(Team::displayName).containsExactly("Crimson", "blue");
    assertThat(teams.search("RIMS")).containsExactly(updated);
    assertThat(teams.search("blue")).isEmpty();
    assertThat(teams.search("")).containsExactly(updated);
  }

  @Test
  void membersComeGoAndComeBack() {
    User ada = host.user("ada");
    User bob = host.user("bob");
    Team team = host.team("red");

    TeamMember member = teamMembers.add(team.id(), bob.id(), ada.id());
    assertThat(member.roles()).isEqualTo("team_user");
    assertThat(teamMembers.add(team.id(), bob.id(), "")).isEqualTo(member);
    assertThat(teams.ofUser(bob.id())).containsExactly(team);
    assertThat(channels.ofUser(team.id(), bob.id(), false)).hasSize(2);
    assertThat(host.userSearch().list(UserGetOptions.builder().inTeamId(team.id()).build()))
        .containsExactly(bob);
    assertThat(host.userSearch().list(UserGetOptions.builder().notInTeamId(team.id()).build()))
        .containsExactly(ada);

    teamMembers.remove(team.id(), bob.id(), "");
    assertThat(teamMembers.get(team.id(), bob.id()).deleteAt()).isEqualTo(START.toEpochMilli());
    assertThat(teamMembers.list(team.id(), Page.of(0, 0))).isEmpty();
    assertThat(channels.ofUser(team.id(), bob.id(), false)).isEmpty();
    assertFails(404, () -> teamMembers.remove(team.id(), bob.id(), ""));

    teamMembers.add(team.id(), bob.id(), "");
    assertThat(teamMembers.ofUser(bob.id(), Page.of(0, 0))).hasSize(1);
    assertThat(told)
        .containsExactly(
            "created OPEN town-square",
            "created OPEN off-topic",
            "joined team by ada",
            "joined channel by ada",
            "joined channel by ada",
            "said system_add_to_team",
            "said system_add_to_channel",
            "left channel",
            "left channel",
            "left team",
            "said system_remove_from_team",
            "joined team",
            "joined channel",
            "joined channel",
            "said system_join_team",
            "said system_join_channel");
  }

  @Test
  void membershipsFailAsTheContractHasIt() {
    User ada = host.user("ada");
    Team team = host.team("red");
    Team closed =
        teams.create(
            Team.builder().name("closed").displayName("c").allowedDomains("example.org").build());

    assertFails(404, () -> teamMembers.add("nothing", ada.id(), ""));
    assertFails(404, () -> teamMembers.add(team.id(), "nobody", ""));
    assertFails(400, () -> teamMembers.add(closed.id(), ada.id(), ""));
    assertFails(404, () -> teamMembers.get(team.id(), ada.id()));
    assertFails(404, () -> teamMembers.setRoles(team.id(), ada.id(), "team_admin"));
    assertFails(404, () -> teamMembers.addAll(team.id(), List.of(ada.id(), "nobody"), ""));
    assertThat(teamMembers.stats(team.id()).totalMemberCount()).isEqualTo(1);
    assertThat(teamMembers.addGracefully(team.id(), List.of("nobody", ada.id()), ""))
        .satisfiesExactly(
            first -> assertThat(first.error().orElseThrow().statusCode()).isEqualTo(404),
            second -> assertThat(second.member()).isPresent());
    assertFails(404, () -> teamMembers.addGracefully("nothing", List.of(), ""));

    assertThat(teamMembers.setRoles(team.id(), ada.id(), "team_user team_admin").schemeAdmin())
        .isTrue();
    assertFails(400, () -> teamMembers.setRoles(team.id(), ada.id(), "system_admin"));
    host.users().setActive(ada.id(), false);
    assertThat(teamMembers.stats(team.id()).activeMemberCount()).isZero();
  }

  @Test
  void aChannelIsStoredAndThereAfterReopening() {
    Team team = host.team("red");
    Channel channel =
        channels.create(
            Channel.builder()
                .teamId(team.id())
                .name("plans")
                .displayName("Plans")
                .type(ChannelType.PRIVATE)
                .props(Map.of("nested", Map.of("list", List.of(1L, true, "x"))))
                .build());

    host.close();
    open();

    assertThat(channels.get(channel.id())).isEqualTo(channel);
    assertThat(channels.byName(team.id(), "plans", false)).isEqualTo(channel);
    assertThat(told).endsWith("created PRIVATE plans");
  }

  @Test
  void channelsThatBreakTheRulesAreRefused() {
    Team team = host.team("red");
    Channel good = Channel.builder().teamId(team.id()).name("good").displayName("Good").build();

    assertFails(400, () -> channels.create(good.toBuilder().name("No Good").build()));
    assertFails(400, () -> channels.create(good.toBuilder().displayName("").build()));
    assertFails(400, () -> channels.create(good.toBuilder().type(ChannelType.DIRECT).build()));
    assertFails(404, () -> channels.create(good.toBuilder().teamId("nothing").build()));
    Channel channel = channels.create(good);
    channels.archive(channel.id());
    assertFails(400, () -> channels.archive(channel.id()));
    assertFails(409, () -> channels.create(good));
    assertFails(404, () -> channels.byName(team.id(), "good", false));
    assertThat(channels.byName(team.id(), "good", true).deleteAt()).isPositive();
    String usual = channels.byName(team.id(), "town-square", false).id();
    assertFails(400, () -> channels.archive(usual));
    assertFails(404, () -> channels.archive("nothing"));
    assertFails(404, () -> channels.stats("nothing"));
    assertFails(409, () -> channels.update(channel.toBuilder().name("town-square").build()));
    assertFails(400, () -> channels.update(channel.toBuilder().name("Not Good").build()));
    assertFails(404, () -> channels.update(channel.toBuilder().id("nothing").build()));
    assertThat(channels.update(channel.toBuilder().header("Hello").build()).header())
        .isEqualTo("Hello");
  }

  @Test
  void directAndGroupChannelsAreTheSameWhoeverAsks() {
    User ada = host.user("ada");
    User bob = host.user("bob");
    User cyd = host.user("cyd");

    Channel direct = directChannels.ofTwo(ada.id(), bob.id());
    assertThat(directChannels.ofTwo(bob.id(), ada.id())).isEqualTo(direct);
    assertThat(direct.name()).contains("__");
    assertThat(channelMembers.list(direct.id(), Page.of(0, 0))).hasSize(2);
    Channel alone = directChannels.ofTwo(ada.id(), ada.id());
    assertThat(channelMembers.list(alone.id(), Page.of(0, 0))).hasSize(1);
    Channel group = directChannels.ofSome(List.of(ada.id(), bob.id(), cyd.id()));
    assertThat(directChannels.ofSome(List.of(cyd.id(), bob.id(), ada.id(), ada.id())))
        .isEqualTo(group);
    assertThat(group.displayName()).isEqualTo("ada, bob, cyd");

    assertFails(404, () -> directChannels.ofTwo(ada.id(), "nobody"));
    assertFails(400, () -> directChannels.ofSome(List.of(ada.id(), bob.id())));
    assertFails(400, () -> directChannels.ofSome(List.of(ada.id(), bob.id(), "nobody")));
    assertFails(400, () -> channelMembers.add(group.id(), ada.id(), ""));
    assertFails(400, () -> channelMembers.remove(direct.id(), ada.id(), ""));
    assertThat(channels.byName("", direct.name(), false)).isEqualTo(direct);
    assertThat(told)
        .containsExactly(
            "created DIRECT " + direct.name(),
            "created DIRECT " + alone.name(),
            "created GROUP " + group.name());
  }

  @Test
  void channelMembersComeAndGo() {
    User ada = host.user("ada");
    User bob = host.user("bob");
    Team team = host.team("red");
    Channel channel = host.channel(team, "plans");
    assertFails(400, () -> channelMembers.add(channel.id(), bob.id(), ""));
    teamMembers.add(team.id(), bob.id(), "");
    told.clear();

    ChannelMember member = channelMembers.add(channel.id(), bob.id(), ada.id());
    assertThat(channelMembers.add(channel.id(), bob.id(), "")).isEqualTo(member);
    assertThat(channelMembers.get(channel.id(), bob.id())).isEqualTo(member);
    assertThat(channelMembers.byIds(channel.id(), List.of("nobody", bob.id())))
        .containsExactly(member);
    assertThat(channelMembers.ofUser(team.id(), bob.id(), Page.of(0, 0))).hasSize(3);
    assertThat(channels.stats(channel.id()).memberCount()).isEqualTo(1);
    assertThat(host.userSearch().inChannel(channel.id(), "status", Page.of(0, 0)))
        .containsExactly(bob);
    assertThat(channelMembers.setRoles(channel.id(), bob.id(), "channel_admin").schemeAdmin())
        .isTrue();
    assertFails(400, () -> channelMembers.setRoles(channel.id(), bob.id(), "team_admin"));
    assertThat(
            channelMembers
                .setNotifications(channel.id(), bob.id(), Map.of("desktop", "none"))
                .notifyProps())
        .containsEntry("desktop", "none")
        .containsEntry("push", "default");
    assertFails(
        400,
        () -> channelMembers.setNotifications(channel.id(), bob.id(), Map.of("desktop", "loud")));

    channelMembers.remove(channel.id(), bob.id(), "");
    assertFails(404, () -> channelMembers.remove(channel.id(), bob.id(), ""));
    assertFails(404, () -> channelMembers.get(channel.id(), bob.id()));
    assertFails(404, () -> channelMembers.add("nothing", bob.id(), ""));
    assertFails(404, () -> channelMembers.add(channel.id(), "nobody", ""));
    String usual = channels.byName(team.id(), "town-square", false).id();
    assertFails(400, () -> channelMembers.remove(usual, bob.id(), ""));
    assertThat(told)
        .containsExactly(
            "joined channel by ada",
            "said system_add_to_channel",
            "left channel",
            "said system_leave_channel");
  }

  @Test
  void whatUsersDoToAChannelIsSaidInIt() {
    User ada = host.user("ada");
    Channel channel = host.channel(host.team("red"), "plans");
    told.clear();

    channels.update(
        channel.toBuilder().header("New").purpose("Why").displayName("Plan").build(), ada.id());
    channels.update(channel.toBuilder().displayName("Plan").header("").build(), ada.id());
    channels.update(channel.toBuilder().displayName("Other").build());
    channels.archive(channel.id(), ada.id());
    assertFails(400, () -> channels.archive(channel.id(), ada.id()));
    channels.restore(channel.id(), ada.id());
    assertFails(400, () -> channels.restore(channel.id(), ada.id()));

    assertThat(told)
        .containsExactly(
            "said system_displayname_change",
            "said system_header_change",
            "said system_purpose_change",
            "said system_header_change",
            "said system_purpose_change",
            "said system_channel_deleted",
            "said system_channel_restored");
    Post header =
        host.services().postLists().inChannel(channel.id(), Page.of(0, 0)).posts().values().stream()
            .filter(post -> post.type().equals("system_header_change"))
            .filter(post -> "".equals(post.props().get("old_header")))
            .findFirst()
            .orElseThrow();
    assertThat(header.userId()).isEqualTo(ada.id());
    assertThat(header.props())
        .isEqualTo(Map.of("username", "ada", "old_header", "", "new_header", "New"));
    assertThat(channels.get(channel.id()).totalMsgCount()).isZero();
  }

  @Test
  void anArrivalIsNoLessOneWhenPluginsDoNotLetTheServerSayIt() {
    User ada = host.user("ada");
    Team team = host.team("red");
    refusing = true;
    told.clear();

    teamMembers.add(team.id(), ada.id(), "");

    assertThat(told).containsExactly("joined team", "joined channel", "joined channel");
    assertThat(channels.ofUser(team.id(), ada.id(), false)).hasSize(2);
  }

  @Test
  void channelsAreFoundByTheBeginningOfWords() {
    Team team = host.team("red");
    Channel channel =
        channels.create(
            Channel.builder()
                .teamId(team.id())
                .name("x-1")
                .displayName("Great Plans")
                .purpose("To wonder")
                .build());

    assertThat(channels.search(team.id(), "PLAN")).containsExactly(channel);
    assertThat(channels.search(team.id(), "wond")).containsExactly(channel);
    assertThat(channels.search(team.id(), "lans")).isEmpty();
    assertThat(channels.search(team.id(), "")).hasSize(3);
  }
}
