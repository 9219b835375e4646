package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.Bytes;
import io.krait.api.CheckedFile;
import io.krait.api.FileUploads;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.api.PluginHttpClient;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ConfigJson;
import io.krait.api.model.EmailNotificationContent;
import io.krait.api.model.EmailNotificationJson;
import io.krait.api.model.EmailNotificationWillBeSentResult;
import io.krait.api.model.FileInfo;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.MessageWillBeUpdatedResult;
import io.krait.api.model.NotificationWillBePushedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.Preference;
import io.krait.api.model.ProductLimits;
import io.krait.api.model.PushNotification;
import io.krait.api.model.Reaction;
import io.krait.api.model.SamlAssertionInfoJson;
import io.krait.api.model.TeamMember;
import io.krait.api.model.User;
import io.krait.api.model.WebSocketRequest;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.outside.CloudLimits;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tells the plugins what happens in the host. While nobody dispatches hooks, everything passes and
 * nobody is told. What plugins do through their API is told to them as well, as the contract has
 * it.
 */
@Component(service = DispatchedHooks.class)
public final class DispatchedHooks implements HostHooks {

  /** The rejection reason by which a post vanishes without an error being shown. */
  static final String DISMISS = "plugin.message_will_be_posted.dismiss_post";

  private static final System.Logger LOGGER = System.getLogger(DispatchedHooks.class.getName());

  private final AtomicReference<@Nullable FileUploads> uploads = new AtomicReference<>();
  private final AtomicReference<@Nullable PluginHttpClient> http = new AtomicReference<>();
  private final RequestOfThread request = new RequestOfThread();
  private final Dispatch dispatch = new Dispatch(request);
  private final PostTouches touches = new PostTouches();
  private final Readings readings = new Readings();

  /** From now on hooks are dispatched by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindDispatcher(HookDispatcher bound) {
    dispatch.by(bound);
  }

  /** This one dispatches no longer; another one may be bound already. */
  public void unbindDispatcher(HookDispatcher gone) {
    dispatch.noLongerBy(gone);
  }

  /** From now on plugins look at uploaded files by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindUploads(FileUploads bound) {
    uploads.set(bound);
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindUploads(FileUploads gone) {
    uploads.compareAndSet(gone, null);
  }

  /** From now on requests to plugins are carried by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindHttp(PluginHttpClient bound) {
    http.set(bound);
  }

  /** This one carries requests no longer; another one may be bound already. */
  public void unbindHttp(PluginHttpClient gone) {
    http.compareAndSet(gone, null);
  }

  /** What plugins have lately done with posts. */
  public PostTouches touches() {
    return touches;
  }

  /** What carries requests to plugins, where it is there. */
  public Optional<PluginHttpClient> http() {
    return Optional.ofNullable(http.get());
  }

  /**
   * Says in which request the calling thread is, until the result is closed by the same thread.
   * What happens outside of requests has a context with nothing but an id of its own.
   */
  public Within within(PluginContext context) {
    return request.within(context);
  }

  /** The request that the calling thread is in is made in this session. */
  public void inSession(String sessionId) {
    request.inSession(sessionId);
  }

  /** Runs tasks by {@code threads}, in the request that the calling thread is in now. */
  public Executor carrying(Executor threads) {
    return request.carrying(threads);
  }

  /** Ends a request. */
  @FunctionalInterface
  public interface Within extends AutoCloseable {
    @Override
    void close();
  }

  /** The request that the calling thread is in. */
  public PluginContext context() {
    return request.context();
  }

  /** The hooks of one plugin; empty where it does not run. */
  public Optional<AsyncPluginHooks> of(String pluginId) {
    return dispatch.to(pluginId);
  }

  @Override
  public Asked<Post> messageWillBePosted(Post post) {
    return dispatch.ask(
        touches.seeing(post),
        (hooks, context) -> hooks.messageWillBePosted(context, post),
        MessageWillBePostedResult.builder().build(),
        result -> {
          String reason = result.rejectionReason();
          if (reason.equals(DISMISS)) {
            throw rejected(DISMISS, "createPost");
          }
          if (!reason.isEmpty()) {
            throw rejected("Post rejected by plugin. " + reason, "createPost");
          }
          return result.modifiedPost().orElse(post);
        });
  }

  @Override
  public Asked<Post> messageWillBeUpdated(Post newPost, Post oldPost) {
    return dispatch.ask(
        touches.seeing(newPost),
        (hooks, context) -> hooks.messageWillBeUpdated(context, newPost, oldPost),
        MessageWillBeUpdatedResult.builder().build(),
        result -> {
          if (!result.rejectionReason().isEmpty()) {
            throw rejected("Post rejected by plugin. " + result.rejectionReason(), "UpdatePost");
          }
          return result.modifiedPost().orElse(newPost);
        });
  }

  @Override
  public Asked<Optional<CheckedFile>> fileWillBeUploaded(FileInfo file, Path content) {
    FileUploads bound = uploads.get();
    if (bound == null) {
      return Asked.nobody(Optional.empty());
    }
    return new Asked<>(
        bound
            .fileWillBeUploaded(context(), file, content)
            .thenApply(
                checked -> {
                  Optional<String> reason = checked.rejectionReason();
                  if (reason.isPresent()) {
                    checked.close();
                    throw rejected("File rejected by plugin. " + reason.get(), "DoUploadFile");
                  }
                  return Optional.of(checked);
                }));
  }

  /** Posts as plugins want them shown, as many and in the same order. */
  public Asked<List<Post>> messagesWillBeConsumed(List<Post> posts) {
    return dispatch.ask(
        (hooks, context) -> hooks.messagesWillBeConsumed(posts), posts, Function.identity());
  }

  /**
   * The same for a plugin that reads them: as the others want them shown.
   *
   * @throws AppError with status 508 where plugins read posts for one another without end
   */
  public Asked<List<Post>> messagesWillBeConsumedBy(String readerId, List<Post> posts) {
    int depth = readings.depth(readerId);
    return dispatch.askOthers(
        readerId,
        HookName.MESSAGES_WILL_BE_CONSUMED,
        posts,
        (pluginId, hooks, shown) -> {
          Readings.Reading reading = readings.begin(pluginId, depth);
          return hooks
              .messagesWillBeConsumed(shown)
              .whenComplete((answer, failure) -> readings.end(pluginId, reading));
        });
  }

  @Override
  public void messageHasBeenPosted(Post post) {
    dispatch.tell((hooks, context) -> hooks.messageHasBeenPosted(context, post));
  }

  @Override
  public void messageHasBeenUpdated(Post newPost, Post oldPost) {
    dispatch.tell((hooks, context) -> hooks.messageHasBeenUpdated(context, newPost, oldPost));
  }

  @Override
  public void messageHasBeenDeleted(Post post) {
    dispatch.tell((hooks, context) -> hooks.messageHasBeenDeleted(context, post));
  }

  @Override
  public Asked<User> userWillLogIn(User user) {
    return dispatch.ask(
        (hooks, context) -> hooks.userWillLogIn(context, user),
        "",
        reason -> {
          if (!reason.isEmpty()) {
            throw rejected("Login rejected by plugin: " + reason, "DoLogin");
          }
          return user;
        });
  }

  @Override
  public void userHasLoggedIn(User user) {
    dispatch.tell((hooks, context) -> hooks.userHasLoggedIn(context, user));
  }

  @Override
  public void userHasBeenCreated(User user) {
    dispatch.tell((hooks, context) -> hooks.userHasBeenCreated(context, user));
  }

  @Override
  public void userHasBeenDeactivated(User user) {
    dispatch.tell((hooks, context) -> hooks.userHasBeenDeactivated(context, user));
  }

  @Override
  public void userHasJoinedTeam(TeamMember member, @Nullable User actor) {
    dispatch.tell((hooks, context) -> hooks.userHasJoinedTeam(context, member, actor));
  }

  @Override
  public void userHasLeftTeam(TeamMember member, @Nullable User actor) {
    dispatch.tell((hooks, context) -> hooks.userHasLeftTeam(context, member, actor));
  }

  @Override
  public void channelHasBeenCreated(Channel channel) {
    dispatch.tell((hooks, context) -> hooks.channelHasBeenCreated(context, channel));
  }

  @Override
  public void userHasJoinedChannel(ChannelMember member, @Nullable User actor) {
    dispatch.tell((hooks, context) -> hooks.userHasJoinedChannel(context, member, actor));
  }

  @Override
  public void userHasLeftChannel(ChannelMember member, @Nullable User actor) {
    dispatch.tell((hooks, context) -> hooks.userHasLeftChannel(context, member, actor));
  }

  @Override
  public void reactionHasBeenAdded(Reaction reaction) {
    dispatch.tell((hooks, context) -> hooks.reactionHasBeenAdded(context, reaction));
  }

  @Override
  public void reactionHasBeenRemoved(Reaction reaction) {
    dispatch.tell((hooks, context) -> hooks.reactionHasBeenRemoved(context, reaction));
  }

  @Override
  public void preferencesHaveBeenDeleted(List<Preference> preferences) {
    preferencesHaveChanged(preferences);
  }

  @Override
  public void preferencesHaveChanged(List<Preference> preferences) {
    dispatch.tell((hooks, context) -> hooks.preferencesHaveChanged(context, preferences));
  }

  @Override
  public Asked<Bytes> configurationWillBeSaved(Bytes configuration) {
    ConfigJson offered = ConfigJson.builder().configJson(configuration).build();
    return dispatch.ask(
        (hooks, context) -> hooks.configurationWillBeSaved(offered),
        Optional.empty(),
        changed -> changed.orElse(offered).configJson());
  }

  @Override
  public void configurationHasChanged(Document before, Document after) {
    dispatch.tell((hooks, context) -> hooks.onConfigurationChange());
    CloudLimits limits = CloudLimits.of(after);
    if (!limits.equals(CloudLimits.of(before))) {
      cloudLimitsHaveChanged(limits.asModel());
    }
  }

  @Override
  public Asked<Optional<PushNotification>> notificationWillBePushed(
      PushNotification notification, String userId) {
    return dispatch.ask(
        (hooks, context) -> hooks.notificationWillBePushed(notification, userId),
        NotificationWillBePushedResult.builder().build(),
        result ->
            isWithheld("a notification", result.rejectionReason())
                ? Optional.empty()
                : Optional.of(result.modifiedNotification().orElse(notification)));
  }

  @Override
  public Asked<Optional<EmailNotificationContent>> emailNotificationWillBeSent(
      Bytes notification, EmailNotificationContent content) {
    EmailNotificationJson offered =
        EmailNotificationJson.builder().notificationJson(notification).build();
    return dispatch.ask(
        (hooks, context) -> hooks.emailNotificationWillBeSent(offered),
        EmailNotificationWillBeSentResult.builder().build(),
        result ->
            isWithheld("a mail", result.rejectionReason())
                ? Optional.empty()
                : Optional.of(result.modifiedContent().orElse(content)));
  }

  private static boolean isWithheld(String what, String reason) {
    if (!reason.isEmpty()) {
      LOGGER.log(Level.INFO, "{0} is not sent, as a plugin says: {1}", what, reason);
    }
    return !reason.isEmpty();
  }

  @Override
  public Asked<User> samlLogin(User user, Bytes assertion) {
    SamlAssertionInfoJson said = SamlAssertionInfoJson.builder().assertionJson(assertion).build();
    return dispatch.ask(
        (hooks, context) -> hooks.onSamlLogin(context, user, said).thenApply(nothing -> user),
        user,
        Function.identity());
  }

  @Override
  public Asked<Long> dataRetention(long now, long batchSize) {
    return dispatch.ask(
        (hooks, context) -> hooks.runDataRetention(now, batchSize), 0L, Function.identity());
  }

  @Override
  public void dailyTelemetry() {
    dispatch.tell((hooks, context) -> hooks.onSendDailyTelemetry());
  }

  @Override
  public void cloudLimitsHaveChanged(ProductLimits limits) {
    dispatch.tell((hooks, context) -> hooks.onCloudLimitsUpdated(limits));
  }

  /** The plugins that handle a hook, in the order in which they are asked. */
  public List<String> handlersOf(HookName hook) {
    return dispatch.handlersOf(hook);
  }

  /** A client has opened a WebSocket; of an unknown user where the id is empty. */
  public void webSocketHasConnected(String connectionId, String userId) {
    dispatch.tell((hooks, context) -> hooks.onWebSocketConnect(connectionId, userId));
  }

  /** A client's WebSocket is no more. */
  public void webSocketHasDisconnected(String connectionId, String userId) {
    dispatch.tell((hooks, context) -> hooks.onWebSocketDisconnect(connectionId, userId));
  }

  /** A client has sent a message that is meant for plugins. */
  public void webSocketMessageHasBeenPosted(
      String connectionId, String userId, WebSocketRequest message) {
    dispatch.tell(
        (hooks, context) -> hooks.webSocketMessageHasBeenPosted(connectionId, userId, message));
  }

  /** The reason is what people read, and the id as well: it is what clients of this API look at. */
  private static AppError rejected(String reason, String where) {
    return AppError.builder().id(reason).message(reason).where(where).statusCode(400).build();
  }
}
