package io.krait.host.internal.plugin;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.model.Channel;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.MessageWillBeUpdatedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.commands.SlashCommands;
import io.krait.hostkit.testing.FakeHostedPlugin;
import io.krait.testing.HooksInMemory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchedHooksTest {

  @TempDir Path folder;

  private final DispatchedHooks hooks = new DispatchedHooks();
  private final List<String> told = new ArrayList<>();
  private final List<PluginContext> contexts = new ArrayList<>();
  @AutoClose private TestHost host;
  private HostServices services;
  private SlashCommands commands;
  private WholeApi whole;
  private User ada;
  private Channel channel;

  @BeforeEach
  void open() {
    host = new TestHost(folder, hooks);
    whole = new WholeApi(host.surroundings(), hooks);
    services = whole.services();
    commands = whole.slashCommands();
    ada = host.user("ada");
    channel = host.channel(host.team("crew"), "deck");
  }

  @Test
  void withoutADispatcherEverythingPasses() {
    assertThat(post("hello").message()).isEqualTo("hello");
    assertThat(services.logins().authenticate("ada", "correct horse", "192.0.2.1")).isNotNull();
    assertThat(hooks.of("any")).isEmpty();
  }

  @Test
  void aPluginChangesAMessageAndIsToldOfTheStoredOne() {
    runs(
        post ->
            MessageWillBePostedResult.builder()
                .modifiedPost(post.toBuilder().message(post.message() + "!").build()));

    assertThat(post("hello").message()).isEqualTo("hello!");
    assertThat(told).containsExactly("posted hello!");
  }

  @Test
  void aRejectionIsSaidInTheWordsThatClientsKnow() {
    runs(post -> MessageWillBePostedResult.builder().rejectionReason("no shouting"));

    assertThatThrownBy(() -> post("HELLO"))
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.statusCode()).isEqualTo(400);
              assertThat(error.id()).isEqualTo("Post rejected by plugin. no shouting");
              assertThat(error.message()).isEqualTo("Post rejected by plugin. no shouting");
            });
    assertThat(told).isEmpty();
  }

  @Test
  void aDismissedPostFailsWithNothingButTheConstant() {
    runs(post -> MessageWillBePostedResult.builder().rejectionReason(DispatchedHooks.DISMISS));

    assertThatThrownBy(() -> post("hello"))
        .isInstanceOfSatisfying(
            AppError.class,
            error ->
                assertThat(error.id()).isEqualTo("plugin.message_will_be_posted.dismiss_post"));
  }

  @Test
  void anEditThatIsRejectedLeavesThePostAsItWas() {
    Post stored = post("hello");
    hooks.bindDispatcher(
        new HooksInMemory(
            "one",
            new PluginHooks() {
              @Override
              public MessageWillBeUpdatedResult messageWillBeUpdated(
                  PluginContext context, Post newPost, Post oldPost) {
                return MessageWillBeUpdatedResult.builder().rejectionReason("final").build();
              }
            }));

    assertFails(400, () -> services.posts().update(stored.toBuilder().message("bye").build()))
        .hasMessageContaining("Post rejected by plugin. final");
    assertThat(services.posts().get(stored.id()).message()).isEqualTo("hello");
  }

  @Test
  void aLoginIsRejectedWithTheReason() {
    hooks.bindDispatcher(
        new HooksInMemory(
            "one",
            new PluginHooks() {
              @Override
              public String userWillLogIn(PluginContext context, User user) {
                return "closed for " + user.username();
              }
            }));

    assertFails(400, () -> services.logins().authenticate("ada", "correct horse", "192.0.2.1"))
        .hasMessageContaining("Login rejected by plugin: closed for ada");
  }

  @Test
  void hooksSeeTheRequestInWhichSomethingHappens() {
    runs(post -> MessageWillBePostedResult.builder());
    PluginContext request =
        PluginContext.builder().requestId("r").sessionId("s").ipAddress("::1").build();

    try (var within = hooks.within(request)) {
      post("in a request");
    }
    post("outside of requests");

    assertThat(contexts.subList(0, 2)).containsOnly(request);
    assertThat(contexts.get(2).sessionId()).isEmpty();
    assertThat(contexts.get(2).requestId()).isNotEmpty();
  }

  @Test
  void aDispatcherThatFailsCostsNobodyAMessage() {
    runs(
        post -> {
          throw new IllegalStateException("being stopped");
        });

    assertThat(post("hello").message()).isEqualTo("hello");
  }

  @Test
  void whatTheDispatcherRefusesIsRefused() {
    runs(
        post -> {
          throw AppError.of(HookDispatcher.NOT_READY, "the moderator is not up yet", 503);
        });

    assertFails(503, () -> post("hello")).hasMessageContaining("the moderator is not up yet");
    assertThat(told).isEmpty();
  }

  @Test
  void aDispatcherThatIsGoneIsNotAskedUnlessAnotherHasTakenItsPlace() {
    HooksInMemory old = new HooksInMemory("old", new PluginHooks() {});
    HooksInMemory young = new HooksInMemory("young", new PluginHooks() {});
    hooks.bindDispatcher(old);
    hooks.bindDispatcher(young);
    hooks.unbindDispatcher(old);
    assertThat(hooks.of("young")).isPresent();

    hooks.unbindDispatcher(young);
    assertThat(hooks.of("young")).isEmpty();
  }

  @Test
  void postsOfPluginsAreShownToPluginsAsWell() {
    runs(
        post ->
            MessageWillBePostedResult.builder()
                .modifiedPost(post.toBuilder().message("seen " + post.message()).build()));
    PluginApi api = apiOf("one");

    Post stored =
        api.createPost(
            Post.builder().userId(ada.id()).channelId(channel.id()).message("by me").build());

    assertThat(stored.message()).isEqualTo("seen by me");
    assertThat(stored.props()).containsEntry("from_plugin", "true");
    assertThat(told).containsExactly("posted seen by me");
  }

  @Test
  void aPluginReadsPostsAsTheOthersWantThemShown() {
    hooks.bindDispatcher(
        new HooksInMemory(
            "one",
            new PluginHooks() {
              @Override
              public List<Post> messagesWillBeConsumed(List<Post> posts) {
                return posts.stream()
                    .map(post -> post.toBuilder().message("shown " + post.message()).build())
                    .toList();
              }
            }));
    Post post =
        services
            .posts()
            .create(
                Post.builder().userId(ada.id()).channelId(channel.id()).message("ahoy").build());

    assertThat(apiOf("two").getPost(post.id()).message()).isEqualTo("shown ahoy");
    assertThat(apiOf("two").getPostsForChannel(channel.id(), 0, 60).posts().get(post.id()))
        .returns("shown ahoy", Post::message);
    assertThat(apiOf("one").getPost(post.id()).message()).isEqualTo("ahoy");
  }

  @Test
  void aPluginReadsPostsAsTheyAreWhereAnotherOneFailsToShowThem() {
    hooks.bindDispatcher(
        new HooksInMemory(
            "one",
            new PluginHooks() {
              @Override
              public List<Post> messagesWillBeConsumed(List<Post> posts) {
                throw new IllegalStateException("broken");
              }
            }));
    Post post =
        services
            .posts()
            .create(
                Post.builder().userId(ada.id()).channelId(channel.id()).message("ahoy").build());

    assertThat(apiOf("two").getPost(post.id()).message()).isEqualTo("ahoy");
  }

  @Test
  void aSlashCommandIsRunByThePluginThatHasIt() {
    whole.commands().register("one", Command.builder().trigger("count").build());
    whole.runs(
        new HooksInMemory(
            "one",
            new PluginHooks() {
              @Override
              public Optional<CommandResponse> executeCommand(
                  PluginContext context, CommandArgs args) {
                assertThat(args.triggerId()).isNotEmpty();
                assertThat(args.teamId()).isEqualTo(channel.teamId());
                return Optional.of(CommandResponse.builder().text("ran " + args.command()).build());
              }
            }));

    assertThat(commands.run(line("/count to 3")).await().orElseThrow().text())
        .isEqualTo("ran /count to 3");
    assertThat(commands.run(line("/COUNT")).await().orElseThrow().text()).isEqualTo("ran /COUNT");
    assertFails(404, () -> commands.run(line("/other")));
    assertFails(400, () -> commands.run(line("count")));
    assertFails(400, () -> commands.run(line("/ count")));
    whole.runs(new HooksInMemory("two", new PluginHooks() {}));
    assertFails(503, () -> commands.run(line("/count"))).hasMessageContaining("plugin one");
  }

  @Test
  void expiredEntriesAndSessionsAreSweptAway() {
    services.entries().set("one", "key", Bytes.utf8("value"), 1);
    host.later(Duration.ofSeconds(2));
    services.entries().sweep();
    services.sessions().sweep();

    assertThat(
            services
                .surroundings()
                .database()
                .<Long>inTransaction(sql -> sql.count("select count(*) from plugin_entries")))
        .isZero();
  }

  private CommandArgs line(String line) {
    return CommandArgs.builder().userId(ada.id()).channelId(channel.id()).command(line).build();
  }

  private Post post(String message) {
    return services
        .posts()
        .create(Post.builder().userId(ada.id()).channelId(channel.id()).message(message).build());
  }

  private interface Moderation {
    MessageWillBePostedResult.Builder of(Post post);
  }

  private void runs(Moderation moderation) {
    hooks.bindDispatcher(
        new HooksInMemory(
            "one",
            new PluginHooks() {
              @Override
              public MessageWillBePostedResult messageWillBePosted(
                  PluginContext context, Post post) {
                contexts.add(context);
                return moderation.of(post).build();
              }

              @Override
              public void messageHasBeenPosted(PluginContext context, Post post) {
                contexts.add(context);
                told.add("posted " + post.message());
              }
            }));
  }

  private PluginApi apiOf(String pluginId) {
    return whole.of(new FakeHostedPlugin(pluginId, folder, Map.of()));
  }
}
