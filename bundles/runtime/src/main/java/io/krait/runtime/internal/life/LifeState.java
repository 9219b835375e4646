package io.krait.runtime.internal.life;

import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginState;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.runtime.manifest.Manifest;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a plugin is and does, and who is told of it. Belongs to the plugin's queue; what can be seen
 * from outside, {@link #installation} and {@link #seen}, is for any thread.
 */
final class LifeState {

  private static final int LONGEST_REASON = 4000;

  private final LifeContext context;
  private final GuardDuty duty;

  /** What can be seen from outside; the lines are asked for when somebody looks. */
  private record View(
      Installation installation, ManagedPlugin plugin, Supplier<List<String>> lastLines) {}

  private volatile View view;
  private Surroundings surroundings;
  private List<String> lastLines = List.of();
  private @Nullable Attempt attempt;

  LifeState(
      LifeContext context, Installation installation, boolean enabled, Surroundings surroundings) {
    this.context = context;
    this.surroundings = surroundings;
    duty = new GuardDuty(context, enabled);
    ManagedPlugin plugin =
        described(
                ManagedPlugin.builder(
                    context.id(), installation.manifest().version(), installation.folder()),
                installation)
            .enabled(enabled)
            .state(enabled ? PluginState.WAITING : PluginState.DISABLED)
            .since(context.tools().clock().instant())
            .reason(enabled ? surroundings.missing() : "")
            .build();
    view = new View(installation, plugin, List::of);
    duty.seen(plugin);
  }

  private static ManagedPlugin.Builder described(
      ManagedPlugin.Builder plugin, Installation installation) {
    Manifest manifest = installation.manifest();
    return plugin
        .version(manifest.version())
        .folder(installation.folder())
        .name(manifest.name())
        .description(manifest.description())
        .homepageUrl(manifest.homepageUrl())
        .supportUrl(manifest.supportUrl())
        .releaseNotesUrl(manifest.releaseNotesUrl())
        .iconPath(manifest.iconPath())
        .minServerVersion(manifest.minServerVersion())
        .warnings(installation.warnings())
        .settingsSchema(manifest.settingsSchema());
  }

  /** The version in use. Any thread. */
  Installation installation() {
    return view.installation();
  }

  /** The plugin as everybody sees it. Any thread. */
  ManagedPlugin seen() {
    View now = view;
    return now.plugin().toBuilder().lastLines(now.lastLines().get()).build();
  }

  PluginState current() {
    return view.plugin().state();
  }

  boolean isEnabled() {
    return view.plugin().enabled();
  }

  void enabled(boolean enabled) {
    see(view.installation(), view.plugin().toBuilder().enabled(enabled));
  }

  Surroundings surroundings() {
    return surroundings;
  }

  void surroundings(Surroundings now) {
    surroundings = now;
  }

  @Nullable Attempt attempt() {
    return attempt;
  }

  boolean isCurrent(Attempt candidate) {
    return attempt == candidate;
  }

  /** It is started, by somebody or as it was enabled: what came before counts no more. */
  void startsAfresh(String cause) {
    lastLines = List.of();
    duty.startsAfresh();
    restarts(0);
    become(PluginState.STARTING, "", cause);
  }

  /** It has a process from now on, or gets one. */
  void attempt(Attempt begun) {
    attempt = begun;
  }

  /** It has none any more. */
  void attemptIsOver() {
    Attempt over = attempt;
    if (over != null) {
      lastLines = over.lastLines();
      attempt = null;
    }
  }

  void restarts(int restarts) {
    see(view.installation(), view.plugin().toBuilder().restarts(restarts));
  }

  /** Another version is in use, or the same one with another manifest. */
  void adopt(Installation next) {
    try {
      context.settings().rules(SettingsRules.of(next));
    } catch (ManagementException e) {
      context.log().log(Level.WARNING, "{0}; correct its settings", e.getMessage());
    }
    see(next, described(view.plugin().toBuilder(), next));
  }

  /** It has no process: as it is not to run, or cannot. */
  void rest(String cause) {
    if (attempt != null) {
      return;
    }
    if (isEnabled()) {
      become(PluginState.WAITING, surroundings.missing(), cause);
    } else {
      become(PluginState.DISABLED, "", cause);
    }
  }

  /**
   * It does something else from now on, or the same for another reason.
   *
   * @param reason for administrators, as long as it does that
   * @param cause of the change
   */
  void become(PluginState state, String reason, String cause) {
    changeTo(state, shown(reason), shown(cause));
  }

  // Both may have what the plugin says of itself.
  private static String shown(String text) {
    return VisibleText.excerpt(text, LONGEST_REASON);
  }

  private void changeTo(PluginState state, String reason, String cause) {
    ManagedPlugin before = view.plugin();
    ManagedPlugin.Builder plugin = before.toBuilder().state(state).reason(reason);
    if (state != before.state()) {
      plugin.since(context.tools().clock().instant());
    }
    see(view.installation(), plugin);
    if (state == before.state() && reason.equals(before.reason())) {
      return;
    }
    logChange(before.state(), state, cause);
    tell(
        PluginEvents.STATE_CHANGED,
        Map.of(
            PluginEvents.STATE, state.name(),
            PluginEvents.PREVIOUS_STATE, before.state().name(),
            PluginEvents.REASON, cause));
  }

  /** What is to be known about it although it does what it did. */
  void remark(String reason) {
    see(view.installation(), view.plugin().toBuilder().reason(shown(reason)));
  }

  private void logChange(PluginState before, PluginState state, String cause) {
    String change =
        "plugin %s: %s: %s"
            .formatted(
                context.id(),
                before == state ? state : before + " -> " + state,
                cause.isEmpty() ? "-" : cause);
    switch (state) {
      case FAILED -> context.complain(Level.ERROR, change);
      case BACKING_OFF -> context.complain(Level.WARNING, change);
      default -> context.log().log(Level.INFO, change);
    }
    if (state != before && !Transitions.lead(before, state)) {
      context.log().log(
          Level.ERROR,
          "plugin {0}: nothing leads from {1} to {2}, which is a mistake in io.krait.runtime",
          context.id(),
          before,
          state);
    }
  }

  /** Its process or its hooks are others than before. */
  void show() {
    see(view.installation(), view.plugin().toBuilder());
  }

  private void see(Installation installation, ManagedPlugin.Builder plugin) {
    Attempt now = attempt;
    List<String> lines = lastLines;
    view =
        new View(
            installation,
            plugin
                .process(now == null ? Optional.empty() : now.process())
                .hooks(now == null ? Set.of() : now.hooks())
                .debugging(now != null && now.isDebugged())
                .build(),
            now == null ? () -> lines : now::lastLines);
    duty.seen(view.plugin());
  }

  /** It runs, and handles these hooks. */
  void handles(Set<HookName> hooks) {
    duty.handles(hooks);
  }

  /** It is no more. */
  void ends() {
    duty.ends();
  }

  /** It runs, and why it is asked no hooks all the same; an empty text when it is asked again. */
  void notAsked(Attempt asked, String why) {
    if (isCurrent(asked) && current() == PluginState.RUNNING) {
      remark(why);
    }
  }

  /** Tells all who listen that something has happened to it. */
  void tell(String topic, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put(PluginEvents.PLUGIN_ID, context.id());
    properties.put(PluginEvents.PLUGIN_VERSION, installation().manifest().version());
    try {
      context.tools().events().happened(topic, properties);
    } catch (RuntimeException | LinkageError e) {
      context.log().log(
          Level.WARNING, () -> "plugin %s: an event is lost".formatted(context.id()), e);
    }
  }
}
