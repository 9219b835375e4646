package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Channel;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.plugin.HostServices;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private HostServices services;
  private User ada;
  private Team team;
  private Channel channel;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    services = HostServices.in(host.surroundings(), new Passwords(8, 1));
    ada = host.user("ada");
    team = host.team("team");
    channel = host.channel(team, "town");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create_direct_channel",
        "manage_team",
        "sysconsole_read_about_edition_and_license",
        "sysconsole_write_site_ip_filters",
        "playbook_public_create",
        "run_view",
        "create_custom_group",
        "manage_incoming_webhooks",
        "remove_others_reactions",
        "manage_shared_channels"
      })
  void anAdministratorMayDoEverythingThatThereIs(String permission) {
    User admin = host.administrator("admin");

    assertThat(services.permissions().onServer(admin.id(), permission)).isTrue();
    assertThat(services.permissions().inTeam(admin.id(), team.id(), permission)).isTrue();
    assertThat(services.permissions().inChannel(admin.id(), channel.id(), permission)).isTrue();
    assertThat(services.roles().grant(List.of("system_admin"), permission)).isTrue();
  }

  @Test
  void whatNobodyKnowsIsGrantedToNobody() {
    User admin = host.administrator("admin");

    assertThat(services.permissions().onServer(admin.id(), "fly")).isFalse();
    assertThat(services.roles().grant(List.of("system_admin"), "*")).isFalse();
    assertThat(services.roles().grant(List.of("no_such_role"), "create_post")).isFalse();
    assertThat(services.roles().grant(List.of(), "create_post")).isFalse();
  }

  @Test
  void rolesForPartsOfTheAdministrationGrantThoseParts() {
    assertThat(
            services.roles().grant(List.of("system_manager"), "sysconsole_write_environment_smtp"))
        .isTrue();
    assertThat(services.roles().grant(List.of("system_manager"), "test_email")).isTrue();
    assertThat(
            services
                .roles()
                .grant(List.of("system_read_only_admin"), "sysconsole_write_environment_smtp"))
        .isFalse();
    assertThat(
            services
                .roles()
                .grant(List.of("system_user_manager"), "sysconsole_write_user_management_teams"))
        .isTrue();
    assertThat(services.roles().grant(List.of("system_manager"), "manage_system")).isFalse();
  }

  @Test
  void aChangedRoleHoldsAtOnceAndStays() {
    Role users = services.roles().named("system_user");
    assertThat(services.permissions().onServer(ada.id(), "create_team")).isTrue();

    Role changed = services.roles().permit(users.id(), List.of("view_members", "create_bot"));

    assertThat(changed.id()).isEqualTo(users.id());
    assertThat(services.permissions().onServer(ada.id(), "create_team")).isFalse();
    assertThat(services.permissions().onServer(ada.id(), "create_bot")).isTrue();
    host.close();
    host = new TestHost(folder, HostHooks.NONE);
    services = HostServices.in(host.surroundings(), new Passwords(8, 1));
    assertThat(services.permissions().onServer(ada.id(), "create_team")).isFalse();
    assertThat(services.roles().get(users.id()).permissions())
        .containsExactly("view_members", "create_bot");
    assertFails(400, () -> services.roles().permit(users.id(), List.of("fly")));
    assertFails(
        400, () -> services.roles().permit(services.roles().named("system_admin").id(), List.of()));
    assertFails(404, () -> services.roles().permit("nothing", List.of()));
  }

  @Test
  void aRoleOfOnesOwnGrantsWhatItIsGiven() {
    services.roles().create("reviewer", "Reviewer", "", List.of("read_audits"));

    services.users().setRoles(ada.id(), "system_user reviewer");

    assertThat(services.permissions().onServer(ada.id(), "read_audits")).isTrue();
    assertFails(400, () -> services.users().setRoles(ada.id(), "system_user absent"));
    assertFails(
        400, () -> services.roles().create("reviewer", "Reviewer", "", List.of("read_audits")));
    assertFails(400, () -> services.roles().create("Big", "Reviewer", "", List.of()));
    assertFails(400, () -> services.roles().create("other", "Reviewer", "", List.of("fly")));
  }

  @Test
  void aMemberWhoAdministersMayDoMoreThereOnly() {
    services.teamMembers().add(team.id(), ada.id(), "");
    assertThat(services.permissions().inTeam(ada.id(), team.id(), "manage_team")).isFalse();

    services.teamMembers().setRoles(team.id(), ada.id(), "team_user team_admin");

    assertThat(services.permissions().inTeam(ada.id(), team.id(), "manage_team")).isTrue();
    assertThat(services.permissions().inTeam(ada.id(), host.team("other").id(), "manage_team"))
        .isFalse();
    assertThat(services.teamMembers().get(team.id(), ada.id()).schemeAdmin()).isTrue();
    assertFails(400, () -> services.teamMembers().setRoles(team.id(), ada.id(), "channel_admin"));
  }

  @Test
  void aGuestIsAGuestEverywhereAndStaysOne() {
    services.users().setRoles(ada.id(), "system_guest");
    services.teamMembers().add(team.id(), ada.id(), "");
    services.channelMembers().add(channel.id(), ada.id(), "");

    assertThat(services.teamMembers().get(team.id(), ada.id()).roles()).isEqualTo("team_guest");
    assertThat(services.channelMembers().get(channel.id(), ada.id()).schemeGuest()).isTrue();
    assertThat(services.permissions().inChannel(ada.id(), channel.id(), "create_post")).isTrue();
    assertThat(services.permissions().inTeam(ada.id(), team.id(), "join_public_channels"))
        .isFalse();
    assertThat(services.permissions().onServer(ada.id(), "view_members")).isFalse();
    assertFails(400, () -> services.teamMembers().setRoles(team.id(), ada.id(), "team_user"));
    assertFails(
        400, () -> services.channelMembers().setRoles(channel.id(), ada.id(), "channel_admin"));
  }
}
