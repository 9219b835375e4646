package io.krait.host.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.Session;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.storage.StatementsOfTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done in whatever order, sensible or not: who is where, what is whose, and what
 * everybody may do stay in agreement. A run is told by its seed.
 */
class InvariantsTest {

  private static final int STEPS = 250;
  private static final int CHECKED_EVERY = 25;

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private HostServices services;
  private Random random;
  private final List<String> users = new ArrayList<>();
  private final List<String> teams = new ArrayList<>();
  private final List<String> channels = new ArrayList<>();
  private final List<String> posts = new ArrayList<>();
  private final Map<String, String> authors = new HashMap<>();
  private final List<String> done = new ArrayList<>();
  private String administrator = "";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("random calls leave memberships, ownership and permissions in agreement")
  void randomCallsLeaveEverythingInAgreement(long seed) {
    random = new Random(seed);
    host = new TestHost(folder, HostHooks.NONE);
    services = host.services();
    administrator = host.administrator("root").id();
    for (String name : List.of("ada", "bob", "cyd", "dan")) {
      users.add(host.user(name).id());
    }
    users.add(administrator);
    teams.add(host.team("red").id());
    teams.add(host.team("blue").id());

    for (int step = 1; step <= STEPS; step++) {
      host.later(Duration.ofMillis(random.nextInt(3)));
      act();
      if (step % CHECKED_EVERY == 0) {
        check();
      }
    }

    assertThat(done.stream().distinct()).as("what was done at all").hasSizeGreaterThan(15);
  }

  private void act() {
    String user = any(users);
    String team = any(teams);
    String channel = channels.isEmpty() ? "" : any(channels);
    String post = posts.isEmpty() ? "" : any(posts);
    int which = random.nextInt(24);
    attempt(
        "act " + which,
        () -> {
          switch (which) {
            case 0, 1, 2 -> services.teamMembers().add(team, user, administrator);
            case 3 -> services.teamMembers().remove(team, user, any(users));
            case 4, 5, 6 -> services.channelMembers().add(channel, user, administrator);
            case 7 -> services.channelMembers().remove(channel, user, any(users));
            case 8, 9 -> newChannel(team);
            case 10 -> channels.add(services.directChannels().ofTwo(user, any(users)).id());
            case 11 -> services.channels().archive(channel, user);
            case 12 -> services.channels().restore(channel, user);
            case 13 -> services.users().setActive(user, random.nextInt(4) > 0);
            case 14 -> services.posts().delete(post);
            case 15 ->
                services
                    .posts()
                    .change(post, one -> edited(one, user), Runnable::run)
                    .toCompletableFuture()
                    .join();
            case 16 -> services.reactions().add(reaction(user, post));
            case 17 -> services.reactions().remove(reaction(user, post));
            case 18 ->
                services.sessions().open(Session.builder().userId(user).expiresAt(0).build());
            case 19 ->
                services
                    .channelMembers()
                    .setRoles(
                        channel, user, any(List.of("channel_user", "channel_user channel_admin")));
            case 20 ->
                services
                    .teamMembers()
                    .setRoles(team, user, any(List.of("team_user", "team_user team_admin")));
            case 21 -> services.channelViews().view(user, List.of(channel), false);
            default -> newPost(user, channel, random.nextBoolean() ? post : "");
          }
        });
  }

  private void newChannel(String team) {
    String name = "c" + channels.size();
    channels.add(
        services
            .channels()
            .create(
                Channel.builder()
                    .teamId(team)
                    .name(name)
                    .displayName(name)
                    .type(random.nextBoolean() ? ChannelType.OPEN : ChannelType.PRIVATE)
                    .build())
            .id());
  }

  private void newPost(String user, String channel, String root) {
    String id =
        services
            .posts()
            .create(
                Post.builder().userId(user).channelId(channel).rootId(root).message("hi").build())
            .id();
    posts.add(id);
    authors.put(id, user);
  }

  private static Post edited(Post post, String byWhom) {
    return post.toBuilder().userId(byWhom).message("changed").build();
  }

  private static Reaction reaction(String user, String post) {
    return Reaction.builder().userId(user).postId(post).emojiName("smile").build();
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** What makes no sense is refused, and that is fine; a failure of the server is not. */
  private void attempt(String what, Runnable act) {
    try {
      act.run();
      done.add(what);
    } catch (CompletionException refused) {
      assertThat(refused.getCause()).isInstanceOfSatisfying(AppError.class, this::assertRefusal);
    } catch (AppError refused) {
      assertRefusal(refused);
    }
  }

  private void assertRefusal(AppError error) {
    assertThat(error.statusCode()).as(error.toString()).isBetween(400, 499);
  }

  private void check() {
    assertNone(
        "members of a team's channel who are not in the team",
        "select count(*) from channel_members m join channels c on c.id = m.channel_id"
            + " where c.team_id <> '' and not exists (select 1 from team_members t"
            + " where t.team_id = c.team_id and t.user_id = m.user_id and t.delete_at = 0)");
    assertNone(
        "members of a team who are not in its usual channels",
        "select count(*) from team_members t join channels c on c.team_id = t.team_id"
            + " where t.delete_at = 0 and c.name = 'town-square' and not exists"
            + " (select 1 from channel_members m"
            + " where m.channel_id = c.id and m.user_id = t.user_id)");
    assertNone(
        "conversations of two that are not of their two",
        "select count(*) from channels c where c.kind = 'D' and (select count(*)"
            + " from channel_members m where m.channel_id = c.id"
            + " and c.name like '%' || m.user_id || '%')"
            + " <> (case when substring(c.name, 1, 26) = substring(c.name, 29) then 1 else 2 end)");
    assertNone(
        "replies elsewhere than their root, to a reply, or left after it",
        "select count(*) from posts p where p.root_id <> '' and p.original_id = ''"
            + " and p.delete_at = 0 and not exists"
            + " (select 1 from posts r where r.id = p.root_id and r.channel_id = p.channel_id"
            + " and r.root_id = '' and r.delete_at = 0)");
    assertNone(
        "posts that do not know of their reactions",
        "select count(*) from posts p where p.delete_at = 0 and p.original_id = '' and"
            + " p.has_reactions <> (exists (select 1 from reactions r where r.post_id = p.id))");
    assertNone(
        "sessions of who has been deactivated",
        "select count(*) from sessions s join users u on u.id = s.user_id where u.delete_at <> 0");
    assertNone(
        "members who have seen more than there is",
        "select count(*) from channel_members m join channels c on c.id = m.channel_id"
            + " where m.msg_count > c.total_msg_count or m.mention_count < 0");
    users.forEach(this::checkPermissions);
    authors.forEach(
        (post, author) ->
            assertThat(
                    count("select count(*) from posts where id = ? and user_id <> ?", post, author))
                .as("somebody else owns post " + post)
                .isZero());
  }

  private void checkPermissions(String user) {
    boolean all = services.users().get(user).roles().contains("system_admin");
    for (String team : teams) {
      boolean member =
          count(
                  "select count(*) from team_members where team_id = ? and user_id = ?"
                      + " and delete_at = 0",
                  team,
                  user)
              == 1;
      assertThat(services.permissions().inTeam(user, team, "list_team_channels"))
          .as("%s may list channels: member %s", user, member)
          .isEqualTo(member || all);
    }
    for (String channel : channels) {
      boolean member =
          count(
                  "select count(*) from channel_members where channel_id = ? and user_id = ?",
                  channel,
                  user)
              == 1;
      assertThat(services.permissions().inChannel(user, channel, "create_post"))
          .as("%s may post: member %s", user, member)
          .isEqualTo(member || all);
    }
  }

  private void assertNone(String what, String query) {
    assertThat(count(query)).as(what + ", after " + done.size() + " calls").isZero();
  }

  private long count(String query, Object... parameters) {
    return host.surroundings()
        .database()
        .inTransaction(sql -> sql.count(StatementsOfTests.OF_A_TEST + query, parameters));
  }
}
