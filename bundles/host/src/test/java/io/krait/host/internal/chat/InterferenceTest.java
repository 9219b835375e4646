package io.krait.host.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.SidebarCategoryWithChannels;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.images.Initials;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.webhooks.IncomingHook;
import io.krait.host.internal.webhooks.OutgoingHook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several who change the same thing at the same time, nobody undoes what another one did. */
class InterferenceTest {

  private static final int TIMES = 12;

  @TempDir Path folder;

  private final Meddling meddling = new Meddling();
  @AutoClose private TestHost host;
  private HostServices services;
  private User ada;
  private Team team;
  private Channel channel;

  @BeforeEach
  void open() {
    host = new TestHost(folder, meddling);
    services = HostServices.in(host.surroundings(), new Passwords(8, 1));
    ada = host.user("ada");
    team = host.team("crew");
    channel = host.channel(team, "deck");
    services.teamMembers().add(team.id(), ada.id(), "");
    services.channelMembers().add(channel.id(), ada.id(), "");
  }

  @Test
  void eachAdditionToAProfileIsThere() throws Exception {
    atTheSameTime(
        TIMES,
        number ->
            services
                .users()
                .change(
                    ada.id(), user -> user.toBuilder().nickname(user.nickname() + "x").build()));

    assertThat(services.users().get(ada.id()).nickname()).hasSize(TIMES);
  }

  @Test
  void eachAdditionToATeamAndToAChannelIsThere() throws Exception {
    atTheSameTime(
        TIMES,
        number ->
            services
                .teams()
                .change(
                    team.id(),
                    before -> before.toBuilder().description(before.description() + "x").build()));
    atTheSameTime(
        TIMES,
        number ->
            services
                .channels()
                .change(
                    channel.id(),
                    before -> before.toBuilder().header(before.header() + "x").build(),
                    ""));

    assertThat(services.teams().get(team.id()).description()).hasSize(TIMES);
    assertThat(services.channels().get(channel.id()).header()).hasSize(TIMES);
  }

  @Test
  void eachNotificationSettingOfAMemberIsThere() throws Exception {
    List<String> names = List.of("one", "two", "three", "four", "five", "six");

    atTheSameTime(
        names.size(),
        number ->
            services
                .channelMembers()
                .setNotifications(channel.id(), ada.id(), Map.of(names.get(number), "on")));

    assertThat(services.channelMembers().get(channel.id(), ada.id()).notifyProps().keySet())
        .containsAll(names);
  }

  @Test
  void eachAdditionToAWebhookIsThere() throws Exception {
    IncomingHook incoming =
        services
            .incomingHooks()
            .create(ada.id(), new IncomingHook.Wanted(channel.id(), "", "", "", "", false));
    OutgoingHook outgoing =
        services
            .outgoingHooks()
            .create(
                ada.id(),
                new OutgoingHook.Wanted(
                    channel.id(),
                    team.id(),
                    List.of(),
                    0,
                    List.of("https://example.com"),
                    "",
                    "",
                    "",
                    "",
                    ""));

    atTheSameTime(
        TIMES,
        number ->
            services
                .incomingHooks()
                .change(
                    incoming.id(),
                    before ->
                        new IncomingHook.Wanted(
                            before.channelId(), before.displayName() + "x", "", "", "", false)));
    atTheSameTime(
        TIMES,
        number ->
            services
                .outgoingHooks()
                .change(
                    outgoing.id(),
                    before ->
                        new OutgoingHook.Wanted(
                            before.channelId(),
                            before.teamId(),
                            before.triggerWords(),
                            0,
                            before.callbackUrls(),
                            before.displayName() + "x",
                            "",
                            "",
                            "",
                            "")));

    assertThat(services.incomingHooks().get(incoming.id()).displayName()).hasSize(TIMES);
    assertThat(services.outgoingHooks().get(outgoing.id()).displayName()).hasSize(TIMES);
  }

  @Test
  void eachNewCategoryKeepsAPlaceOfItsOwn() throws Exception {
    atTheSameTime(
        4,
        number ->
            services
                .sidebars()
                .create(
                    ada.id(),
                    team.id(),
                    SidebarCategoryWithChannels.builder().displayName("more " + number).build()));

    assertThat(services.sidebars().get(ada.id(), team.id()).order()).hasSize(7);
  }

  @Test
  void whatIsSentSeveralTimesWithOnePendingIdIsOnePost() throws Exception {
    Post sent =
        Post.builder()
            .userId(ada.id())
            .channelId(channel.id())
            .message("once")
            .pendingPostId("mine:1")
            .build();
    Set<String> ids = ConcurrentHashMap.newKeySet();

    atTheSameTime(TIMES, number -> ids.add(services.posts().create(sent).id()));

    assertThat(ids).hasSize(1);
    assertThat(services.channels().get(channel.id()).totalMsgCount()).isEqualTo(1);
  }

  @Test
  void theFirstPictureAndTheFirstChangeOfARoleCanBeSeveral() throws Exception {
    Bytes picture = Bytes.owning(Initials.png("1", "bob", 128));
    String role = services.roles().named("channel_user").id();

    atTheSameTime(
        4,
        number -> {
          services.portraits().setOfUser(ada.id(), picture);
          return services.roles().permit(role, List.of("create_post"));
        });

    assertThat(services.users().get(ada.id()).lastPictureUpdate()).isPositive();
    assertThat(services.roles().get(role).permissions()).containsExactly("create_post");
  }

  @Test
  void severalWhoMakeTheSameUserAMemberAllSucceed() throws Exception {
    User bob = host.user("bob");

    atTheSameTime(
        4,
        number -> {
          services.teamMembers().add(team.id(), bob.id(), "");
          return services.channelMembers().add(channel.id(), bob.id(), "");
        });

    assertThat(services.channelMembers().get(channel.id(), bob.id()).userId()).isEqualTo(bob.id());
  }

  @Test
  void aPostThatIsPinnedWhileHooksThinkAboutAnotherTextIsPinnedAndHasTheText() {
    Post post =
        services
            .posts()
            .create(Post.builder().userId(ada.id()).channelId(channel.id()).message("old").build());
    meddling.meanwhile =
        () ->
            services
                .posts()
                .change(
                    post.id(),
                    present -> present.toBuilder().isPinned(true).build(),
                    Runnable::run);

    services.posts().update(post.toBuilder().message("new").build());

    Post now = services.posts().get(post.id());
    assertThat(now.message()).isEqualTo("new");
    assertThat(now.isPinned()).isTrue();
  }

  private static void atTheSameTime(int calls, IntFunction<Object> call) throws Exception {
    int threads = Math.min(4, calls);
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> all = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        all.add(
            () -> {
              start.await();
              for (int number = first; number < calls; number += threads) {
                var unused = call.apply(number);
              }
              return null;
            });
      }
      for (Future<Void> done : executor.invokeAll(all)) {
        done.get();
      }
    } finally {
      executor.shutdown();
    }
  }

  /** Does something else before it answers, once. */
  private static final class Meddling implements HostHooks {
    private Runnable meanwhile = () -> {};

    @Override
    public Asked<Post> messageWillBeUpdated(Post newPost, Post oldPost) {
      Runnable once = meanwhile;
      meanwhile = () -> {};
      once.run();
      return Asked.nobody(newPost);
    }
  }
}
