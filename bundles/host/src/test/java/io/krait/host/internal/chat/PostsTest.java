package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.START;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.api.model.Preference;
import io.krait.api.model.Reaction;
import io.krait.api.model.User;
import io.krait.host.internal.hooks.Asked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostsTest {

  private static final Page FIRST = Page.of(0, 0);

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private final HostHooks hooks =
      new HostHooks() {
        @Override
        public Asked<Post> messageWillBePosted(Post post) {
          return moderated(post);
        }

        @Override
        public Asked<Post> messageWillBeUpdated(Post newPost, Post oldPost) {
          return moderated(newPost);
        }

        @Override
        public void messageHasBeenPosted(Post post) {
          told.add("posted " + post.message());
        }

        @Override
        public void messageHasBeenUpdated(Post newPost, Post oldPost) {
          told.add("updated " + oldPost.message() + " to " + newPost.message());
        }

        @Override
        public void messageHasBeenDeleted(Post post) {
          told.add("deleted " + post.message());
        }

        @Override
        public void reactionHasBeenAdded(Reaction reaction) {
          told.add("added " + reaction.emojiName());
        }

        @Override
        public void reactionHasBeenRemoved(Reaction reaction) {
          told.add("removed " + reaction.emojiName());
        }

        @Override
        public void preferencesHaveBeenDeleted(List<Preference> preferences) {
          told.add("deleted preferences of " + preferences.size());
        }

        @Override
        public void preferencesHaveChanged(List<Preference> preferences) {
          told.add("preferences of " + preferences.size());
        }

        private Asked<Post> moderated(Post post) {
          if (post.message().contains("forbidden")) {
            return new Asked<>(
                CompletableFuture.failedStage(
                    AppError.of("rejected", "Post rejected by plugin. forbidden", 400)));
          }
          return Asked.nobody(
              post.toBuilder()
                  .message(post.message().replace("darn", "****"))
                  .userId("somebody else")
                  .build());
        }
      };
  @AutoClose private TestHost host;
  private Posts posts;
  private PostLists postLists;
  private User ada;
  private Channel channel;

  @BeforeEach
  void open() {
    host = new TestHost(folder, hooks);
    posts = host.services().posts();
    postLists = host.services().postLists();
    ada = host.user("ada");
    channel = host.channel(host.team("red"), "plans");
  }

  @Test
  void aPostIsStoredWithItsPropsAndThereAfterReopening() {
    Map<String, Object> props =
        Map.of("attachments", List.of(Map.of("text", "x", "n", 1L)), "ratio", 0.5, "yes", true);
    Post stored = posts.create(draft("Hello #world and #two").toBuilder().props(props).build());

    assertThat(stored.id()).matches("[a-z0-9]{26}");
    assertThat(stored.createAt()).isEqualTo(START.toEpochMilli());
    assertThat(stored.props()).isEqualTo(props);
    assertThat(stored.hashtags()).isEqualTo("#world #two");
    assertThat(stored.userId()).isEqualTo(ada.id());
    assertThat(told).containsExactly("posted Hello #world and #two");
    Channel counted = host.channels().get(channel.id());
    assertThat(counted.totalMsgCount()).isEqualTo(1);
    assertThat(counted.lastRootPostAt()).isEqualTo(START.toEpochMilli());

    host.close();
    host = new TestHost(folder, hooks);
    posts = host.services().posts();
    postLists = host.services().postLists();
    assertThat(posts.get(stored.id())).isEqualTo(stored);
  }

  @Test
  void hooksChangeOrRejectAPost() {
    assertThat(posts.create(draft("darn it")).message()).isEqualTo("**** it");
    assertFails(400, () -> posts.create(draft("forbidden")));
    assertThat(postLists.inChannel(channel.id(), FIRST).order()).hasSize(1);
    assertThat(told).containsExactly("posted **** it");
  }

  @Test
  void postsThatBreakTheRulesAreRefused() {
    Post root = posts.create(draft("root"));
    Post reply = posts.create(draft("reply").toBuilder().rootId(root.id()).build());
    Channel other = host.channel(host.team("blue"), "plans");

    assertFails(404, () -> posts.create(draft("x").toBuilder().channelId("nothing").build()));
    assertFails(400, () -> posts.create(draft("x").toBuilder().userId("nobody").build()));
    assertFails(400, () -> posts.create(draft("x").toBuilder().rootId("nothing").build()));
    assertFails(400, () -> posts.create(draft("x").toBuilder().rootId(reply.id()).build()));
    assertFails(
        400,
        () -> posts.create(draft("x").toBuilder().channelId(other.id()).rootId(root.id()).build()));
    assertFails(400, () -> posts.create(draft("x".repeat(16384))));
    assertFails(
        400,
        () ->
            posts.create(draft("x").toBuilder().fileIds(List.of("12345678901".split(""))).build()));
    assertThat(posts.create(draft("\uD83D\uDE00".repeat(16383))).message()).hasSize(2 * 16383);
    host.channels().archive(channel.id());
    assertFails(403, () -> posts.create(draft("x")));
    assertFails(403, () -> posts.update(root.toBuilder().message("y").build()));
  }

  @Test
  void whatIsSentAgainWithItsPendingIdIsTheSamePostForSomeMinutes() {
    Post sent = draft("once").toBuilder().pendingPostId("mine:1").build();
    Post first = posts.create(sent);
    User bob = host.user("bob");

    assertThat(posts.create(sent)).isEqualTo(first);
    assertThat(posts.create(sent, Runnable::run)).isCompletedWithValue(first);
    assertThat(told).containsExactly("posted once");
    assertThat(posts.create(sent.toBuilder().userId(bob.id()).build()).id())
        .isNotEqualTo(first.id());

    host.later(PendingPosts.REMEMBERED);
    Post later = posts.create(sent);
    assertThat(later.id()).isNotEqualTo(first.id());
    posts.sweep();
    assertThat(posts.create(sent).id()).isEqualTo(later.id());
  }

  @Test
  void anEditIsMarkedAndAnythingElseIsNot() {
    Post post = posts.create(draft("one"));
    host.later(Duration.ofSeconds(1));
    Post pinned = posts.update(post.toBuilder().isPinned(true).build());
    assertThat(pinned.editAt()).isZero();
    assertThat(pinned.isPinned()).isTrue();
    assertThat(host.channels().stats(channel.id()).pinnedpostCount()).isEqualTo(1);
    host.later(Duration.ofSeconds(1));

    Post edited =
        posts.update(
            post.toBuilder().message("two darn").channelId("other").props(Map.of("a", 1)).build());

    assertThat(edited.message()).isEqualTo("two ****");
    assertThat(edited.editAt()).isEqualTo(START.plusSeconds(2).toEpochMilli());
    assertThat(edited.channelId()).isEqualTo(channel.id());
    assertThat(edited.userId()).isEqualTo(ada.id());
    assertThat(edited.props()).isEqualTo(Map.of("a", 1L));
    assertThat(postLists.inChannel(channel.id(), FIRST).order()).containsExactly(post.id());
    assertFails(400, () -> posts.update(post.toBuilder().message("forbidden").build()));
    assertFails(400, () -> posts.update(post.toBuilder().message("x".repeat(16384)).build()));
    assertFails(404, () -> posts.update(post.toBuilder().id("nothing").build()));
    assertThat(told).endsWith("updated one to two ****");
  }

  @Test
  void aDeletedRootTakesItsRepliesAlong() {
    Post root = posts.create(draft("root"));
    Post reply = posts.create(draft("reply").toBuilder().rootId(root.id()).build());
    assertThat(postLists.thread(reply.id()).order()).containsExactly(reply.id(), root.id());
    host.later(Duration.ofSeconds(1));

    posts.delete(root.id());

    assertFails(404, () -> posts.get(reply.id()));
    assertFails(404, () -> posts.delete(root.id()));
    assertFails(404, () -> postLists.thread(root.id()));
    assertFails(404, () -> posts.update(root));
    assertThat(told).endsWith("deleted root", "deleted reply");
    PostList since = postLists.since(channel.id(), START.toEpochMilli());
    assertThat(since.order()).containsExactly(reply.id(), root.id());
    assertThat(since.posts().values()).allMatch(post -> post.deleteAt() > 0);
  }

  @Test
  void pagesBeginAtTheNearestPost() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(posts.create(draft("post " + i)).id());
    }

    PostList newest = postLists.inChannel(channel.id(), Page.of(0, 2));
    assertThat(newest.order()).containsExactly(ids.get(6), ids.get(5));
    assertThat(newest.nextPostId()).isEmpty();
    assertThat(newest.prevPostId()).isEqualTo(ids.get(4));
    assertThat(newest.hasNext()).isTrue();
    PostList after = postLists.after(channel.id(), ids.get(2), Page.of(0, 2));
    assertThat(after.order()).containsExactly(ids.get(4), ids.get(3));
    assertThat(after.nextPostId()).isEqualTo(ids.get(5));
    assertThat(after.prevPostId()).isEqualTo(ids.get(2));
    assertThat(postLists.after(channel.id(), ids.get(2), Page.of(1, 2)).order())
        .containsExactly(ids.get(6), ids.get(5));
    assertThat(postLists.before(channel.id(), ids.get(2), Page.of(0, 5)).order())
        .containsExactly(ids.get(1), ids.get(0));
    assertThat(postLists.before(channel.id(), ids.get(2), Page.of(1, 5)).order()).isEmpty();
    assertFails(404, () -> postLists.after(channel.id(), "nothing", FIRST));
    assertFails(404, () -> postLists.before("nothing", ids.get(2), FIRST));
    assertThat(postLists.inChannel("nothing", FIRST).order()).isEmpty();
  }

  @Test
  void reactionsComeAndGoOnce() {
    Reactions reactions = host.services().reactions();
    Post post = posts.create(draft("nice"));
    told.clear();
    Reaction smile =
        Reaction.builder().userId(ada.id()).postId(post.id()).emojiName("smile").build();

    Reaction stored = reactions.add(smile);
    assertThat(stored.channelId()).contains(channel.id());
    assertThat(reactions.add(smile)).isEqualTo(stored);
    Reaction thumb = reactions.add(smile.toBuilder().emojiName("+1").build());
    assertThat(reactions.of(post.id())).containsExactly(stored, thumb);
    assertThat(posts.get(post.id()).hasReactions()).isTrue();

    reactions.remove(smile);
    reactions.remove(smile);
    reactions.remove(thumb);
    assertThat(reactions.of(post.id())).isEmpty();
    assertThat(posts.get(post.id()).hasReactions()).isFalse();
    assertThat(told).containsExactly("added smile", "added +1", "removed smile", "removed +1");

    assertFails(404, () -> reactions.add(smile.toBuilder().postId("nothing").build()));
    assertFails(404, () -> reactions.remove(smile.toBuilder().postId("nothing").build()));
    assertFails(400, () -> reactions.add(smile.toBuilder().userId("nobody").build()));
    assertFails(400, () -> reactions.add(smile.toBuilder().emojiName("no name").build()));
    host.channels().archive(channel.id());
    assertFails(403, () -> reactions.add(smile));
    assertFails(403, () -> reactions.remove(smile));
  }

  @Test
  void preferencesAreWrittenTogetherOrNotAtAll() {
    Preferences preferences = new Preferences(host.surroundings());
    Preference theme = Preference.builder().category("look").name("theme").value("dark").build();
    Preference size = Preference.builder().category("look").name("size").value("big").build();
    told.clear();

    preferences.put(ada.id(), List.of(theme, size));
    preferences.put(ada.id(), List.of(theme.toBuilder().value("light").build()));

    assertThat(preferences.get(ada.id(), "look", "theme").value()).isEqualTo("light");
    assertThat(preferences.of(ada.id())).hasSize(2);
    assertThat(told).containsExactly("preferences of 2", "preferences of 1");
    Preference foreign = size.toBuilder().userId("somebody else").value("small").build();
    Preference nameless = size.toBuilder().category("").build();
    assertFails(400, () -> preferences.put(ada.id(), List.of(theme, foreign)));
    assertFails(400, () -> preferences.put(ada.id(), List.of(theme, nameless)));
    assertFails(400, () -> preferences.delete(ada.id(), List.of(foreign)));
    preferences.delete(ada.id(), List.of(theme));
    preferences.delete(ada.id(), List.of(theme));
    assertThat(told)
        .containsExactly("preferences of 2", "preferences of 1", "deleted preferences of 1");
    assertFails(404, () -> preferences.get(ada.id(), "look", "theme"));
    assertThat(preferences.of("nobody")).isEmpty();
  }

  private Post draft(String message) {
    return Post.builder().userId(ada.id()).channelId(channel.id()).message(message).build();
  }
}
