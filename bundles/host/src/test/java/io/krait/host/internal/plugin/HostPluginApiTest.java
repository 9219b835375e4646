package io.krait.host.internal.plugin;

import static io.krait.host.internal.chat.TestHost.START;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMemberIdentifier;
import io.krait.api.model.Command;
import io.krait.api.model.CustomStatus;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetFileInfosOptions;
import io.krait.api.model.KeyValuePair;
import io.krait.api.model.PluginKvSetOptions;
import io.krait.api.model.Post;
import io.krait.api.model.Preference;
import io.krait.api.model.Reaction;
import io.krait.api.model.Session;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.api.model.UserAuth;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import io.krait.hostkit.testing.FakeHostedPlugin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostPluginApiTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private PluginApi api;
  private PluginApi other;
  private FakeHostedPlugin plugin;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    WholeApi whole = new WholeApi(host.surroundings(), new DispatchedHooks());
    plugin = new FakeHostedPlugin("one", folder.resolve("one"), Map.of("colour", "red", "size", 3));
    api = whole.of(plugin);
    other = whole.of(new FakeHostedPlugin("two", folder, Map.of()));
  }

  @Test
  void usersAreServed() {
    User ada =
        api.createUser(User.builder().username("ada").email("a@b").password("long enough").build());
    User bob = host.user("bob");

    assertThat(api.getUser(ada.id())).isEqualTo(ada);
    assertThat(api.getUserByEmail("A@B")).isEqualTo(ada);
    assertThat(api.getUserByUsername("ADA")).isEqualTo(ada);
    assertThat(api.getUsersByIds(List.of(ada.id()))).containsExactly(ada);
    assertThat(api.getUsersByUsernames(List.of("ada"))).containsExactly(ada);
    assertThat(api.getUsers(UserGetOptions.builder().build())).hasSize(2);
    assertThat(api.searchUsers(UserSearchOptions.builder().term("ad").build())).hasSize(1);
    assertThat(api.updateUser(ada.toBuilder().nickname("A").build()).nickname()).isEqualTo("A");
    assertThat(api.updateUserRoles(bob.id(), "system_guest").roles()).isEqualTo("system_guest");
    UserAuth auth = UserAuth.builder().authService("ldap").authData("b").build();
    assertThat(api.updateUserAuth(bob.id(), auth)).isEqualTo(auth);
    assertThat(api.getUser(bob.id()).authData()).isEmpty();
    api.updateUserCustomStatus(ada.id(), CustomStatus.builder().text("busy").build());
    assertThat(api.getUser(ada.id()).props()).containsKey("customStatus");
    api.removeUserCustomStatus(ada.id());
    assertThat(api.updateUserStatus(ada.id(), "online").status()).isEqualTo("online");
    assertThat(api.setUserStatusTimedDnd(ada.id(), START.getEpochSecond() + 60).status())
        .isEqualTo("dnd");
    assertThat(api.getUserStatus(ada.id()).status()).isEqualTo("dnd");
    assertThat(api.getUserStatusesByIds(List.of(ada.id(), bob.id()))).hasSize(2);
    api.deleteUser(bob.id());
    assertThat(api.getUser(bob.id()).deleteAt()).isPositive();
    api.updateUserActive(bob.id(), true);
    assertThat(api.getUser(bob.id()).deleteAt()).isZero();

    assertFails(404, () -> api.getUser("nobody"));
    assertFails(404, () -> api.deleteUser("nobody"));
    assertFails(400, () -> api.createUser(User.builder().build()));
    assertFails(409, () -> api.createUser(ada.toBuilder().password("long enough").build()));
    assertFails(400, () -> api.updateUserStatus(ada.id(), "asleep"));
  }

  @Test
  void sessionsAreServed() {
    User ada = host.user("ada");

    Session session = api.createSession(Session.builder().userId(ada.id()).build());
    assertThat(api.getSession(session.id())).isEqualTo(session);
    api.extendSessionExpiry(session.id(), session.expiresAt() + 1);
    assertThat(api.getSession(session.id()).expiresAt()).isEqualTo(session.expiresAt() + 1);
    api.revokeSession(session.id());

    assertFails(404, () -> api.getSession(session.id()));
    assertFails(404, () -> api.extendSessionExpiry(session.id(), 1));
    assertFails(404, () -> api.revokeSession(session.id()));
  }

  @Test
  void permissionsFollowFromRoles() {
    User admin = host.administrator("admin");
    User bob = host.user("bob");
    User cyd = host.user("cyd");
    Team team = host.team("red");
    Channel channel = host.channel(team, "plans");
    api.createTeamMember(team.id(), bob.id());
    api.addChannelMember(channel.id(), bob.id());

    assertThat(api.hasPermissionTo(admin.id(), "manage_system")).isTrue();
    assertThat(api.hasPermissionTo(bob.id(), "manage_system")).isFalse();
    assertThat(api.hasPermissionTo("nobody", "create_team")).isFalse();
    assertThat(api.hasPermissionToTeam(bob.id(), team.id(), "view_team")).isTrue();
    assertThat(api.hasPermissionToTeam(cyd.id(), team.id(), "view_team")).isFalse();
    assertThat(api.hasPermissionToTeam(admin.id(), "nothing", "view_team")).isFalse();
    assertThat(api.hasPermissionToChannel(bob.id(), channel.id(), "create_post")).isTrue();
    assertThat(api.hasPermissionToChannel(cyd.id(), channel.id(), "create_post")).isFalse();
    assertThat(api.hasPermissionToChannel(admin.id(), channel.id(), "create_post")).isTrue();
    assertThat(api.hasPermissionToChannel(admin.id(), "nothing", "create_post")).isFalse();
    assertThat(api.hasPermissionToChannel(admin.id(), channel.id(), "fly")).isFalse();
    assertThat(api.rolesGrantPermission(List.of("nothing", "team_user"), "view_team")).isTrue();
    assertThat(api.rolesGrantPermission(List.of("team_user"), "manage_system")).isFalse();
  }

  @Test
  void teamsAreServed() {
    User ada = host.user("ada");
    User bob = host.user("bob");
    Team team = api.createTeam(Team.builder().name("red").displayName("Red").build());

    assertThat(api.getTeam(team.id())).isEqualTo(team);
    assertThat(api.getTeamByName("red")).isEqualTo(team);
    assertThat(api.getTeams()).containsExactly(team);
    assertThat(api.searchTeams("re")).containsExactly(team);
    assertThat(api.createTeamMember(team.id(), ada.id()).userId()).isEqualTo(ada.id());
    assertThat(api.createTeamMembers(team.id(), List.of(bob.id()), ada.id())).hasSize(1);
    assertThat(api.createTeamMembersGracefully(team.id(), List.of("nobody"), "")).hasSize(1);
    assertThat(api.getTeamMembers(team.id(), 0, 0)).hasSize(2);
    assertThat(api.getUsersInTeam(team.id(), 0, 1)).containsExactly(ada);
    assertThat(api.getTeamMember(team.id(), bob.id()).deleteAt()).isZero();
    assertThat(api.getTeamMembersForUser(bob.id(), 0, 0)).hasSize(1);
    assertThat(api.getTeamsForUser(bob.id())).containsExactly(team);
    assertThat(api.updateTeamMemberRoles(team.id(), bob.id(), "team_admin").roles())
        .isEqualTo("team_admin");
    assertThat(api.getTeamStats(team.id()).totalMemberCount()).isEqualTo(2);
    api.deleteTeamMember(team.id(), bob.id(), "");
    assertThat(api.updateTeam(team.toBuilder().displayName("R").build()).displayName())
        .isEqualTo("R");
    api.deleteTeam(team.id());

    assertFails(404, () -> api.getTeam("nothing"));
    assertFails(404, () -> api.deleteTeamMember(team.id(), bob.id(), ""));
    assertFails(400, () -> api.getTeamMembers(team.id(), -1, 0));
  }

  @Test
  void channelsAreServed() {
    User ada = host.user("ada");
    User bob = host.user("bob");
    User cyd = host.user("cyd");
    Team team = host.team("red");
    api.createTeamMembers(team.id(), List.of(ada.id(), bob.id()), "");
    Channel channel =
        api.createChannel(
            Channel.builder().teamId(team.id()).name("plans").displayName("Plans").build());

    assertThat(api.getChannel(channel.id())).isEqualTo(channel);
    assertThat(api.getChannelByName(team.id(), "plans", false)).isEqualTo(channel);
    assertThat(api.getChannelByNameForTeamName("red", "plans", false)).isEqualTo(channel);
    assertThat(api.getPublicChannelsForTeam(team.id(), 0, 0)).hasSize(3);
    assertThat(api.searchChannels(team.id(), "pla")).containsExactly(channel);
    assertThat(api.addChannelMember(channel.id(), ada.id()).userId()).isEqualTo(ada.id());
    assertThat(api.addUserToChannel(channel.id(), bob.id(), ada.id()).roles())
        .isEqualTo("channel_user");
    assertThat(api.getChannelsForTeamForUser(team.id(), bob.id(), false)).hasSize(3);
    assertThat(api.getChannelMembers(channel.id(), 0, 0)).hasSize(2);
    assertThat(api.getChannelMember(channel.id(), bob.id()).userId()).isEqualTo(bob.id());
    assertThat(api.getChannelMembersByIds(channel.id(), List.of(bob.id()))).hasSize(1);
    assertThat(api.getChannelMembersForUser(team.id(), bob.id(), 0, 2)).hasSize(2);
    assertThat(api.getUsersInChannel(channel.id(), "", 0, 0)).containsExactly(ada, bob);
    assertThat(api.updateChannelMemberRoles(channel.id(), bob.id(), "channel_admin").roles())
        .isEqualTo("channel_admin");
    assertThat(
            api.updateChannelMemberNotifications(channel.id(), bob.id(), Map.of("push", "none"))
                .notifyProps())
        .containsEntry("push", "none");
    ChannelMemberIdentifier first =
        ChannelMemberIdentifier.builder().channelId(channel.id()).userId(ada.id()).build();
    assertFails(
        404,
        () ->
            api.patchChannelMembersNotifications(
                List.of(first, first.toBuilder().userId("nobody").build()), Map.of("push", "all")));
    assertThat(api.getChannelMember(channel.id(), ada.id()).notifyProps())
        .containsEntry("push", "default");
    api.patchChannelMembersNotifications(List.of(first), Map.of("push", "all"));
    assertThat(api.getChannelStats(channel.id()).memberCount()).isEqualTo(2);
    assertThat(api.getDirectChannel(ada.id(), bob.id()).name()).contains("__");
    assertThat(api.getGroupChannel(List.of(ada.id(), bob.id(), cyd.id())).teamId()).isEmpty();
    assertThat(api.updateChannel(channel.toBuilder().purpose("p").build()).purpose())
        .isEqualTo("p");
    api.deleteChannelMember(channel.id(), bob.id());
    api.deleteChannel(channel.id());

    assertFails(404, () -> api.getChannel("nothing"));
    assertFails(404, () -> api.getChannelByNameForTeamName("nothing", "plans", false));
    assertFails(404, () -> api.deleteChannelMember(channel.id(), bob.id()));
    assertFails(400, () -> api.deleteChannel(channel.id()));
  }

  @Test
  void postsAreServed() {
    User ada = host.user("ada");
    Channel channel = host.channel(host.team("red"), "plans");
    Post draft = Post.builder().userId(ada.id()).channelId(channel.id()).message("Hello").build();

    Post post = api.createPost(draft);
    assertThat(post.props()).containsEntry("from_plugin", "true");
    Post reply = api.createPost(draft.toBuilder().rootId(post.id()).build());
    assertThat(api.getPost(post.id()))
        .isEqualTo(post.toBuilder().replyCount(1).lastReplyAt(reply.createAt()).build());
    assertThat(api.getPostThread(post.id()).order()).hasSize(2);
    assertThat(api.getPostsSince(channel.id(), 0).order()).hasSize(2);
    assertThat(api.getPostsAfter(channel.id(), post.id(), 0, 0).order())
        .containsExactly(reply.id());
    assertThat(api.getPostsBefore(channel.id(), reply.id(), 0, 0).order())
        .containsExactly(post.id());
    assertThat(api.getPostsForChannel(channel.id(), 0, 1).order()).containsExactly(reply.id());
    assertThat(api.updatePost(post.toBuilder().message("Bye").build()).message()).isEqualTo("Bye");
    Reaction reaction =
        Reaction.builder().userId(ada.id()).postId(post.id()).emojiName("smile").build();
    assertThat(api.addReaction(reaction).createAt()).isPositive();
    assertThat(api.getReactions(post.id())).hasSize(1);
    api.removeReaction(reaction);
    api.deletePost(post.id());

    assertFails(404, () -> api.getPost(post.id()));
    assertFails(404, () -> api.addReaction(reaction));
    assertFails(404, () -> api.createPost(Post.builder().build()));
  }

  @Test
  void filesAreServed() {
    User ada = host.user("ada");
    Channel channel = host.channel(host.team("red"), "plans");

    FileInfo file = api.uploadFile(Bytes.utf8("plan"), channel.id(), "plan.txt");
    assertThat(file.creatorId()).isEqualTo("nouser");
    assertThat(file.mimeType()).isEqualTo("text/plain");
    assertThat(api.getFileInfo(file.id())).isEqualTo(file);
    assertThat(api.getFile(file.id()).toUtf8()).isEqualTo("plan");
    assertThat(api.readFile(file.id().substring(0, 2) + "/" + file.id()).toUtf8())
        .isEqualTo("plan");
    Post draft = Post.builder().userId(ada.id()).channelId(channel.id()).message("See").build();
    Post post = api.createPost(draft.toBuilder().fileIds(List.of(file.id())).build());
    assertThat(api.getFileInfo(file.id()).postId()).isEqualTo(post.id());
    host.later(Duration.ofSeconds(1));
    List<String> copies = api.copyFileInfos(ada.id(), List.of(file.id(), file.id()));
    api.createPost(draft.toBuilder().fileIds(copies).build());
    assertThat(api.getFile(copies.get(1)).toUtf8()).isEqualTo("plan");
    FileInfo larger = api.uploadFile(Bytes.utf8("plenty"), channel.id(), "more.txt");
    assertThat(api.getFileInfos(0, 0, null))
        .extracting(FileInfo::id)
        .containsExactly(file.id(), copies.get(0), copies.get(1), larger.id());
    assertThat(
            api.getFileInfos(
                0, 2, GetFileInfosOptions.builder().sortBy("Size").sortOrder("desc").build()))
        .extracting(FileInfo::id)
        .containsExactly(larger.id(), copies.get(1));
    assertThat(api.getFileInfos(0, 0, GetFileInfosOptions.builder().userId(ada.id()).build()))
        .hasSize(2);
    api.deletePost(post.id());

    assertFails(404, () -> api.getFileInfo(file.id()));
    assertFails(404, () -> api.getFile(file.id()));
    assertThat(api.getFile(copies.get(0)).toUtf8()).isEqualTo("plan");
    assertThat(api.getFileInfos(0, 0, null)).hasSize(3);
    assertThat(api.getFileInfos(0, 0, GetFileInfosOptions.builder().includeDeleted(true).build()))
        .hasSize(4);
    assertFails(404, () -> api.copyFileInfos(ada.id(), List.of(file.id())));
    assertFails(404, () -> api.uploadFile(Bytes.EMPTY, "nothing", "a"));
    assertFails(400, () -> api.uploadFile(Bytes.EMPTY, channel.id(), ""));
    assertFails(400, () -> api.readFile("../host.mv.db"));
    assertFails(404, () -> api.readFile("nothing"));
    assertFails(
        400, () -> api.getFileInfos(0, 0, GetFileInfosOptions.builder().sortBy("x").build()));
    assertFails(501, () -> api.getFileLink(copies.get(0)));
  }

  @Test
  void entriesBelongToOnePluginAndExpire() {
    api.kvSet("b", Bytes.utf8("1"));
    api.kvSetWithExpiry("a", Bytes.utf8("2"), 10);
    other.kvSet("c", Bytes.utf8("3"));

    assertThat(api.kvGet("b").toUtf8()).isEqualTo("1");
    assertThat(other.kvGet("b").isEmpty()).isTrue();
    assertThat(api.kvList(0, 0)).containsExactly("a", "b");
    assertThat(api.kvList(1, 1)).containsExactly("b");
    host.later(Duration.ofSeconds(10));
    assertThat(api.kvGet("a").isEmpty()).isTrue();
    assertThat(api.kvList(0, 0)).containsExactly("b");
    api.kvSet("b", Bytes.EMPTY);
    api.kvDelete("b");
    assertThat(api.kvList(0, 0)).isEmpty();
    api.kvSet("x", Bytes.utf8("1"));
    api.kvDeleteAll();
    assertThat(api.kvList(0, 0)).isEmpty();
    assertThat(other.kvList(0, 0)).containsExactly("c");

    host.close();
    open();
    assertThat(other.kvGet("c").toUtf8()).isEqualTo("3");
    assertFails(400, () -> api.kvGet(""));
    assertFails(400, () -> api.kvSet("k".repeat(151), Bytes.utf8("1")));
    assertFails(400, () -> api.kvDelete(""));
    assertFails(400, () -> api.kvSetWithExpiry("k", Bytes.utf8("1"), -1));
    assertFails(413, () -> api.kvSet("k", Bytes.owning(new byte[(1 << 20) + 1])));
    assertFails(400, () -> api.kvList(0, 1001));
  }

  @Test
  void entriesAreComparedBeforeTheyChange() {
    Bytes one = Bytes.utf8("1");
    Bytes two = Bytes.utf8("2");

    assertThat(api.kvCompareAndSet("k", one, two)).isFalse();
    assertThat(api.kvCompareAndSet("k", Bytes.EMPTY, one)).isTrue();
    assertThat(api.kvCompareAndSet("k", Bytes.EMPTY, two)).isFalse();
    assertThat(api.kvCompareAndSet("k", one, two)).isTrue();
    assertThat(api.kvCompareAndDelete("k", one)).isFalse();
    assertThat(api.kvCompareAndDelete("k", Bytes.EMPTY)).isFalse();
    assertThat(api.kvCompareAndDelete("k", two)).isTrue();

    PluginKvSetOptions brief = PluginKvSetOptions.builder().atomic(true).expireInSeconds(5).build();
    assertThat(api.kvSetWithOptions("k", one, brief)).isTrue();
    assertThat(api.kvSetWithOptions("k", two, brief)).isFalse();
    host.later(Duration.ofSeconds(5));
    assertThat(api.kvCompareAndSet("k", one, two)).isFalse();
    assertThat(api.kvSetWithOptions("k", two, brief)).isTrue();
    assertThat(api.kvSetWithOptions("k", one, null)).isTrue();
    assertThat(api.kvCompareAndSet("k", one, Bytes.EMPTY)).isTrue();
    assertThat(api.kvCompareAndSet("k", Bytes.EMPTY, Bytes.EMPTY)).isTrue();
    assertFails(
        400,
        () -> api.kvSetWithOptions("k", one, PluginKvSetOptions.builder().oldValue(two).build()));
    assertFails(400, () -> api.kvCompareAndSet("", one, two));
    assertFails(400, () -> api.kvCompareAndDelete("", one));
  }

  @Test
  void countersOfManyThreadsLoseNothing() throws Exception {
    int threads = 4;
    int rounds = 25;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Callable<Void> counting =
          () -> {
            for (int i = 0; i < rounds; i++) {
              boolean done = false;
              while (!done) {
                Bytes old = api.kvGet("counter");
                int next = old.isEmpty() ? 1 : Integer.parseInt(old.toUtf8()) + 1;
                done = api.kvCompareAndSet("counter", old, Bytes.utf8(Integer.toString(next)));
              }
            }
            return null;
          };
      List<Future<Void>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(executor.submit(counting));
      }
      for (Future<Void> one : all) {
        one.get(30, TimeUnit.SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(api.kvGet("counter").toUtf8()).isEqualTo(Integer.toString(threads * rounds));
  }

  @Test
  void postsForOneUserAloneAreCheckedAndNotKept() {
    User ada = host.user("ada");
    Channel channel = host.channel(host.team("crew"), "deck");
    Post wanted = Post.builder().userId(ada.id()).channelId(channel.id()).message("psst").build();

    Post shown = api.sendEphemeralPost(ada.id(), wanted);

    assertThat(shown.id()).isNotEmpty();
    assertThat(shown.type()).isEqualTo("system_ephemeral");
    assertThat(api.updateEphemeralPost(ada.id(), shown)).isEqualTo(shown);
    api.deleteEphemeralPost(ada.id(), shown.id());
    assertThat(api.getPostsForChannel(channel.id(), 0, 10).order()).isEmpty();
    assertFails(404, () -> api.getPost(shown.id()));
    assertFails(404, () -> api.sendEphemeralPost("nobody", wanted));
    assertFails(
        404, () -> api.sendEphemeralPost(ada.id(), wanted.toBuilder().channelId("x").build()));
  }

  @Test
  void settingsAreThoseThatTheRuntimeKeeps() {
    assertThat(api.getPluginConfig()).isEqualTo(Map.of("colour", "red", "size", 3));
    assertThat(api.loadPluginConfiguration().toUtf8()).isEqualTo("{\"colour\":\"red\",\"size\":3}");

    api.savePluginConfig(Map.of("colour", "blue"));

    assertThat(api.loadPluginConfiguration().toUtf8()).isEqualTo("{\"colour\":\"blue\"}");
    assertThat(other.getPluginConfig()).isEmpty();
  }

  @Test
  void factsOfTheServerStayTheSame() {
    String id = api.getDiagnosticId();
    host.later(Duration.ofDays(1));
    host.close();
    open();

    assertThat(api.getDiagnosticId()).isEqualTo(id).matches("[a-z0-9]{26}");
    assertThat(api.getTelemetryId()).isEqualTo(id);
    assertThat(api.getSystemInstallDate()).isEqualTo(START.toEpochMilli());
    assertThat(api.getServerVersion()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(api.getLicense().isEmpty()).isTrue();
    assertThat(api.isEnterpriseReady()).isFalse();
    assertThat(api.getPluginId()).isEqualTo("one");
    assertThat(api.getBundlePath()).isEqualTo(folder.resolve("one").toString());
  }

  @Test
  void commandsBelongToTheirPlugin() {
    Command hello = Command.builder().trigger("Hello").autoComplete(true).build();
    api.registerCommand(hello);
    api.registerCommand(hello.toBuilder().description("again").build());

    assertThat(api.listPluginCommands("any"))
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.trigger()).isEqualTo("hello");
              assertThat(command.pluginId()).isEqualTo("one");
              assertThat(command.description()).isEqualTo("again");
            });
    assertThat(api.listCommands("any").get(0).trigger()).isEqualTo("hello");
    assertThat(api.listBuiltInCommands()).extracting(Command::trigger).contains("shrug");
    assertFails(409, () -> other.registerCommand(hello));
    assertFails(409, () -> other.registerCommand(hello.toBuilder().teamId("red").build()));
    assertFails(400, () -> api.registerCommand(hello.toBuilder().trigger("").build()));
    assertFails(400, () -> api.registerCommand(hello.toBuilder().trigger("/x").build()));
    assertFails(400, () -> api.registerCommand(hello.toBuilder().trigger("a b").build()));
    other.unregisterCommand("", "hello");
    assertThat(api.listPluginCommands("any")).hasSize(1);
    api.unregisterCommand("", "HELLO");
    api.unregisterCommand("", "HELLO");
    assertThat(api.listPluginCommands("any")).isEmpty();
  }

  @Test
  void preferencesAreServed() {
    User ada = host.user("ada");
    Preference theme = Preference.builder().category("look").name("theme").value("dark").build();

    api.updatePreferencesForUser(ada.id(), List.of(theme));
    assertThat(api.getPreferenceForUser(ada.id(), "look", "theme").value()).isEqualTo("dark");
    assertThat(api.getPreferencesForUser(ada.id())).hasSize(1);
    api.deletePreferencesForUser(ada.id(), List.of(theme));
    assertFails(404, () -> api.getPreferenceForUser(ada.id(), "look", "theme"));
    assertFails(
        400,
        () ->
            api.updatePreferencesForUser(
                ada.id(), List.of(theme.toBuilder().userId("other").build())));
  }

  @Test
  void whatThePluginLogsGoesWhereItsOutputGoes() {
    api.logDebug("d", List.of());
    api.logInfo("two\nlines", List.of(KeyValuePair.builder().key("n").value(1L).build()));
    api.logWarn("w", List.of());
    api.logError("e", List.of());

    assertThat(plugin.logged())
        .containsExactly("DEBUG d{}", "INFO two\nlines{n=1}", "WARNING w{}", "ERROR e{}");
  }
}
