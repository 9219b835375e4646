package io.krait.runtime.internal.life;

import io.krait.api.HookName;
import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.apiserver.ApiEndpoint;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.supervisor.PluginConnection;
import io.krait.supervisor.SupervisedPlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * All that belongs to a plugin from its start until it is stopped or has failed for good, restarts
 * after crashes included. Owned by the plugin's queue, apart from what says otherwise.
 */
final class Attempt {

  final Surroundings.Complete surroundings;
  final Installation installation;
  final HostedPlugin hosted;
  final ApiEndpoint endpoint;

  /** Where debuggers find it; empty where it is not debugged. */
  final Optional<Integer> debugPort;

  /** Its API at the host; none while it shares that of another version. */
  @Nullable PluginApi api;

  @Nullable SupervisedPlugin supervised;

  /** Done when its process answers for the first time; for any thread. */
  final CompletableFuture<Void> answering = new CompletableFuture<>();

  /** Its process is not told anything before that is done; for any thread. */
  final CompletableFuture<Void> turn = new CompletableFuture<>();

  /** Counts the plugin's processes; for the supervisor's thread and the queue. */
  final AtomicInteger processes = new AtomicInteger();

  /** The settings that the plugin has been told of. */
  volatile Map<String, Object> told = Map.of();

  volatile boolean activated;

  boolean starting;
  boolean stopping;

  /** The end of a start that somebody has broken off. */
  @Nullable CompletableFuture<Void> interruption;

  private @Nullable Registration registration;
  private @Nullable Runnable publication;
  private Set<HookName> hooks = Set.of();
  private Optional<ProcessFacts> process = Optional.empty();

  Attempt(
      Surroundings.Complete surroundings,
      Installation installation,
      HostedPlugin hosted,
      ApiEndpoint endpoint,
      Optional<Integer> debugPort) {
    this.surroundings = surroundings;
    this.installation = installation;
    this.hosted = hosted;
    this.endpoint = endpoint;
    this.debugPort = debugPort;
  }

  /** Whether it may stand still for as long as somebody looks at it. */
  boolean isDebugged() {
    return debugPort.isPresent();
  }

  /** Whether all that it uses is among these. */
  boolean runsOn(Surroundings now) {
    return now.complete().filter(surroundings::equals).isPresent();
  }

  /** Has its start fail, wherever that is; again it does nothing. */
  void breakOff() {
    if (interruption == null) {
      interruption = supervised.stop();
    }
  }

  /** The plugin takes part from now on. */
  void published(PluginConnection connection, Registration part, Runnable unpublish) {
    registration = part;
    publication = unpublish;
    hooks = connection.hooks();
  }

  /** It runs in that process. */
  void runsIn(Optional<ProcessFacts> facts) {
    process = facts;
  }

  boolean isPublished() {
    return registration != null;
  }

  /** Takes the plugin out of the dispatch and the service registry; again it does nothing. */
  Optional<Registration> withdraw() {
    return withdraw(Registration::close);
  }

  /** The same, for another version of the plugin that is about to take part. */
  Optional<Registration> giveWay() {
    return withdraw(Registration::giveWay);
  }

  private Optional<Registration> withdraw(Consumer<Registration> end) {
    Registration part = registration;
    if (part == null) {
      return Optional.empty();
    }
    registration = null;
    end.accept(part);
    if (publication != null) {
      publication.run();
      publication = null;
    }
    hooks = Set.of();
    process = Optional.empty();
    return Optional.of(part);
  }

  Set<HookName> hooks() {
    return hooks;
  }

  Optional<ProcessFacts> process() {
    return process;
  }

  List<String> lastLines() {
    SupervisedPlugin current = supervised;
    return current == null ? List.of() : current.status().lastLines();
  }
}
