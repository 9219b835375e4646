package io.krait.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls hooks of plugins. A service that hosts use; safe for use from any thread.
 *
 * <p>All plugins together look like one: their answers are brought together as {@link HookKind}
 * says, in the order of their priority, highest first, and then of their identifiers. Plugins that
 * do not handle a hook are passed over without a call. One that fails or is late is passed over
 * too, or makes the call fail, as {@link FailurePolicy} says. What a plugin is merely told is put
 * into its own queue, in order, and delivered in the background; when the queue is full it is
 * dropped, logged and counted.
 *
 * <p>An operation that a plugin guards, which {@linkplain HookName#canRefuse() can be refused} by
 * it, fails with {@link #NOT_READY} while that plugin is being started, unless administrators have
 * chosen otherwise. So whatever {@link AppError} a hook fails with, the operation must fail with
 * it: what is to go on without a plugin has been decided before.
 *
 * <pre>{@code
 * Post posted(HookDispatcher hooks, PluginContext context, Post post) {
 *   MessageWillBePostedResult result = hooks.blocking().messageWillBePosted(context, post);
 *   if (!result.rejectionReason().isEmpty()) {
 *     throw AppError.of("shop.refused", result.rejectionReason(), 400);
 *   }
 *   Post stored = store(result.modifiedPost().orElse(post));
 *   hooks.blocking().messageHasBeenPosted(context, stored);
 *   return stored;
 * }
 * }</pre>
 *
 * <p>No thread is held while a plugin has the word, unless the caller waits itself. A stage
 * completes on a thread that has other work to do: what follows and may block belongs elsewhere,
 * with {@code thenApplyAsync} and the like.
 */
@ProviderType
public interface HookDispatcher {

  /**
   * The {@linkplain AppError#id() id} of the error, with status 503, that a call or a stream ends
   * with when it was given up because its plugin was stopped, disabled, removed or updated. The
   * plugin has not failed, and may be back at once.
   */
  String STOPPED = "plugin.hook.stopping";

  /**
   * The {@linkplain AppError#id() id} of the error, with status 503 and a {@linkplain
   * AppError#retryAfter() time to ask again}, by which an operation is refused that a plugin guards
   * which is not there to be asked: it is still being started, or has failed. No plugin was asked.
   */
  String NOT_READY = "plugin.hook.not_ready";

  /**
   * The {@linkplain AppError#id() id} of the error, with status 503 and a {@linkplain
   * AppError#retryAfter() time to ask again}, of a call that was not made, as too many wait for an
   * answer of that plugin.
   */
  String BUSY = "plugin.hook.busy";

  /**
   * The {@linkplain AppError#id() id} of the error, with status 503 and a {@linkplain
   * AppError#retryAfter() time to ask again}, of a call that was not made, as the plugin has not
   * answered several ones in time; it is tried again now and then.
   */
  String SUSPENDED = "plugin.hook.suspended";

  /**
   * All plugins, without waiting. A changed value is in the result, or the result says that nothing
   * changed; hooks of kind {@link HookKind#SINGLE} fail, as they are for one plugin that the host
   * names. The stage of a notification completes when all plugins have dealt with it, and never
   * with an error. Cancelling the future of any other stage ends the pass.
   */
  AsyncPluginHooks async();

  /**
   * As {@link #async()}, seen by a witness where a value goes from plugin to plugin; a dispatcher
   * that cannot tell calls no witness.
   */
  default AsyncPluginHooks async(HookWitness witness) {
    return async();
  }

  /** All plugins, waiting for what has a result; notifications are not waited for. */
  PluginHooks blocking();

  /**
   * One plugin, without waiting; empty where no such plugin runs. A hook that it does not handle is
   * as if it had done nothing; where a result cannot say so, the call fails with status 501.
   */
  Optional<AsyncPluginHooks> async(String pluginId);

  /** One plugin, waiting for what has a result; empty where no such plugin runs. */
  Optional<PluginHooks> blocking(String pluginId);

  /** The plugins that handle a hook, in the order in which they are asked. */
  List<String> handlersOf(HookName hook);

  /** What happened so far in the plugins that run now, by plugin and hook. */
  List<HookStatistics> statistics();

  /** How the calls of the plugins go that run now, by plugin; empty where nobody counts them. */
  default List<PluginCalls> calls() {
    return List.of();
  }
}
