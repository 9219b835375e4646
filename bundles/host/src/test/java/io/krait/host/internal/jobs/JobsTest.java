package io.krait.host.internal.jobs;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.ProductLimits;
import io.krait.api.model.Reaction;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Posts;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.hooks.Asked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

  private static final Page FIRST = Page.of(0, 60);

  @TempDir Path folder;

  private final Plugins plugins = new Plugins();
  @AutoClose private TestHost host;
  private Jobs jobs;
  private Worker worker;

  @BeforeEach
  void open() {
    host = new TestHost(folder, plugins);
    jobs = new Jobs(host.surroundings());
    worker = new Worker(host.surroundings(), jobs);
    configure("LogSettings", Map.of("EnableDiagnostics", false));
  }

  @Test
  void workIsDoneOnce() {
    Job wanted = jobs.create(Jobs.TELEMETRY, Map.of());
    assertThat(wanted.status()).isEqualTo("pending");

    worker.work();
    worker.work();

    assertThat(jobs.get(wanted.id()).status()).isEqualTo("success");
    assertThat(plugins.told).containsExactly("telemetry");
  }

  @Test
  void wantingWorkWakesWhoDoesIt() {
    jobs.wake(worker::work);

    Job done = jobs.create(Jobs.TELEMETRY, Map.of());

    assertThat(jobs.get(done.id()).status()).isEqualTo("success");
  }

  @Test
  void workOfAnUnknownKindIsRefused() {
    assertFails(400, () -> jobs.create("nonsense", Map.of()));
    assertFails(404, () -> jobs.get("nonsense"));
    assertFails(404, () -> jobs.cancel("nonsense"));
  }

  @Test
  void tooMuchWorkIsRefused() {
    for (int i = 0; i < 100; i++) {
      jobs.create(Jobs.TELEMETRY, Map.of());
    }

    assertFails(429, () -> jobs.create(Jobs.TELEMETRY, Map.of()));
  }

  @Test
  void workThatIsNotWantedAnyMoreIsNotDone() {
    Job wanted = jobs.create(Jobs.TELEMETRY, Map.of());

    assertThat(jobs.cancel(wanted.id()).status()).isEqualTo("canceled");
    worker.work();

    assertThat(plugins.told).isEmpty();
    assertFails(400, () -> jobs.cancel(wanted.id()));
  }

  @Test
  void workWhoseServerIsGoneHasFailed() {
    Job wanted = jobs.create(Jobs.TELEMETRY, Map.of());
    jobs.take();
    host.later(Duration.ofHours(2));

    worker.work();

    assertThat(jobs.get(wanted.id()).status()).isEqualTo("error");
  }

  @Test
  void theListHasTheNewestFirst() {
    Job first = jobs.create(Jobs.TELEMETRY, Map.of());
    Job second = jobs.create(Jobs.CLOUD_LIMITS, Map.of("why", "because"));

    assertThat(jobs.list("", FIRST)).containsExactly(second, first);
    assertThat(jobs.list(Jobs.TELEMETRY, FIRST)).containsExactly(first);
    assertThat(second.data()).isEqualTo(Map.of("why", "because"));
  }

  @Test
  void limitsAreToldAsTheyAreConfigured() {
    configure("KraitSettings", Map.of("CloudMessagesHistory", 1000));
    jobs.create(Jobs.CLOUD_LIMITS, Map.of());

    worker.work();

    assertThat(plugins.told).containsExactly("limits 1000");
  }

  @Test
  void telemetryIsReportedOnceADay() {
    configure("LogSettings", Map.of("EnableDiagnostics", true));

    worker.work();
    host.later(Duration.ofHours(1));
    worker.work();
    assertThat(plugins.told).containsExactly("telemetry");

    host.later(Duration.ofHours(24));
    worker.work();
    assertThat(plugins.told).containsExactly("telemetry", "telemetry");
  }

  @Test
  void nothingIsDoneWhereJobsAreSwitchedOff() {
    configure("JobSettings", Map.of("RunJobs", false));
    jobs.create(Jobs.TELEMETRY, Map.of());

    worker.work();

    assertThat(plugins.told).isEmpty();
  }

  @Test
  void pluginsDeleteWhatIsOldUntilNothingIsLeft() {
    plugins.deletes.addAll(List.of(3000L, 12L));
    Job wanted = jobs.create(Jobs.DATA_RETENTION, Map.of());

    worker.work();

    long now = host.surroundings().now();
    assertThat(plugins.told)
        .containsExactly(
            "retention " + now + " 3000",
            "retention " + now + " 3000",
            "retention " + now + " 3000");
    assertThat(jobs.get(wanted.id()).status()).isEqualTo("success");
    assertThat(jobs.get(wanted.id()).data()).containsEntry("plugins_deleted", "3012");
  }

  @Test
  void postsThatAreOldEnoughAreDeletedForGood() {
    User ada = host.user("ada");
    Channel channel = host.channel(host.team("crew"), "deck");
    Posts posts = new Posts(host.surroundings(), host.users());
    Post old = posts.create(post(ada, channel, "old"));
    host.later(Duration.ofDays(10));
    Post young = posts.create(post(ada, channel, "young"));
    configure(
        "DataRetentionSettings",
        Map.of("EnableMessageDeletion", true, "MessageRetentionDays", 5, "BatchSize", 1));

    Job wanted = jobs.create(Jobs.DATA_RETENTION, Map.of());
    worker.work();

    assertFails(404, () -> posts.get(old.id()));
    assertThat(posts.get(young.id()).message()).isEqualTo("young");
    assertThat(jobs.get(wanted.id()).data()).containsEntry("posts_deleted", "1");
  }

  @Test
  void ofDeletedThreadsNothingIsLeftAndPinnedOnesCountTheirReplies() {
    User ada = host.user("ada");
    Channel channel = host.channel(host.team("crew"), "deck");
    Posts posts = new Posts(host.surroundings(), host.users());
    Post thread = posts.create(post(ada, channel, "a thread"));
    posts.create(post(ada, channel, "reply").toBuilder().rootId(thread.id()).build());
    Post pinned = posts.create(post(ada, channel, "pinned").toBuilder().isPinned(true).build());
    posts.create(post(ada, channel, "reply").toBuilder().rootId(pinned.id()).build());
    host.services()
        .reactions()
        .add(Reaction.builder().userId(ada.id()).postId(thread.id()).emojiName("wave").build());
    host.later(Duration.ofDays(10));
    configure(
        "DataRetentionSettings",
        Map.of(
            "EnableMessageDeletion", true, "MessageRetentionDays", 5, "PreservePinnedPosts", true));

    Job wanted = jobs.create(Jobs.DATA_RETENTION, Map.of());
    worker.work();

    assertThat(jobs.get(wanted.id()).data()).containsEntry("posts_deleted", "3");
    assertThat(posts.get(pinned.id()).replyCount()).isZero();
    assertThat(count("reactions", thread)).isZero();
    assertThat(count("thread_members", thread)).isZero();
    assertThat(count("thread_members", pinned)).isEqualTo(1);
  }

  private long count(String table, Post post) {
    return host.surroundings()
        .database()
        .inTransaction(
            sql -> sql.count("select count(*) from " + table + " where post_id = ?", post.id()));
  }

  @Test
  void aFailureIsSaid() {
    plugins.failing = true;
    Job wanted = jobs.create(Jobs.DATA_RETENTION, Map.of());

    worker.work();

    assertThat(jobs.get(wanted.id()).status()).isEqualTo("error");
    assertThat(jobs.get(wanted.id()).data().get("error")).contains("no room");
  }

  private static Post post(User author, Channel channel, String message) {
    return Post.builder().userId(author.id()).channelId(channel.id()).message(message).build();
  }

  private void configure(String section, Map<String, Object> values) {
    host.surroundings().configuration().patch(Map.of(section, values));
  }

  private static final class Plugins implements HostHooks {
    private final List<String> told = new ArrayList<>();
    private final Deque<Long> deletes = new ArrayDeque<>();
    private boolean failing;

    @Override
    public Asked<Long> dataRetention(long now, long batchSize) {
      if (failing) {
        throw AppError.of("plugin.full", "no room", 500);
      }
      told.add("retention " + now + " " + batchSize);
      return Asked.nobody(deletes.isEmpty() ? 0L : deletes.poll());
    }

    @Override
    public void dailyTelemetry() {
      told.add("telemetry");
    }

    @Override
    public void cloudLimitsHaveChanged(ProductLimits limits) {
      told.add("limits " + limits.messages().orElseThrow().history().orElse(0));
    }
  }
}
