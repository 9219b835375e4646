package io.krait.host.internal.groups;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Channel;
import io.krait.api.model.CreateDefaultMembershipParams;
import io.krait.api.model.Group;
import io.krait.api.model.GroupMember;
import io.krait.api.model.GroupSearchOpts;
import io.krait.api.model.GroupSyncable;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.api.model.ViewUsersRestrictions;
import io.krait.host.internal.chat.DirectChannels;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.TestHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {

  private static final Page FIRST = Page.of(0, 60);

  private TestHost host;
  private Groups groups;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, HostHooks.NONE);
    groups =
        Groups.in(
            host.surroundings(),
            host.users(),
            host.teamMembers(),
            host.channels(),
            host.channelMembers());
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void groupIsStoredAsItWasWanted() {
    Group made =
        groups
            .catalogue()
            .create(
                wanted("devs").toBuilder()
                    .description("who develops")
                    .source("ldap")
                    .remoteId("cn=devs")
                    .allowReference(true)
                    .build());

    assertThat(made.description()).isEqualTo("who develops");
    assertThat(made.createAt()).isEqualTo(TestHost.START.toEpochMilli());
    assertThat(groups.catalogue().get(made.id())).isEqualTo(made);
    assertThat(groups.catalogue().byName("devs")).isEqualTo(made);
    assertThat(groups.catalogue().byRemoteId("cn=devs", "ldap")).isEqualTo(made);
    assertThat(groups.catalogue().ofSource("ldap")).containsExactly(made);
    assertThat(groups.catalogue().ofSource("custom")).isEmpty();
  }

  @Test
  void groupThatIsNotValidIsRefused() {
    assertRefused(wanted("With Blanks"));
    assertRefused(wanted("all"));
    assertRefused(wanted("x".repeat(65)));
    assertRefused(wanted("devs").toBuilder().displayName("").build());
    assertRefused(wanted("devs").toBuilder().displayName("x".repeat(129)).build());
    assertRefused(wanted("devs").toBuilder().description("x".repeat(1025)).build());
    assertRefused(wanted("devs").toBuilder().source("elsewhere").build());
    assertRefused(wanted("devs").toBuilder().source("ldap").build());
    assertRefused(wanted("").toBuilder().allowReference(true).build());
  }

  @Test
  void nameIsTakenByAGroupDeletedOrNotAndByAUser() {
    Group made = groups.catalogue().create(wanted("devs"));
    groups.catalogue().delete(made.id());
    host.user("ann");

    assertFails(409, () -> groups.catalogue().create(wanted("devs")));
    assertFails(409, () -> groups.catalogue().create(wanted("ann")));
    groups.catalogue().create(wanted(""));
    groups.catalogue().create(wanted(""));
  }

  @Test
  void idAtASourceIsTakenThereAlone() {
    Group ldap = wanted("devs").toBuilder().source("ldap").remoteId("1").build();
    groups.catalogue().create(ldap);

    assertFails(409, () -> groups.catalogue().create(ldap.toBuilder().name("other").build()));
    groups.catalogue().create(ldap.toBuilder().name("third").source("plugin_x").build());
  }

  @Test
  void updateKeepsSourceAndTimeOfCreation() {
    Group made = groups.catalogue().create(wanted("devs"));
    host.later(Duration.ofSeconds(1));

    Group updated =
        groups
            .catalogue()
            .update(
                made.toBuilder()
                    .displayName("Others")
                    .source("ldap")
                    .createAt(1)
                    .deleteAt(1)
                    .build());

    assertThat(updated)
        .isEqualTo(
            made.toBuilder().displayName("Others").updateAt(host.surroundings().now()).build());
    assertFails(404, () -> groups.catalogue().update(made.toBuilder().id("none").build()));
  }

  @Test
  void deletedGroupComesBackWithItsMembers() {
    Group made = groups.catalogue().create(wanted("devs"));
    User ann = host.user("ann");
    groups.members().put(made.id(), List.of(ann.id()));

    assertThat(groups.catalogue().delete(made.id()).deleteAt()).isPositive();
    assertThat(groups.catalogue().ofUser(ann.id())).isEmpty();
    assertFails(404, () -> groups.catalogue().delete(made.id()));
    assertFails(404, () -> groups.members().put(made.id(), List.of(ann.id())));
    assertThat(groups.catalogue().restore(made.id()).deleteAt()).isZero();
    assertFails(404, () -> groups.catalogue().restore(made.id()));

    assertThat(groups.members().users(made.id(), FIRST)).containsExactly(ann);
    assertThat(groups.catalogue().ofUser(ann.id()))
        .extracting(Group::id)
        .containsExactly(made.id());
  }

  @Test
  void membersComeStayGoAndComeBack() {
    Group made = groups.catalogue().create(wanted("devs"));
    User ann = host.user("ann");
    User bob = host.user("bob");

    List<GroupMember> first = groups.members().put(made.id(), List.of(bob.id(), ann.id()));
    host.later(Duration.ofSeconds(1));

    assertThat(first).extracting(GroupMember::userId).containsExactly(bob.id(), ann.id());
    assertThat(groups.members().put(made.id(), List.of(bob.id(), ann.id()))).isEqualTo(first);
    assertThat(groups.members().users(made.id(), FIRST)).containsExactly(ann, bob);
    assertThat(groups.members().users(made.id(), Page.of(1, 1))).containsExactly(bob);
    assertThat(groups.members().remove(made.id(), ann.id()).deleteAt()).isPositive();
    assertFails(404, () -> groups.members().remove(made.id(), ann.id()));
    assertThat(groups.members().put(made.id(), List.of(ann.id())).get(0).createAt())
        .isEqualTo(host.surroundings().now());
    host.users().setActive(bob.id(), false);
    assertThat(groups.members().users(made.id(), FIRST))
        .extracting(User::id)
        .containsExactly(ann.id());
  }

  @Test
  void membersAreMadeAllOrNone() {
    Group made = groups.catalogue().create(wanted("devs"));
    User ann = host.user("ann");

    assertFails(404, () -> groups.members().put(made.id(), List.of(ann.id(), "none")));

    assertThat(groups.members().users(made.id(), FIRST)).isEmpty();
    assertFails(404, () -> groups.members().users("none", FIRST));
  }

  @Test
  void groupsAreListedAsTheyAreAskedFor() {
    Group devs = groups.catalogue().create(wanted("devs").toBuilder().allowReference(true).build());
    Group ops = groups.catalogue().create(wanted("ops").toBuilder().displayName("All").build());
    Group gone = groups.catalogue().create(wanted("gone"));
    groups.catalogue().delete(gone.id());
    Team team = host.team("alpha");
    User ann = host.user("ann");
    host.teamMembers().add(team.id(), ann.id(), "");
    groups.members().put(ops.id(), List.of(ann.id()));

    assertThat(listed(GroupSearchOpts.builder().build())).containsExactly("ops", "devs");
    assertThat(listed(GroupSearchOpts.builder().q("DEV").build())).containsExactly("devs");
    assertThat(listed(GroupSearchOpts.builder().q("%").build())).isEmpty();
    assertThat(listed(GroupSearchOpts.builder().filterAllowReference("true").build()))
        .containsExactly("devs");
    assertThat(listed(GroupSearchOpts.builder().filterArchived(true).build()))
        .containsExactly("gone");
    assertThat(listed(GroupSearchOpts.builder().source("ldap").build())).isEmpty();
    assertThat(listed(GroupSearchOpts.builder().since(String.valueOf(devs.updateAt() + 1)).build()))
        .isEmpty();
    assertFails(400, () -> listed(GroupSearchOpts.builder().since("yesterday").build()));
    assertFails(400, () -> listed(GroupSearchOpts.builder().filterHasMember(true).build()));
    assertThat(
            groups
                .catalogue()
                .list(
                    FIRST,
                    GroupSearchOpts.builder().build(),
                    ViewUsersRestrictions.builder().teams(List.of(team.id())).build()))
        .extracting(Group::name)
        .containsExactly("ops");
    assertThat(
            groups
                .catalogue()
                .list(
                    FIRST,
                    GroupSearchOpts.builder().build(),
                    ViewUsersRestrictions.builder().build()))
        .isEmpty();
  }

  @Test
  void tieIsMadeChangedEndedAndRevived() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");
    GroupSyncable wanted = tie(devs, team.id(), "Team").toBuilder().autoAdd(true).build();

    GroupSyncable made = groups.syncables().put(wanted);

    assertThat(made.autoAdd()).isTrue();
    assertThat(groups.syncables().get(devs.id(), team.id(), "Team")).isEqualTo(made);
    assertThat(groups.syncables().list(devs.id(), "Team")).containsExactly(made);
    assertThat(groups.syncables().list(devs.id(), "Channel")).isEmpty();
    assertThat(
            groups
                .syncables()
                .update(wanted.toBuilder().autoAdd(false).schemeAdmin(true).build())
                .schemeAdmin())
        .isTrue();
    assertThat(groups.syncables().delete(devs.id(), team.id(), "Team").deleteAt()).isPositive();
    assertFails(404, () -> groups.syncables().delete(devs.id(), team.id(), "Team"));
    assertFails(404, () -> groups.syncables().update(wanted));
    assertThat(groups.syncables().put(wanted).deleteAt()).isZero();
  }

  @Test
  void tieToWhatIsNotThereIsRefused() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");

    assertFails(404, () -> groups.syncables().put(tie(devs, "none", "Team")));
    assertFails(404, () -> groups.syncables().put(tie(devs, "none", "Channel")));
    assertFails(400, () -> groups.syncables().put(tie(devs, team.id(), "Group")));
    assertFails(
        404,
        () -> groups.syncables().put(tie(devs.toBuilder().id("x").build(), team.id(), "Team")));
    assertFails(404, () -> groups.syncables().list("none", "Team"));
    assertFails(
        400,
        () ->
            groups
                .syncables()
                .put(
                    tie(
                        devs,
                        new DirectChannels(host.surroundings(), host.users())
                            .ofTwo(host.user("ann").id(), host.user("bob").id())
                            .id(),
                        "Channel")));
  }

  @Test
  void tieToAChannelTiesItsTeamUnlessThatIsForOtherGroups() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");
    Channel channel = host.channel(team, "code");
    groups.syncables().put(tie(devs, channel.id(), "Channel"));
    assertThat(groups.syncables().list(devs.id(), "Team")).hasSize(1);

    Group others = groups.catalogue().create(wanted("others"));
    host.teams().update(team.toBuilder().groupConstrained(true).build());

    assertFails(400, () -> groups.syncables().put(tie(others, channel.id(), "Channel")));
  }

  @Test
  void membersOfGroupsAreBroughtWhereTheTiesAskForIt() {
    Group devs = groups.catalogue().create(wanted("devs"));
    User ann = host.user("ann");
    User bob = host.user("bob");
    groups.members().put(devs.id(), List.of(ann.id(), bob.id()));
    Team team = host.team("alpha");
    Channel code = host.channel(team, "code");
    Channel other = host.channel(team, "other");
    groups
        .syncables()
        .put(tie(devs, team.id(), "Team").toBuilder().autoAdd(true).schemeAdmin(true).build());
    groups.syncables().put(tie(devs, code.id(), "Channel").toBuilder().autoAdd(true).build());
    groups.syncables().put(tie(devs, other.id(), "Channel"));

    groups.memberships().create(everything(0, false));
    groups.memberships().create(everything(0, false));

    assertThat(host.teamMembers().get(team.id(), ann.id()).schemeAdmin()).isTrue();
    assertThat(host.channelMembers().get(code.id(), bob.id()).schemeAdmin()).isFalse();
    assertFails(404, () -> host.channelMembers().get(other.id(), bob.id()));
  }

  @Test
  void onlyWhatHasChangedSinceAMomentCounts() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");
    User ann = host.user("ann");
    User bob = host.user("bob");
    groups.syncables().put(tie(devs, team.id(), "Team").toBuilder().autoAdd(true).build());
    groups.members().put(devs.id(), List.of(ann.id()));
    host.later(Duration.ofSeconds(1));
    groups.members().put(devs.id(), List.of(bob.id()));

    groups.memberships().create(everything(host.surroundings().now(), false));

    assertFails(404, () -> host.teamMembers().get(team.id(), ann.id()));
    assertThat(host.teamMembers().get(team.id(), bob.id()).deleteAt()).isZero();
  }

  @Test
  void whoLeftATeamIsBroughtBackOnlyWhereThatIsAskedFor() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");
    User ann = host.user("ann");
    groups.members().put(devs.id(), List.of(ann.id()));
    Channel code = host.channel(team, "code");
    groups.syncables().put(tie(devs, code.id(), "Channel").toBuilder().autoAdd(true).build());
    groups.memberships().create(everything(0, false));
    host.teamMembers().remove(team.id(), ann.id(), "");

    groups.memberships().create(everything(0, false));
    assertFails(404, () -> host.channelMembers().get(code.id(), ann.id()));
    groups.memberships().create(everything(0, true));
    assertThat(host.channelMembers().get(code.id(), ann.id()).userId()).isEqualTo(ann.id());
  }

  @Test
  void whoIsInNoneOfTheGroupsLosesMembershipOfWhatIsForThemOnly() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");
    Channel code = host.channel(team, "code");
    User ann = host.user("ann");
    User bob = host.user("bob");
    for (User user : List.of(ann, bob)) {
      host.teamMembers().add(team.id(), user.id(), "");
      host.channelMembers().add(code.id(), user.id(), "");
    }
    groups.members().put(devs.id(), List.of(ann.id()));
    groups.syncables().put(tie(devs, code.id(), "Channel"));
    host.channels().update(code.toBuilder().groupConstrained(true).build());

    groups.memberships().deleteConstrained();

    assertThat(host.channelMembers().get(code.id(), ann.id()).userId()).isEqualTo(ann.id());
    assertFails(404, () -> host.channelMembers().get(code.id(), bob.id()));
    assertThat(host.teamMembers().get(team.id(), bob.id()).deleteAt()).isZero();

    host.teams().update(team.toBuilder().groupConstrained(true).build());
    groups.memberships().deleteConstrained();

    assertThat(host.teamMembers().get(team.id(), ann.id()).deleteAt()).isZero();
    assertThat(host.teamMembers().get(team.id(), bob.id()).deleteAt()).isPositive();
  }

  @Test
  void onlyMembersOfTheGroupsJoinWhatIsForThemOnly() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");
    Channel code = host.channel(team, "code");
    User ann = host.user("ann");
    User bob = host.user("bob");
    groups.members().put(devs.id(), List.of(ann.id()));
    groups.syncables().put(tie(devs, code.id(), "Channel"));
    host.teams().update(team.toBuilder().groupConstrained(true).build());
    host.channels().update(code.toBuilder().groupConstrained(true).build());

    host.teamMembers().add(team.id(), ann.id(), "");
    host.channelMembers().add(code.id(), ann.id(), "");

    assertFails(400, () -> host.teamMembers().add(team.id(), bob.id(), ""));
    assertFails(400, () -> host.channelMembers().add(code.id(), bob.id(), ""));
  }

  @Test
  void whoLeftAChannelIsBroughtBackOnlyWhereThatIsAskedFor() {
    Group devs = groups.catalogue().create(wanted("devs"));
    Team team = host.team("alpha");
    User ann = host.user("ann");
    groups.members().put(devs.id(), List.of(ann.id()));
    Channel code = host.channel(team, "code");
    groups.syncables().put(tie(devs, code.id(), "Channel").toBuilder().autoAdd(true).build());
    groups.memberships().create(everything(0, false));
    host.channelMembers().remove(code.id(), ann.id(), "");

    groups.memberships().create(everything(0, false));
    assertFails(404, () -> host.channelMembers().get(code.id(), ann.id()));
    groups.memberships().create(everything(0, true));
    assertThat(host.channelMembers().get(code.id(), ann.id()).userId()).isEqualTo(ann.id());
    host.channelMembers().remove(code.id(), ann.id(), "");
  }

  private static CreateDefaultMembershipParams everything(long since, boolean again) {
    return CreateDefaultMembershipParams.builder()
        .since(since)
        .scopeTeams(true)
        .scopeChannels(true)
        .reAddRemovedMembers(again)
        .build();
  }

  private static GroupSyncable tie(Group group, String id, String type) {
    return GroupSyncable.builder().groupId(group.id()).syncableId(id).syncableType(type).build();
  }

  private void assertRefused(Group wanted) {
    assertFails(400, () -> groups.catalogue().create(wanted));
  }

  private List<String> listed(GroupSearchOpts options) {
    return groups.catalogue().list(FIRST, options, null).stream().map(Group::name).toList();
  }

  private static Group wanted(String name) {
    return Group.builder().name(name).displayName("Group " + name).source("custom").build();
  }
}
