package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.Post;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.PostPriority;
import io.krait.api.model.Team;
import io.krait.api.model.TeamUnread;
import io.krait.api.model.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelViewsTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private ChannelViews views;
  private Team team;
  private Channel channel;
  private User ada;
  private User bob;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    views = host.services().channelViews();
    team = host.team("red");
    channel = host.channel(team, "plans");
    ada = member("ada");
    bob = member("bob");
  }

  @Test
  void whatOthersPostIsUnreadUntilTheChannelIsViewed() {
    Post root = post(ada, "one");
    host.later(Duration.ofSeconds(1));
    reply(ada, root, "two");

    assertThat(views.ofChannel(bob.id(), channel.id()).msgCount()).isEqualTo(2);
    assertThat(views.ofChannel(bob.id(), channel.id()).msgCountRoot()).isEqualTo(1);
    assertThat(views.ofChannel(ada.id(), channel.id()).msgCount()).isZero();

    assertThat(views.view(bob.id(), List.of(channel.id(), "nothing", ""), false))
        .containsOnlyKeys(channel.id());

    ChannelMember member = host.channelMembers().get(channel.id(), bob.id());
    assertThat(member.msgCount()).isEqualTo(2);
    assertThat(member.msgCountRoot()).isEqualTo(1);
    assertThat(member.lastViewedAt())
        .isEqualTo(TestHost.START.plus(Duration.ofSeconds(1)).toEpochMilli());
    assertThat(views.ofChannel(bob.id(), channel.id()).msgCount()).isZero();
    assertFails(404, () -> views.ofChannel(bob.id(), "nothing"));
    assertFails(404, () -> views.ofChannel("nobody", channel.id()));
  }

  @Test
  void whoIsNamedIsMentioned() {
    assertThat(mentionedBy("hello @bob.")).isTrue();
    assertThat(mentionedBy("hello @BOB, you")).isTrue();
    assertThat(mentionedBy("hello bob")).isFalse();
    assertThat(mentionedBy("mail to x@bobby and `@bob`")).isFalse();
    assertThat(mentionedBy("```\n@bob\n```")).isFalse();
    assertThat(mentionedBy("@all")).isTrue();
    assertThat(mentionedBy("@channel!")).isTrue();
    assertThat(mentionedBy("@here")).isFalse();
    host.services().statuses().set(bob.id(), "online");
    assertThat(mentionedBy("@here")).isTrue();
  }

  @Test
  void wordsAndFirstNamesMentionWhoWantsIt() {
    bob =
        host.users()
            .update(
                bob.toBuilder()
                    .firstName("Robert")
                    .notifyProps(Map.of("first_name", "true", "mention_keys", "Cake, tea,,cake"))
                    .build());

    assertThat(mentionedBy("there is CAKE!")).isTrue();
    assertThat(mentionedBy("there are cakes")).isFalse();
    assertThat(mentionedBy("dear Robert,")).isTrue();
    assertThat(mentionedBy("dear robert,")).isFalse();
  }

  @Test
  void whoMutesAChannelIsNotMeantWithAllOthersAndHasNothingUnreadButMentions() {
    host.channelMembers()
        .setNotifications(channel.id(), bob.id(), Map.of("mark_unread", "mention"));

    post(ada, "@channel look");
    assertThat(views.ofChannel(bob.id(), channel.id()).mentionCount()).isZero();
    assertThat(views.ofChannel(bob.id(), channel.id()).msgCount()).isZero();
    post(ada, "@bob look");
    assertThat(views.ofChannel(bob.id(), channel.id()).mentionCount()).isEqualTo(1);
    assertThat(views.ofTeam(bob.id(), team.id()).msgCount()).isZero();
    assertThat(views.ofTeam(bob.id(), team.id()).mentionCount()).isEqualTo(1);
  }

  @Test
  void nobodyIsMentionedByThemselvesAndEverybodyInConversations() {
    post(bob, "@bob @all");
    assertThat(views.ofChannel(bob.id(), channel.id()).mentionCount()).isZero();
    assertThat(views.ofChannel(ada.id(), channel.id()).mentionCount()).isEqualTo(1);

    Channel direct = host.services().directChannels().ofTwo(ada.id(), bob.id());
    host.services()
        .posts()
        .create(Post.builder().userId(ada.id()).channelId(direct.id()).message("psst").build());
    assertThat(views.ofChannel(bob.id(), direct.id()).mentionCount()).isEqualTo(1);
    assertThat(views.ofTeams(bob.id())).extracting(TeamUnread::teamId).containsExactly(team.id());
  }

  @Test
  void urgentMentionsAreCountedApart() {
    Post urgent =
        host.services()
            .posts()
            .create(
                draft(ada, "@bob run").toBuilder()
                    .metadata(
                        PostMetadata.builder()
                            .priority(PostPriority.builder().priority("urgent").build())
                            .build())
                    .build());

    assertThat(urgent.metadata().orElseThrow().priority().orElseThrow().priority())
        .contains("urgent");
    assertThat(views.ofChannel(bob.id(), channel.id()).urgentMentionCount()).isEqualTo(1);
    assertFails(
        400, () -> host.services().posts().create(urgent.toBuilder().rootId(urgent.id()).build()));
  }

  @Test
  void aPostAndAllAfterItCanBeMadeUnreadAgain() {
    post(ada, "one");
    host.later(Duration.ofSeconds(1));
    Post second = post(ada, "two @bob");
    host.later(Duration.ofSeconds(1));
    reply(ada, second, "three");
    views.view(bob.id(), List.of(channel.id()), false);

    ChannelUnread unread = views.markUnread(bob.id(), second.id());

    assertThat(unread.msgCount()).isEqualTo(1);
    assertThat(unread.mentionCount()).isEqualTo(1);
    assertThat(unread.lastViewedAt()).isEqualTo(second.createAt() - 1);
    assertThat(views.ofChannel(bob.id(), channel.id()).msgCount()).isEqualTo(2);
    assertThat(views.ofChannel(bob.id(), channel.id()).msgCountRoot()).isEqualTo(1);
    assertFails(404, () -> views.markUnread(bob.id(), "nothing"));
    assertFails(404, () -> views.markUnread("nobody", second.id()));
  }

  @Test
  void teamsSumUpWhatIsUnreadInTheirChannelsAndThreads() {
    Team blue = host.team("blue");
    host.teamMembers().add(blue.id(), bob.id(), "");
    Post root = post(bob, "root");
    reply(ada, root, "@bob yes");
    post(ada, "more");

    assertThat(views.ofTeams(bob.id()))
        .extracting(TeamUnread::teamId)
        .containsExactlyInAnyOrder(team.id(), blue.id());
    TeamUnread unread = views.ofTeam(bob.id(), team.id());
    assertThat(unread.msgCount()).isEqualTo(2);
    assertThat(unread.msgCountRoot()).isEqualTo(1);
    assertThat(unread.mentionCount()).isEqualTo(1);
    assertThat(unread.mentionCountRoot()).isZero();
    assertThat(unread.threadCount()).isEqualTo(1);
    assertThat(unread.threadMentionCount()).isEqualTo(1);
    assertThat(views.ofTeam(bob.id(), blue.id()).msgCount()).isZero();
    assertFails(404, () -> views.ofTeam(bob.id(), "nothing"));

    views.view(bob.id(), List.of(channel.id()), true);
    assertThat(views.ofTeam(bob.id(), team.id()))
        .isEqualTo(TeamUnread.builder().teamId(team.id()).build());
  }

  private boolean mentionedBy(String message) {
    views.view(bob.id(), List.of(channel.id()), true);
    post(ada, message);
    return views.ofChannel(bob.id(), channel.id()).mentionCount() == 1;
  }

  private User member(String name) {
    User user = host.user(name);
    host.teamMembers().add(team.id(), user.id(), "");
    host.channelMembers().add(channel.id(), user.id(), "");
    return user;
  }

  private Post post(User author, String message) {
    return host.services().posts().create(draft(author, message));
  }

  private Post reply(User author, Post root, String message) {
    return host.services()
        .posts()
        .create(draft(author, message).toBuilder().rootId(root.id()).build());
  }

  private Post draft(User author, String message) {
    return Post.builder().userId(author.id()).channelId(channel.id()).message(message).build();
  }
}
