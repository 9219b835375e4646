package io.krait.host.internal.interactive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Posts;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.events.ActionCookies;
import io.krait.host.internal.events.EphemeralPosts;
import io.krait.host.internal.json.PostProps;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The buttons and menus of posts, as users use them. Safe for use from any thread. */
public final class PostActions {

  private final Channels channels;
  private final Teams teams;
  private final Posts posts;
  private final EphemeralPosts ephemeralPosts;
  private final Triggers triggers;
  private final Integrations integrations;
  private final ObjectMapper mapper;

  /**
   * The actions of these posts.
   *
   * @param ephemeralPosts by which a user sees what only they are answered
   * @param triggers what an answer may open a dialog by
   */
  public PostActions(
      Channels channels,
      Teams teams,
      Posts posts,
      EphemeralPosts ephemeralPosts,
      Triggers triggers,
      Integrations integrations,
      ObjectMapper mapper) {
    this.channels = channels;
    this.teams = teams;
    this.posts = posts;
    this.ephemeralPosts = ephemeralPosts;
    this.triggers = triggers;
    this.integrations = integrations;
    this.mapper = mapper;
  }

  /**
   * A user uses one.
   *
   * @param selected what is chosen of a menu; empty for a button
   * @param next where it goes on when the answer is there
   * @return the trigger id that was handed out
   * @throws AppError with status 404 where the post has none such
   */
  public CompletionStage<String> use(
      User user, Post post, String actionId, String selected, Executor next) {
    PostProps.Action action =
        PostProps.find(post.props(), actionId)
            .orElseThrow(
                () ->
                    AppError.of(
                        "api.post.do_action.action_id.app_error",
                        "the post has no button or menu " + actionId,
                        404));
    return press(user, post, action, selected, next, answer -> take(user, post, answer, next));
  }

  /**
   * A user uses one of a post that nobody keeps.
   *
   * @param opened what its cookie tells
   * @param selected what is chosen of a menu; empty for a button
   * @param next where it goes on when the answer is there
   * @return the trigger id that was handed out
   */
  public CompletionStage<String> use(
      User user, ActionCookies.Opened opened, String selected, Executor next) {
    Post post = opened.post();
    return press(
        user, post, opened.action(), selected, next, answer -> takeUnkept(user, post, answer));
  }

  private CompletionStage<String> press(
      User user,
      Post post,
      PostProps.Action action,
      String selected,
      Executor next,
      Function<Map<String, Object>, CompletionStage<?>> take) {
    Channel channel = channels.get(post.channelId());
    String trigger = triggers.make(user.id());
    Map<String, Object> context = new LinkedHashMap<>(action.context());
    if (!selected.isEmpty()) {
      context.put("selected_option", selected);
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("user_id", user.id());
    told.put("user_name", user.username());
    told.put("channel_id", channel.id());
    told.put("channel_name", channel.name());
    told.put("team_id", channel.teamId());
    told.put("team_domain", channel.teamId().isEmpty() ? "" : team(channel).name());
    told.put("post_id", post.id());
    told.put("trigger_id", trigger);
    told.put("type", action.type());
    told.put("data_source", action.dataSource());
    told.put("context", context);
    return integrations
        .tell(user.id(), action.url(), told)
        .thenComposeAsync(answer -> take.apply(answer), next)
        .thenApply(done -> trigger);
  }

  private Team team(Channel channel) {
    return teams.get(channel.teamId());
  }

  private CompletionStage<?> take(User user, Post post, Map<String, Object> answer, Executor next) {
    say(user, post, post.rootId().isEmpty() ? post.id() : post.rootId(), answer);
    if (!(answer.get("update") instanceof Map<?, ?> update)) {
      return CompletableFuture.completedStage(null);
    }
    Post wanted = mapper.convertValue(update, Post.class);
    Map<String, Object> props =
        update.get("props") == null
            ? post.props()
            : PostProps.withSpeaker(wanted.props(), post.props());
    return posts.change(
        post.id(),
        present ->
            present.toBuilder()
                .message(wanted.message())
                .props(props)
                .fileIds(wanted.fileIds().isEmpty() ? present.fileIds() : wanted.fileIds())
                .build(),
        next);
  }

  /** The update is all of the post then: of what it was nobody knows more than who speaks. */
  private CompletionStage<?> takeUnkept(User user, Post post, Map<String, Object> answer) {
    say(user, post, post.rootId(), answer);
    if (answer.get("update") instanceof Map<?, ?> update) {
      Post wanted = mapper.convertValue(update, Post.class);
      ephemeralPosts.update(
          user.id(),
          post.toBuilder()
              .message(wanted.message())
              .props(PostProps.withSpeaker(wanted.props(), post.props()))
              .build());
    }
    return CompletableFuture.completedStage(null);
  }

  private void say(User user, Post post, String rootId, Map<String, Object> answer) {
    if (answer.get("ephemeral_text") instanceof String text && !text.isEmpty()) {
      ephemeralPosts.send(
          user.id(),
          Post.builder()
              .userId(post.userId())
              .channelId(post.channelId())
              .rootId(rootId)
              .message(text)
              .props(PostProps.withSpeaker(Map.of(), post.props()))
              .build());
    }
  }
}
