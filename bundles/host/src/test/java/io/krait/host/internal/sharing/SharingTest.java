package io.krait.host.internal.sharing;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.model.Channel;
import io.krait.api.model.GetPostsSinceForSyncCursor;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.RegisterPluginOpts;
import io.krait.api.model.SharedChannel;
import io.krait.api.model.SyncMsgJson;
import io.krait.api.model.SyncResponse;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Attachments;
import io.krait.host.internal.chat.DirectChannels;
import io.krait.host.internal.chat.Posts;
import io.krait.host.internal.chat.Reactions;
import io.krait.host.internal.chat.Statuses;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.json.ModelJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {

  private static final String PLUGIN = "com.example.bridge";

  private final Signals signals = new Signals();
  private final List<JsonNode> messages = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private Supplier<Optional<SyncResponse>> response = Optional::empty;
  private Supplier<Boolean> ping = () -> true;
  private boolean running = true;
  private TestHost host;
  private Sharing sharing;
  private Synchroniser synchroniser;
  private Posts posts;
  private Reactions reactions;
  private Attachments attachments;
  private User ann;
  private Channel channel;
  private String remoteId;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, signals);
    sharing = Sharing.in(host.surroundings(), host.channels(), signals);
    posts = new Posts(host.surroundings(), host.users());
    reactions = new Reactions(host.surroundings(), host.users(), host.channels(), posts);
    attachments = new Attachments(host.surroundings(), host.users(), host.channels(), new Images());
    synchroniser =
        new Synchroniser(
            host.surroundings(),
            sharing,
            new Parcels(
                host.surroundings(),
                host.users(),
                new Statuses(host.surroundings(), host.users()),
                reactions,
                attachments),
            ModelJson.mapper(),
            id -> running && id.equals(PLUGIN) ? Optional.of(plugin()) : Optional.empty(),
            () -> true);
    ann = host.user("ann");
    channel = host.channel(host.team("alpha"), "code");
    remoteId = register();
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void remoteHasTheSameIdEachTimeItIsRegistered() {
    assertThat(register()).isEqualTo(remoteId);
    sharing.remotes().unregister(PLUGIN);
    sharing.remotes().unregister(PLUGIN);
    assertThat(sharing.remotes().all()).isEmpty();
    assertThat(register()).isEqualTo(remoteId);
    assertThat(sharing.remotes().all().get(0).siteUrl()).isEqualTo("plugin_" + PLUGIN);
  }

  @Test
  void channelIsSharedChangedAndUnshared() {
    SharedChannel shared =
        sharing.channels().share(SharedChannel.builder().channelId(channel.id()).build(), PLUGIN);

    assertThat(shared.shareName()).isEqualTo("code");
    assertThat(shared.home()).isEqualTo("true");
    assertThat(shared.teamId()).isEqualTo(channel.teamId());
    assertThat(shared.creatorId()).isEqualTo(PLUGIN);
    assertThat(sharing.channels().update(shared.toBuilder().readOnly(true).build()).readOnly())
        .isTrue();
    assertThat(sharing.channels().unshare(channel.id())).isTrue();
    assertThat(sharing.channels().unshare(channel.id())).isFalse();
    assertFails(404, () -> sharing.channels().update(shared));
    assertFails(404, () -> sharing.channels().unshare("none"));
    assertFails(404, () -> sharing.channels().sync(channel.id()));
  }

  @Test
  void whatCannotBeSharedIsRefused() {
    SharedChannel wanted = SharedChannel.builder().channelId(channel.id()).build();
    Channel group =
        new DirectChannels(host.surroundings(), host.users())
            .ofSome(List.of(ann.id(), host.user("bob").id(), host.user("cid").id()));

    assertFails(404, () -> sharing.channels().share(wanted.toBuilder().channelId("x").build(), ""));
    assertFails(
        400, () -> sharing.channels().share(wanted.toBuilder().shareName("A b").build(), ""));
    assertFails(
        400, () -> sharing.channels().share(wanted.toBuilder().channelId(group.id()).build(), ""));
  }

  @Test
  void remoteIsInvitedToASharedChannelOrSharesIt() {
    assertFails(400, () -> sharing.channels().invite(channel.id(), remoteId, PLUGIN, false));
    assertFails(404, () -> sharing.channels().invite(channel.id(), "none", PLUGIN, true));
    assertFails(404, () -> sharing.channels().invite("none", remoteId, PLUGIN, true));

    invite();
    invite();

    assertThat(sharing.channels().of(channel.id())).hasSize(1);
    sharing.channels().uninvite(channel.id(), remoteId);
    assertFails(404, () -> sharing.channels().uninvite(channel.id(), remoteId));
    assertFails(
        404,
        () ->
            sharing
                .channels()
                .setCursor(channel.id(), remoteId, GetPostsSinceForSyncCursor.builder().build()));
  }

  @Test
  void postsReactionsUsersAndStatusesAreBroughtOnce() throws Exception {
    invite();
    Post post = post("hello");
    react(post, "");
    bring();
    bring();

    assertThat(messages).hasSize(1);
    JsonNode message = messages.get(0);
    assertThat(message.at("/channel_id").asText()).isEqualTo(channel.id());
    assertThat(message.at("/posts/0/message").asText()).isEqualTo("hello");
    assertThat(message.at("/reactions/0/emoji_name").asText()).isEqualTo("smile");
    assertThat(message.at("/users/" + ann.id() + "/username").asText()).isEqualTo("ann");
    assertThat(message.at("/statuses/0/user_id").asText()).isEqualTo(ann.id());

    post("again");
    bring();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).has("users")).isFalse();
  }

  @Test
  void editedAndDeletedPostsAreBroughtAgain() throws Exception {
    invite();
    Post post = post("hello");
    bring();
    posts.update(post.toBuilder().message("changed").build());
    bring();
    posts.delete(post.id());
    bring();

    assertThat(messages).hasSize(3);
    assertThat(messages.get(1).at("/posts/0/message").asText()).isEqualTo("changed");
    assertThat(messages.get(2).at("/posts/0/delete_at").asLong()).isPositive();
  }

  @Test
  void whatCameFromTheRemoteIsNotSentBack() throws Exception {
    invite();
    posts.create(
        Post.builder()
            .channelId(channel.id())
            .userId(ann.id())
            .message("theirs")
            .remoteId(remoteId)
            .build());
    bring();
    assertThat(messages).isEmpty();

    Post ours = post("ours");
    react(ours, remoteId);
    bring();
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).at("/posts/0/id").asText()).isEqualTo(ours.id());
    assertThat(messages.get(0).has("reactions")).isFalse();
  }

  @Test
  void whatIsNotTakenOverIsBroughtAgainLaterEachTime() throws Exception {
    invite();
    post("hello");
    response =
        () -> {
          throw AppError.of("no", "not now", 500);
        };
    bring();
    assertThat(messages).hasSize(1);
    roundAfter(0);
    assertThat(messages).hasSize(2);
    roundAfter(1);
    assertThat(messages).hasSize(2);
    roundAfter(1);
    assertThat(messages).hasSize(3);
    response = Optional::empty;
    roundAfter(4);
    roundAfter(60);

    assertThat(messages).hasSize(4);
  }

  @Test
  void rightAfterThePostThatWasTakenOverItGoesOn() throws Exception {
    invite();
    Post first = post("first");
    host.later(Duration.ofSeconds(1));
    Post second = post("second");
    response =
        () -> Optional.of(SyncResponse.builder().postsLastUpdateAt(first.updateAt()).build());
    bring();
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).at("/posts/0/id").asText()).isEqualTo(second.id());
    assertThat(messages.get(1).at("/posts").size()).isEqualTo(1);
    response = Optional::empty;
    host.later(Duration.ofSeconds(5));
    bring();
    assertThat(sharing.channels().of(channel.id()).get(0).cursor().lastPostId())
        .isEqualTo(second.id());
  }

  @Test
  void cursorThatIsSetIsWhereItGoesOn() throws Exception {
    Post before = post("before");
    invite();
    sharing
        .channels()
        .setCursor(channel.id(), remoteId, GetPostsSinceForSyncCursor.builder().build());
    bring();

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).at("/posts/0/id").asText()).isEqualTo(before.id());
  }

  @Test
  void remoteThatDoesNotAnswerGetsNothingUntilItDoes() throws Exception {
    ping = () -> false;
    invite();
    for (int i = 0; i < 3; i++) {
      synchroniser.round(Set.of());
      host.later(Duration.ofMinutes(2));
    }
    post("hello");
    bring();
    assertThat(messages).isEmpty();

    ping = () -> true;
    host.later(Duration.ofMinutes(2));
    bring();
    host.later(Duration.ofSeconds(10));
    bring();

    assertThat(messages).hasSize(1);
    assertThat(sharing.remotes().all().get(0).lastPingAt()).isPositive();
  }

  @Test
  void pluginThatDoesNotRunGetsWhatItHasMissed() throws Exception {
    invite();
    running = false;
    post("hello");
    bring();
    running = true;
    host.later(Duration.ofSeconds(10));
    bring();

    assertThat(messages).hasSize(1);
  }

  @Test
  void attachmentIsBroughtOnce() throws Exception {
    host.teamMembers().add(channel.teamId(), ann.id(), "");
    host.channelMembers().add(channel.id(), ann.id(), "");
    invite();
    String fileId =
        attachments
            .upload(ann.id(), channel.id(), "a.txt", new ByteArrayInputStream(new byte[3]))
            .id();
    Post post =
        posts.create(
            Post.builder()
                .channelId(channel.id())
                .userId(ann.id())
                .message("look")
                .fileIds(List.of(fileId))
                .build());
    bring();
    posts.update(post.toBuilder().message("look there").build());
    bring();

    assertThat(messages).hasSize(2);
    assertThat(calls).containsOnlyOnce("onSharedChannelsAttachmentSyncMsg");
  }

  private String register() {
    return sharing
        .remotes()
        .register(PLUGIN, RegisterPluginOpts.builder().displayName("Bridge").build());
  }

  private void invite() {
    sharing.channels().invite(channel.id(), remoteId, PLUGIN, true);
  }

  private Post post(String text) {
    return posts.create(
        Post.builder().channelId(channel.id()).userId(ann.id()).message(text).build());
  }

  private void react(Post post, String from) {
    reactions.add(
        Reaction.builder()
            .postId(post.id())
            .userId(ann.id())
            .emojiName("smile")
            .remoteId(from.isEmpty() ? null : from)
            .build());
  }

  private void bring() throws InterruptedException {
    synchroniser.round(signals.await(Duration.ofMillis(1)));
    host.later(Duration.ofSeconds(1));
    synchroniser.round(Set.of());
    host.later(Duration.ofSeconds(1));
  }

  private void roundAfter(int seconds) throws InterruptedException {
    host.later(Duration.ofSeconds(seconds));
    synchroniser.round(Set.of());
  }

  private AsyncPluginHooks plugin() {
    return (AsyncPluginHooks)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AsyncPluginHooks.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              try {
                if (method.getName().equals("onSharedChannelsPing")) {
                  return CompletableFuture.completedStage(ping.get());
                }
                if (method.getName().equals("onSharedChannelsSyncMsg")) {
                  messages.add(read((SyncMsgJson) arguments[0]));
                  return CompletableFuture.completedStage(response.get());
                }
                return CompletableFuture.completedStage(null);
              } catch (AppError error) {
                return CompletableFuture.failedStage(error);
              }
            });
  }

  private static JsonNode read(SyncMsgJson message) {
    try {
      return new ObjectMapper().readTree(message.syncMsgJson().toByteArray());
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
