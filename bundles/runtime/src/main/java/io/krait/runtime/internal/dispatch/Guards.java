package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.FailurePolicy;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.Readiness;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plugins that guard operations, whether they can be asked at the moment or not: those that are
 * to run, with the hooks by which they can refuse something. So an operation is not let through
 * because the plugin that looks at it is not there. Safe for use from any thread.
 */
public final class Guards {

  private static final Logger LOGGER = System.getLogger(Guards.class.getName());
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(10);

  private static final Set<HookName> ALL =
      Stream.of(HookName.values())
          .filter(HookName::canRefuse)
          .collect(Collectors.toUnmodifiableSet());

  private final GuardRules rules;
  private final LongSupplier nanoTime;
  private final long began;
  private final Map<String, Guard> guards = new TreeMap<>();
  private final Set<String> settled = new HashSet<>();
  private final Set<String> overdue = ConcurrentHashMap.newKeySet();
  private Runnable changed = () -> {};
  private boolean ready;
  private volatile boolean closed;
  private volatile boolean undetermined;

  /** How a plugin is that is to run. */
  public enum Presence {
    /** It waits for what it needs, and is started when that is there. */
    WAITING,
    /** It is being started, by the server or by somebody. */
    COMING,
    /** It runs; if it is not there all the same, it has just failed. */
    RUNNING,
    /** It has failed. */
    FAILED
  }

  /**
   * A plugin that is to run.
   *
   * @param hooks those by which it can refuse something; empty where that is not known
   * @param since from when on it is so
   */
  record Guard(
      String pluginId,
      Optional<Set<HookName>> hooks,
      Presence presence,
      String reason,
      long since) {

    boolean guards(HookName hook) {
      return hooks.map(known -> known.contains(hook)).orElse(true);
    }
  }

  /**
   * No plugins, and nothing known of any yet.
   *
   * @param nanoTime the time, as {@link System#nanoTime()} has it
   */
  Guards(GuardRules rules, LongSupplier nanoTime) {
    this.rules = rules;
    this.nanoTime = nanoTime;
    began = nanoTime.getAsLong();
    undetermined = true;
  }

  /** Has {@code task} run whenever something has changed; must be quick. */
  void onChange(Runnable task) {
    changed = task;
  }

  /**
   * A plugin is to run.
   *
   * @param hooks those that it handles, as far as it is known; others than those by which something
   *     can be refused do not matter
   * @param reason what is to be said of how it is; may be empty
   */
  public void expect(
      String pluginId, Optional<Set<HookName>> hooks, Presence presence, String reason) {
    synchronized (this) {
      Guard before = guards.get(pluginId);
      if (presence == Presence.RUNNING || presence == Presence.FAILED) {
        settled.add(pluginId);
        overdue.remove(pluginId);
      }
      guards.put(
          pluginId,
          new Guard(
              pluginId,
              hooks.map(Guards::refusing),
              presence,
              reason,
              before != null && before.presence() == presence
                  ? before.since()
                  : nanoTime.getAsLong()));
    }
    changed.run();
  }

  private static Set<HookName> refusing(Set<HookName> hooks) {
    Set<HookName> refusing = EnumSet.noneOf(HookName.class);
    hooks.stream().filter(HookName::canRefuse).forEach(refusing::add);
    return refusing;
  }

  /** A plugin is not to run, and guards nothing. */
  public void release(String pluginId) {
    synchronized (this) {
      if (guards.remove(pluginId) == null) {
        return;
      }
    }
    changed.run();
  }

  /** All plugins that are to run from the start are known. */
  public void allKnown() {
    undetermined = false;
    changed.run();
  }

  /** There may be others that are to run from the start. */
  public void notAllKnown() {
    undetermined = true;
    changed.run();
  }

  /** Plugins are not asked any more, for all time. */
  void close() {
    closed = true;
  }

  /** The plugins that guard {@code hook} and do not take part. */
  synchronized List<Guard> missing(HookName hook, Predicate<String> takesPart) {
    return hook.canRefuse()
        ? guards.values().stream()
            .filter(guard -> guard.guards(hook) && !takesPart.test(guard.pluginId()))
            .toList()
        : List.of();
  }

  /**
   * Why an operation is refused; empty where it may go on without those that are missing.
   *
   * @param missing the plugins that guard it and do not take part
   */
  Optional<AppError> refusal(HookName hook, Collection<Guard> missing) {
    if (missing.isEmpty() && !undetermined && !closed) {
      return Optional.empty();
    }
    if (!hook.canRefuse()) {
      return Optional.empty();
    }
    if (closed) {
      return rules.atStart() == FailurePolicy.CLOSED
          ? Optional.of(notReady(hook, "", "plugins are being stopped", SOON))
          : Optional.empty();
    }
    if (isUndetermined()) {
      return rules.atStart() == FailurePolicy.CLOSED
          ? Optional.of(notReady(hook, "", "plugins are not up yet", SOON))
          : Optional.empty();
    }
    return missing.stream()
        .filter(guard -> isClosed(guard, hook))
        .findFirst()
        .map(
            guard ->
                isComing(guard)
                    ? notReady(
                        hook,
                        guard.pluginId(),
                        "plugin %s, which looks at this, is not up yet".formatted(guard.pluginId()),
                        SOON)
                    : notReady(
                        hook,
                        guard.pluginId(),
                        "plugin %s, which looks at this, does not run".formatted(guard.pluginId()),
                        LATER));
  }

  private boolean isUndetermined() {
    return undetermined && nanoTime.getAsLong() - began < rules.longestStart().toNanos();
  }

  private boolean isComing(Guard guard) {
    if (guard.presence() != Presence.COMING && guard.presence() != Presence.WAITING) {
      return false;
    }
    if (nanoTime.getAsLong() - guard.since() < rules.longestStart().toNanos()) {
      return true;
    }
    if (overdue.add(guard.pluginId())) {
      LOGGER.log(
          Level.WARNING,
          "plugin {0} is not up within {1} s, and counts as one that has failed: what it guards is"
              + " what {2} says of that",
          guard.pluginId(),
          Long.toString(rules.longestStart().toSeconds()),
          GuardRules.PID);
    }
    return false;
  }

  private boolean isClosed(Guard guard, HookName hook) {
    if (isComing(guard)) {
      return rules.atStart(guard.pluginId()) == FailurePolicy.CLOSED;
    }
    // Where nothing is known of it, it has never run: it has guarded nothing so far.
    return guard.hooks().isPresent()
        && rules.onFailure(guard.pluginId(), hook) == FailurePolicy.CLOSED;
  }

  /**
   * What goes for an operation whose plugin was asked and then stopped: as if it had not been there
   * to be asked.
   */
  FailurePolicy onStop(String pluginId, HookName hook) {
    Guard guard;
    synchronized (this) {
      guard = guards.get(pluginId);
    }
    if (!hook.canRefuse()) {
      return hook.onFailure();
    }
    if (closed) {
      return rules.atStart();
    }
    if (guard == null) {
      return hook.onFailure();
    }
    return isClosed(guard, hook) ? FailurePolicy.CLOSED : FailurePolicy.OPEN;
  }

  GuardRules rules() {
    return rules;
  }

  /**
   * How it is now.
   *
   * @param takesPart whether a plugin can be asked
   */
  synchronized Readiness.Report report(Predicate<String> takesPart) {
    Set<String> awaited = new TreeSet<>();
    List<Readiness.Refusal> refusals = new ArrayList<>();
    for (Guard guard : guards.values()) {
      boolean coming = isComing(guard);
      if (coming && !settled.contains(guard.pluginId())) {
        awaited.add(guard.pluginId());
      }
      if (!takesPart.test(guard.pluginId())) {
        Set<HookName> refused = new TreeSet<>();
        ALL.stream()
            .filter(hook -> guard.guards(hook) && isClosed(guard, hook))
            .forEach(refused::add);
        if (!refused.isEmpty()) {
          refusals.add(
              new Readiness.Refusal(
                  guard.pluginId(),
                  refused,
                  guard.reason().isEmpty()
                      ? (coming ? "it is being started" : "it does not run")
                      : guard.reason()));
        }
      }
    }
    boolean undeterminedNow = isUndetermined();
    ready |= !undeterminedNow && awaited.isEmpty();
    if (ready) {
      return new Readiness.Report(true, "", Set.of(), refusals);
    }
    return new Readiness.Report(
        false,
        undeterminedNow
            ? "it is not known yet which plugins there are"
            : "waits for plugins that are being started: " + String.join(", ", awaited),
        awaited,
        refusals);
  }

  private static AppError notReady(HookName hook, String pluginId, String what, Duration wait) {
    return AppError.builder()
        .id(HookDispatcher.NOT_READY)
        .message("%s; try again in %d s".formatted(what, wait.toSeconds()))
        .where(hook.hookName())
        .params(pluginId.isEmpty() ? Map.of() : Map.of("plugin_id", pluginId))
        .statusCode(SERVICE_UNAVAILABLE)
        .retryAfter(wait)
        .build();
  }
}
