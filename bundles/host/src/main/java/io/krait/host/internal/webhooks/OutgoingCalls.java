package io.krait.host.internal.webhooks;

import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Posts;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.storage.Json;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Calls outgoing webhooks with posts, and posts what they answer. Few are called at once, others
 * wait, and those that find too many waiting are left out, of which the log tells. Safe for use
 * from any thread.
 */
public final class OutgoingCalls implements HostHooks {

  private static final System.Logger LOGGER = System.getLogger(OutgoingCalls.class.getName());

  private static final int AT_ONCE = 4;
  private static final int WAITING = 1000;
  private static final int IDLE_SECONDS = 10;
  private static final int END_SECONDS = 5;

  private final ThreadPoolExecutor callers;
  private volatile @Nullable Work work;

  /** Hears of posts, and does nothing until it is given its work. */
  public OutgoingCalls() {
    callers =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "krait-host-webhooks");
              thread.setDaemon(true);
              return thread;
            });
    callers.allowCoreThreadTimeOut(true);
  }

  /** What it works with. */
  record Work(
      OutgoingHooks hooks,
      OutgoingCall call,
      HookPosts answers,
      Posts posts,
      Users users,
      Teams teams,
      Channels channels,
      Json json) {}

  /** From now on posts are brought to these hooks. */
  public void bringTo(
      OutgoingHooks hooks,
      Surroundings surroundings,
      HookPosts answers,
      Posts posts,
      Users users,
      Teams teams,
      Channels channels) {
    work =
        new Work(
            hooks,
            new OutgoingCall(surroundings.configuration()),
            answers,
            posts,
            users,
            teams,
            channels,
            surroundings.json());
  }

  @Override
  public void messageHasBeenPosted(Post post) {
    Work with = work;
    // What comes from a webhook brings on no other: two could talk to each other for ever.
    if (with == null
        || post.type().startsWith("system_")
        || post.props().containsKey("from_webhook")) {
      return;
    }
    run(() -> look(with, post));
  }

  private void run(Runnable task) {
    try {
      callers.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException failure) {
              LOGGER.log(Level.WARNING, "an outgoing webhook has failed", failure);
            }
          });
    } catch (RejectedExecutionException full) {
      LOGGER.log(
          Level.WARNING, "too many outgoing webhooks wait, or the host stops: one is left out");
    }
  }

  private void look(Work with, Post post) {
    for (OutgoingHook hook : with.hooks().forChannel(post.channelId())) {
      Optional<String> word = hook.trigger(post.message());
      if (word.isPresent()) {
        Channel channel = with.channels().get(post.channelId());
        String body = body(with, hook, post, channel, word.get());
        for (String url : hook.callbackUrls()) {
          run(() -> call(with, hook, post, url, body));
        }
      }
    }
  }

  private static String body(
      Work with, OutgoingHook hook, Post post, Channel channel, String word) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("token", hook.token());
    said.put("team_id", hook.teamId());
    said.put("team_domain", with.teams().get(hook.teamId()).name());
    said.put("channel_id", channel.id());
    said.put("channel_name", channel.name());
    said.put("timestamp", post.createAt());
    said.put("user_id", post.userId());
    said.put("user_name", with.users().get(post.userId()).username());
    said.put("post_id", post.id());
    said.put("text", post.message());
    said.put("trigger_word", word);
    said.put("file_ids", String.join(",", post.fileIds()));
    return hook.contentType().equals(OutgoingHook.JSON)
        ? with.json().write(said)
        : said.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(
                            String.valueOf(field.getValue()), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static void call(Work with, OutgoingHook hook, Post post, String url, String body) {
    try {
      String answer = with.call().post(url, hook.contentType(), body);
      if (!answer.isBlank()) {
        answered(with, hook, post, with.json().object(answer));
      }
    } catch (IOException | IllegalArgumentException failure) {
      LOGGER.log(
          Level.WARNING,
          "outgoing webhook {0} could not call {1}: {2}",
          hook.id(),
          url,
          failure.getMessage());
    }
  }

  private static void answered(
      Work with, OutgoingHook hook, Post post, Map<String, Object> answer) {
    Object text = answer.get("text");
    Object attachments = answer.get("attachments");
    if (!(text instanceof String said && !said.isBlank()) && attachments == null) {
      return;
    }
    boolean comment = "comment".equals(answer.get("response_type"));
    String root = post.rootId().isEmpty() && comment ? post.id() : post.rootId();
    with.posts()
        .create(
            with.answers()
                .post(
                    hook.creatorId(),
                    post.channelId(),
                    root,
                    new HookPosts.Author(hook.displayName(), hook.username(), hook.iconUrl()),
                    answer));
  }

  /** Calls nobody any more; whoever is just called has a few seconds to answer. */
  public void close() {
    work = null;
    callers.shutdownNow();
    try {
      if (!callers.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOGGER.log(
            Level.WARNING, "an outgoing webhook does not end; its thread is left until it does");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
