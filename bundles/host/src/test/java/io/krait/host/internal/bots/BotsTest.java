package io.krait.host.internal.bots;

import static io.krait.host.internal.chat.TestHost.START;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.model.Bot;
import io.krait.api.model.BotGetOptions;
import io.krait.api.model.BotPatch;
import io.krait.api.model.Channel;
import io.krait.api.model.Group;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.Session;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.api.model.UserAccessToken;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.storage.Sql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotsTest {

  private static final String PLUGIN = "com.example.helper";

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private HostServices services;
  private Bots bots;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    services = HostServices.in(host.surroundings(), new Passwords(8, 1));
    bots = services.bots();
  }

  @Test
  void aBotIsAUserAmongUsers() {
    Bot bot = bots.create(wanted("Helper"));

    assertThat(bot)
        .isEqualTo(
            Bot.builder()
                .userId(bot.userId())
                .username("helper")
                .displayName("Helper of all")
                .description("helps")
                .ownerId(PLUGIN)
                .createAt(START.toEpochMilli())
                .updateAt(START.toEpochMilli())
                .build());
    User user = services.users().byUsername("helper");
    assertThat(user.id()).isEqualTo(bot.userId());
    assertThat(user.isBot()).isTrue();
    assertThat(user.botDescription()).isEqualTo("helps");
    assertThat(user.firstName()).isEqualTo("Helper of all");
    assertThat(user.email()).isEqualTo("helper@localhost");
    assertThat(user.roles()).isEqualTo("system_user");
    assertThat(bots.get(bot.userId(), false)).isEqualTo(bot);
  }

  @Test
  void botsThatBreakTheRulesAreRefusedAndLeaveNothing() {
    host.user("ada");
    Bot bot = bots.create(wanted("helper"));

    assertFails(400, () -> bots.create(wanted("")))
        .hasFieldOrPropertyWithValue("id", "model.bot.is_valid.username.app_error");
    assertFails(400, () -> bots.create(wanted("two words")));
    assertFails(400, () -> bots.create(with("d".repeat(65), "")));
    assertFails(400, () -> bots.create(with("", "d".repeat(1025))));
    assertFails(400, () -> bots.create(wanted("other").toBuilder().ownerId("").build()));
    assertFails(400, () -> bots.create(wanted("other").toBuilder().ownerId(bot.userId()).build()));
    assertFails(409, () -> bots.create(wanted("ada")));
    assertFails(409, () -> bots.create(wanted("helper")));
    assertThat(bots.create(with("😀".repeat(64), "é".repeat(1024))).username()).isEqualTo("other");
    assertThat(bots.list(BotGetOptions.builder().build())).hasSize(2);
  }

  @Test
  void aPatchChangesWhatIsInItAndTheUserWithIt() {
    Bot bot = bots.create(wanted("helper"));
    host.user("ada");
    host.later(Duration.ofSeconds(1));

    Bot patched =
        bots.patch(bot.userId(), BotPatch.builder().username("Aide").description("aids").build());

    assertThat(patched)
        .isEqualTo(
            bot.toBuilder()
                .username("aide")
                .description("aids")
                .updateAt(START.plusSeconds(1).toEpochMilli())
                .build());
    User user = services.users().get(bot.userId());
    assertThat(user.username()).isEqualTo("aide");
    assertThat(user.email()).isEqualTo("aide@localhost");
    assertThat(user.botDescription()).isEqualTo("aids");
    assertThat(bots.patch(bot.userId(), BotPatch.builder().build())).isEqualTo(patched);
    assertFails(409, () -> bots.patch(bot.userId(), BotPatch.builder().username("ada").build()));
    assertFails(400, () -> bots.patch(bot.userId(), BotPatch.builder().username("no way").build()));
    assertFails(404, () -> bots.patch("nobody", BotPatch.builder().build()));
  }

  @Test
  void aPersonIsNoBot() {
    User ada = host.user("ada");

    assertFails(404, () -> bots.get(ada.id(), true));
    assertFails(404, () -> bots.setActive(ada.id(), false));
    assertFails(404, () -> bots.erase(ada.id()));
    assertThat(services.users().get(ada.id())).isEqualTo(ada);
  }

  @Test
  void anInactiveBotIsShownOnRequestOnly() {
    Bot bot = bots.create(wanted("helper"));

    assertThat(bots.setActive(bot.userId(), false).deleteAt()).isEqualTo(START.toEpochMilli());
    assertThat(bots.setActive(bot.userId(), false).deleteAt()).isEqualTo(START.toEpochMilli());
    assertThat(services.users().get(bot.userId()).deleteAt()).isPositive();
    assertFails(404, () -> bots.get(bot.userId(), false));
    assertThat(bots.get(bot.userId(), true).userId()).isEqualTo(bot.userId());
    assertThat(bots.list(BotGetOptions.builder().build())).isEmpty();
    assertThat(bots.list(BotGetOptions.builder().includeDeleted(true).build())).hasSize(1);

    assertThat(bots.setActive(bot.userId(), true).deleteAt()).isZero();
    assertFails(404, () -> bots.setActive("nobody", true));
  }

  @Test
  void botsAreListedByOwnerAndPageOldestFirst() {
    User ada = host.user("ada");
    Bot first = bots.create(wanted("one"));
    host.later(Duration.ofSeconds(1));
    Bot second = bots.create(wanted("two").toBuilder().ownerId(ada.id()).build());
    host.later(Duration.ofSeconds(1));
    Bot third = bots.create(wanted("three"));

    assertThat(bots.list(BotGetOptions.builder().build())).containsExactly(first, second, third);
    assertThat(bots.list(BotGetOptions.builder().page(1).perPage(2).build()))
        .containsExactly(third);
    assertThat(bots.list(BotGetOptions.builder().ownerId(PLUGIN).build()))
        .containsExactly(first, third);
    assertFails(400, () -> bots.list(BotGetOptions.builder().page(-1).build()));
  }

  @Test
  void botsOfWhoeverIsDeactivatedStopAndAreOrphans() {
    User ada = host.user("ada");
    Bot own = bots.create(wanted("one").toBuilder().ownerId(ada.id()).build());
    bots.create(wanted("two"));
    BotGetOptions orphans = BotGetOptions.builder().onlyOrphaned(true).includeDeleted(true).build();
    assertThat(bots.list(orphans)).isEmpty();

    services.users().setActive(ada.id(), false);

    assertThat(bots.get(own.userId(), true).deleteAt()).isPositive();
    assertThat(bots.list(orphans)).extracting(Bot::userId).containsExactly(own.userId());
    User bob = host.user("bob");
    assertThat(bots.assign(own.userId(), bob.id()).ownerId()).isEqualTo(bob.id());
    assertThat(bots.list(orphans)).isEmpty();
    assertFails(400, () -> bots.assign(own.userId(), own.userId()));
  }

  @Test
  void anErasedBotLeavesItsPostsAndNothingElse() {
    Bot bot = bots.create(wanted("helper"));
    Team team = host.team("team");
    Channel channel = host.channel(team, "town");
    services.teamMembers().add(team.id(), bot.userId(), "");
    services.channelMembers().add(channel.id(), bot.userId(), "");
    services.statuses().set(bot.userId(), "online");
    Post post =
        services
            .posts()
            .create(
                Post.builder()
                    .userId(bot.userId())
                    .channelId(channel.id())
                    .message("hello")
                    .build());
    services
        .reactions()
        .add(Reaction.builder().userId(bot.userId()).postId(post.id()).emojiName("wave").build());

    assertThat(post.props()).containsEntry("from_bot", "true");

    bots.erase(bot.userId());

    assertFails(404, () -> bots.get(bot.userId(), true));
    assertFails(404, () -> services.users().get(bot.userId()));
    assertThat(services.posts().get(post.id()).userId()).isEqualTo(bot.userId());
    assertThat(services.posts().get(post.id()).hasReactions()).isFalse();
    assertThat(services.userSearch().inChannel(channel.id(), "", Page.of(0, 10))).isEmpty();
    assertThat(bots.create(wanted("helper")).userId()).isNotEqualTo(bot.userId());
    assertFails(404, () -> bots.erase(bot.userId()));
  }

  @Test
  void aBotThatIsEverywhereIsErasedEverywhere() {
    Bot bot = bots.create(wanted("helper"));
    String id = bot.userId();
    Team team = host.team("team");
    Channel channel = host.channel(team, "town");
    services.teamMembers().add(team.id(), id, "");
    services.channelMembers().add(channel.id(), id, "");
    Post post = services.posts().create(postOf(id, channel, "hello"));
    services.posts().create(postOf(id, channel, "again").toBuilder().rootId(post.id()).build());
    services
        .reactions()
        .add(Reaction.builder().userId(id).postId(post.id()).emojiName("wave").build());
    Channel left = host.channel(team, "left");
    services.channelMembers().add(left.id(), id, "");
    services.channelMembers().remove(left.id(), id, "");
    services.statuses().set(id, "online");
    services.sidebars().get(id, team.id());
    services.accessTokens().create(UserAccessToken.builder().userId(id).description("a").build());
    services.sessions().open(Session.builder().userId(id).build());
    String group =
        services
            .groups()
            .catalogue()
            .create(Group.builder().name("crew").displayName("Crew").source("custom").build())
            .id();
    services.groups().members().put(group, List.of(id));
    inTransaction(
        sql -> {
          sql.insert(
              "remotes",
              "id",
              "r",
              "plugin_id",
              PLUGIN,
              "display_name",
              "",
              "description",
              "",
              "create_at",
              0L,
              "delete_at",
              0L,
              "last_ping_at",
              0L);
          sql.insert(
              "shared_users",
              "remote_id",
              "r",
              "user_id",
              id,
              "user_update_at",
              0L,
              "picture_at",
              0L);
          sql.insert(
              "post_acknowledgements", "post_id", post.id(), "user_id", id, "acknowledged_at", 0L);
          sql.insert(
              "mailed_tokens",
              "secret_hash",
              "h",
              "user_id",
              id,
              "purpose",
              "password",
              "email",
              "",
              "password_at",
              0L,
              "expire_at",
              0L);
        });
    assertThat(tablesWith(id)).containsAll(tablesThatReferToUsers());

    bots.erase(id);

    assertThat(tablesWith(id)).containsExactly("posts");
  }

  /** All that have the id in a column of this name. */
  private List<String> tablesWith(String userId) {
    List<String> found = new ArrayList<>();
    inTransaction(
        sql ->
            sql
                .list(
                    "select lower(table_name) from information_schema.columns"
                        + " where lower(column_name) = 'user_id' and lower(table_schema) ="
                        + " 'public'",
                    row -> row.getString(1))
                .stream()
                .filter(
                    table ->
                        sql.count("select count(*) from " + table + " where user_id = ?", userId)
                            > 0)
                .forEach(found::add));
    return found;
  }

  private List<String> tablesThatReferToUsers() {
    List<String> found = new ArrayList<>();
    inTransaction(
        sql ->
            found.addAll(
                sql.list(
                    "select lower(k.table_name) from information_schema.referential_constraints r"
                        + " join information_schema.key_column_usage k on k.constraint_name ="
                        + " r.constraint_name and k.constraint_schema = r.constraint_schema"
                        + " join information_schema.table_constraints u on u.constraint_name ="
                        + " r.unique_constraint_name and u.constraint_schema ="
                        + " r.unique_constraint_schema"
                        + " where lower(u.table_name) = 'users' and lower(k.table_schema) ="
                        + " 'public'",
                    row -> row.getString(1))));
    assertThat(found).contains("bots", "shared_users");
    return found;
  }

  private void inTransaction(Consumer<Sql> work) {
    host.surroundings()
        .database()
        .inTransaction(
            sql -> {
              work.accept(sql);
              return null;
            });
  }

  private static Post postOf(String userId, Channel channel, String message) {
    return Post.builder().userId(userId).channelId(channel.id()).message(message).build();
  }

  @Test
  void aPluginFindsItsBotAgainHoweverOftenItAsks() {
    String id = services.pluginBot().ensure(PLUGIN, wanted("helper"));

    assertThat(services.pluginBot().ensure(PLUGIN, wanted("helper"))).isEqualTo(id);
    assertThat(services.pluginBot().ensure(PLUGIN, wanted("renamed"))).isEqualTo(id);
    assertThat(bots.get(id, false).username()).isEqualTo("renamed");
    assertThat(
            services
                .pluginBot()
                .ensure(PLUGIN, wanted("renamed").toBuilder().description("new").build()))
        .isEqualTo(id);
    assertThat(bots.get(id, false).description()).isEqualTo("new");
    assertThat(bots.get(id, false).ownerId()).isEqualTo(PLUGIN);
  }

  @Test
  void whatIsRememberedOfTheBotIsThereUnderTheUsualKeyButNotListed() {
    String id = services.pluginBot().ensure(PLUGIN, wanted("helper"));
    services.entries().set(PLUGIN, "own", bytes("value"), 0);

    assertThat(services.entries().get(PLUGIN, "mmi_botid")).isEqualTo(bytes(id));
    assertThat(services.entries().keys(PLUGIN, 0, 10)).containsExactly("own");
  }

  @Test
  void aBotThatIsThePluginsIsTakenOverAndNotActivated() {
    Bot bot = bots.create(wanted("helper"));
    bots.setActive(bot.userId(), false);

    assertThat(services.pluginBot().ensure(PLUGIN, wanted("helper"))).isEqualTo(bot.userId());
    assertThat(bots.get(bot.userId(), true).deleteAt()).isPositive();

    services.entries().deleteAll(PLUGIN);
    assertThat(services.pluginBot().ensure(PLUGIN, wanted("helper"))).isEqualTo(bot.userId());
    bots.erase(bot.userId());
    assertThat(services.pluginBot().ensure(PLUGIN, wanted("helper"))).isNotEqualTo(bot.userId());
  }

  @Test
  void noPluginGetsAnothersBotOrPerson() {
    User ada = host.user("ada");
    String id = services.pluginBot().ensure(PLUGIN, wanted("helper"));
    services.entries().set("other", "mmi_botid", bytes(id), 0);
    services.entries().set("third", "mmi_botid", bytes(ada.id()), 0);

    assertFails(409, () -> services.pluginBot().ensure("other", wanted("helper")));
    assertFails(409, () -> services.pluginBot().ensure("third", wanted("ada")));
    assertFails(400, () -> services.pluginBot().ensure("third", wanted("")));
    assertThat(services.pluginBot().ensure("other", wanted("another"))).isNotEqualTo(id);
    assertThat(bots.get(id, false).ownerId()).isEqualTo(PLUGIN);
  }

  @Test
  void callsAtTheSameTimeMakeOneBot() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> calls =
          Stream.of(1, 2, 3, 4)
              .<Callable<String>>map(
                  call -> () -> services.pluginBot().ensure(PLUGIN, wanted("helper")))
              .toList();

      for (Future<String> id : executor.invokeAll(calls)) {
        assertThat(id.get()).isEqualTo(services.users().byUsername("helper").id());
      }
    } finally {
      executor.shutdown();
    }
  }

  private static Bytes bytes(String text) {
    return Bytes.owning(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Bot wanted(String name) {
    return Bot.builder()
        .username(name)
        .displayName("Helper of all")
        .description("helps")
        .ownerId(PLUGIN)
        .build();
  }

  private static Bot with(String displayName, String description) {
    return wanted("other").toBuilder().displayName(displayName).description(description).build();
  }
}
