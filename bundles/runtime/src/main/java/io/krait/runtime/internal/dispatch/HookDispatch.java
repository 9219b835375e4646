package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.HookWitness;
import io.krait.api.PluginCalls;
import io.krait.api.PluginHooks;
import io.krait.api.Readiness;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Dispatches hooks to the plugins that are registered with it. Under its own name it is a service
 * for this bundle's components alone.
 */
@Component(
    service = {HookDispatcher.class, HookDispatch.class},
    configurationPid = "io.krait.runtime.dispatch")
@Designate(ocd = DispatchConfiguration.class)
public final class HookDispatch implements HookDispatcher, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(HookDispatch.class.getName());
  private static final int IDLE_SECONDS = 30;
  private static final int STOP_SECONDS = 5;

  private static final Comparator<Participant> ORDER =
      Comparator.comparingInt(Participant::priority).reversed().thenComparing(Participant::id);

  private final DispatchSettings settings;
  private final ThreadPoolExecutor executor;
  private final ScheduledThreadPoolExecutor timer;
  private final Guards guards;
  private final Callers callers = new Callers();
  private final AsyncPluginHooks all = new DispatchedHooks(HookCalls.ofAll(this::asked));
  private final PluginHooks allWaiting = new WaitingHooks(all);
  private final Object changes = new Object();
  private volatile Participants participants;

  /** Those of them that stand in for another version of their plugin; guarded by the changes. */
  private final Map<String, AwaitedParticipant> awaited = new HashMap<>();

  /**
   * Who takes part, for each hook who handles it, and who guards an operation by it and is not
   * there: as it is at one moment, so that nobody falls in between.
   */
  private record Participants(
      List<Participant> all,
      Map<HookName, List<Participant>> byHook,
      Map<HookName, List<Guards.Guard>> missing) {

    static Participants of(Collection<Participant> participants, Guards guards) {
      List<Participant> ordered = participants.stream().sorted(ORDER).toList();
      Map<HookName, List<Participant>> byHook = new EnumMap<>(HookName.class);
      Map<HookName, List<Guards.Guard>> missing = new EnumMap<>(HookName.class);
      Predicate<String> takesPart = id -> takesPart(ordered, id);
      for (HookName hook : HookName.values()) {
        byHook.put(hook, ordered.stream().filter(one -> one.handles(hook)).toList());
        missing.put(hook, guards.missing(hook, takesPart));
      }
      return new Participants(ordered, byHook, missing);
    }

    boolean takesPart(String pluginId) {
      return takesPart(all, pluginId);
    }

    private static boolean takesPart(List<Participant> all, String pluginId) {
      return all.stream().anyMatch(one -> one.id().equals(pluginId) && one.isThere());
    }
  }

  @Activate
  public HookDispatch(
      DispatchConfiguration configuration,
      @Reference HookDeadlines deadlines,
      @Reference GuardRules rules) {
    this(
        new DispatchSettings(
            DispatchSettings.withGrace(deadlines::of),
            positive(
                "notificationQueue",
                configuration.notificationQueue(),
                DispatchSettings.DEFAULT.notificationQueue()),
            positive("threads", configuration.threads(), DispatchSettings.DEFAULT.threads()),
            positive(
                "waitingCalls",
                configuration.waitingCalls(),
                DispatchSettings.DEFAULT.waitingCalls()),
            positive(
                "waitingPerPlugin",
                configuration.waitingPerPlugin(),
                DispatchSettings.DEFAULT.waitingPerPlugin()),
            breaker(configuration)),
        new Guards(rules, System::nanoTime));
  }

  private static Breaker.Rules breaker(DispatchConfiguration configuration) {
    Breaker.Rules usual = DispatchSettings.DEFAULT.breaker();
    Duration pause =
        Duration.ofSeconds(
            positive(
                "pauseSeconds",
                configuration.pauseSeconds(),
                Math.toIntExact(usual.pause().toSeconds())));
    Duration longest =
        Duration.ofSeconds(
            positive(
                "longestPauseSeconds",
                configuration.longestPauseSeconds(),
                Math.toIntExact(usual.longestPause().toSeconds())));
    return new Breaker.Rules(
        Math.max(0, configuration.lateCalls()),
        pause,
        longest.compareTo(pause) < 0 ? pause : longest);
  }

  // No plugin should stop for what makes no sense.
  private static int positive(String key, int value, int usual) {
    if (value > 0) {
      return value;
    }
    LOG.log(
        Level.ERROR,
        "configuration io.krait.runtime.dispatch, {0}: {1} is not positive; {2} is used",
        key,
        Integer.toString(value),
        Integer.toString(usual));
    return usual;
  }

  /** A dispatch outside of a container, where plugins that nobody expects guard nothing. */
  public HookDispatch(DispatchSettings settings) {
    this(settings, new Guards(GuardRules.usual(), System::nanoTime));
    guards.allKnown();
  }

  HookDispatch(DispatchSettings settings, Guards guards) {
    this.settings = settings;
    this.guards = guards;
    participants = Participants.of(List.of(), guards);
    guards.onChange(this::guardsHaveChanged);
    executor =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.waitingCalls()),
            threads("krait-hooks-"));
    executor.allowCoreThreadTimeOut(true);
    timer = new ScheduledThreadPoolExecutor(1, threads("krait-hook-deadlines-"));
    timer.setRemoveOnCancelPolicy(true);
  }

  private static ThreadFactory threads(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Lets a plugin take part.
   *
   * @param priority plugins with a higher one are asked earlier
   * @param handled the hooks that it handles; others are never called
   * @return ends it; calls and streams that are under way go on, except streams of events, and what
   *     is queued is forgotten
   * @throws IllegalStateException where a plugin of that identifier takes part already
   */
  public Registration register(
      String pluginId, int priority, Collection<HookName> handled, AsyncPluginHooks hooks) {
    return register(pluginId, priority, handled, hooks, Optional.empty(), false, why -> {});
  }

  /**
   * Lets a plugin take part that may keep the order of what it is told itself.
   *
   * @param inTurn its hooks so that it begins calls one after the other, in the order in which they
   *     are made; empty where it cannot
   * @param debugging whether it may take as long as it likes
   * @param notAsked hears why the plugin is not asked although it takes part, in one line; of an
   *     empty text when it is asked again
   */
  public Registration register(
      String pluginId,
      int priority,
      Collection<HookName> handled,
      AsyncPluginHooks hooks,
      Optional<AsyncPluginHooks> inTurn,
      boolean debugging,
      Consumer<String> notAsked) {
    Participant participant =
        new Participant(
            pluginId,
            priority,
            handled,
            hooks,
            inTurn,
            debugging ? settings.withoutDeadlines() : settings,
            guards,
            notAsked,
            timer,
            executor);
    AwaitedParticipant before;
    synchronized (changes) {
      before = awaited.remove(pluginId);
      List<Participant> after = new ArrayList<>(participants.all());
      after.remove(before);
      if (after.stream().anyMatch(other -> other.id().equals(pluginId))) {
        throw new IllegalStateException("plugin %s takes part already".formatted(pluginId));
      }
      after.add(participant);
      participants = Participants.of(after, guards);
    }
    if (before != null) {
      before.follow(participant);
    }
    return new Registration() {
      @Override
      public void close() {
        leave(participant);
      }

      @Override
      public void giveWay() {
        HookDispatch.this.giveWay(participant);
      }

      @Override
      public CompletionStage<Void> drained() {
        return participant.drained();
      }

      @Override
      public void giveUp() {
        participant.abort();
      }
    };
  }

  private void leave(Participant participant) {
    synchronized (changes) {
      List<Participant> after = new ArrayList<>(participants.all());
      after.remove(participant);
      participants = Participants.of(after, guards);
    }
    participant.close();
  }

  private void giveWay(Participant leaving) {
    AwaitedParticipant next = new AwaitedParticipant(leaving, settings, guards, timer, executor);
    synchronized (changes) {
      List<Participant> after = new ArrayList<>(participants.all());
      if (after.remove(leaving)) {
        after.add(next);
        awaited.put(leaving.id(), next);
        participants = Participants.of(after, guards);
      }
    }
    leaving.giveWay(next);
  }

  /** No other version of a plugin takes part, if one was awaited: what waits for it fails. */
  public void awaitNoLonger(String pluginId) {
    AwaitedParticipant before;
    synchronized (changes) {
      before = awaited.remove(pluginId);
    }
    if (before != null) {
      leave(before);
    }
  }

  private void guardsHaveChanged() {
    synchronized (changes) {
      participants = Participants.of(participants.all(), guards);
    }
  }

  /** The plugins that guard operations, whether they take part or not. */
  public Guards guards() {
    return guards;
  }

  /** Which plugin's call of the API a thread is carrying out. */
  public Callers callers() {
    return callers;
  }

  /** How far the plugins are that are to run. */
  Readiness.Report readiness() {
    return guards.report(participants::takesPart);
  }

  /** Lets a Java bundle's hooks take part; they are called on threads of the dispatch. */
  public Registration register(String pluginId, int priority, PluginHooks hooks) {
    List<HookName> handled =
        hooks.implemented().stream().map(HookName::of).flatMap(Optional::stream).toList();
    return register(pluginId, priority, handled, new BackgroundHooks(hooks, executor));
  }

  /** A plugin's part in the dispatch. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();

    /**
     * Ends it as {@link #close} does, for another version of the plugin: HTTP requests wait until
     * that takes part, or is {@linkplain HookDispatch#awaitNoLonger awaited no longer}.
     */
    void giveWay();

    /** Completes when it is closed and no call or stream runs any more. */
    CompletionStage<Void> drained();

    /** Ends, with an error, what still runs when it has been closed. */
    void giveUp();
  }

  @Override
  public AsyncPluginHooks async() {
    return all;
  }

  @Override
  public AsyncPluginHooks async(HookWitness witness) {
    return new DispatchedHooks(HookCalls.ofAll(this::asked, witness));
  }

  @Override
  public PluginHooks blocking() {
    return allWaiting;
  }

  @Override
  public Optional<AsyncPluginHooks> async(String pluginId) {
    return participants.all().stream()
        .filter(participant -> participant.id().equals(pluginId))
        .findFirst()
        .map(participant -> new DispatchedHooks(HookCalls.of(participant)));
  }

  @Override
  public Optional<PluginHooks> blocking(String pluginId) {
    return async(pluginId).map(WaitingHooks::new);
  }

  /** Tells a plugin of other settings; the stage ends when it has dealt with them, as it does. */
  @SuppressWarnings("FutureReturnValueIgnored") // What is heard is the outcome.
  public CompletionStage<Void> settingsChanged(String pluginId) {
    CompletableFuture<Void> heard = new CompletableFuture<>();
    handlers(HookName.ON_CONFIGURATION_CHANGE).stream()
        .filter(participant -> participant.id().equals(pluginId))
        .findFirst()
        .map(
            participant ->
                participant.tell(
                    HookName.ON_CONFIGURATION_CHANGE,
                    AsyncPluginHooks::onConfigurationChange,
                    heard::completeExceptionally))
        .orElseGet(() -> CompletableFuture.completedFuture(null))
        .whenComplete((nothing, failure) -> heard.complete(null));
    return heard;
  }

  @Override
  public List<String> handlersOf(HookName hook) {
    return handlers(hook).stream().map(Participant::id).toList();
  }

  @Override
  public List<HookStatistics> statistics() {
    return participants.all().stream()
        .flatMap(participant -> participant.statistics().stream())
        .toList();
  }

  private List<Participant> handlers(HookName hook) {
    return participants.byHook().get(hook);
  }

  /** Runs what may wait, such as for a disk. */
  Executor executor() {
    return executor;
  }

  private HookCalls.Asked asked(HookName hook) {
    Participants now = participants;
    return new HookCalls.Asked(now.byHook().get(hook), refusal(now, hook));
  }

  /** Who is asked that handles at least one of two forms of a hook. */
  HookCalls.Asked asked(HookName one, HookName other) {
    Participants now = participants;
    return new HookCalls.Asked(
        now.all().stream()
            .filter(participant -> participant.handles(one) || participant.handles(other))
            .toList(),
        refusal(now, one).or(() -> refusal(now, other)));
  }

  private Optional<AppError> refusal(Participants now, HookName hook) {
    return guards
        .refusal(hook, now.missing().get(hook))
        .filter(refusal -> callers.current().map(caller -> now.takesPart(caller)).orElse(true));
  }

  @Override
  public List<PluginCalls> calls() {
    return participants.all().stream()
        .filter(Participant::isThere)
        .map(Participant::calls)
        .toList();
  }

  /** Ends all calls, with an error, and all threads. */
  @Deactivate
  @Override
  public void close() {
    List<Participant> before;
    guards.close();
    synchronized (changes) {
      before = participants.all();
      participants = Participants.of(List.of(), guards);
    }
    before.forEach(Participant::abort);
    timer.shutdownNow();
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
          || !timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "a plugin's hook does not end although it was interrupted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
