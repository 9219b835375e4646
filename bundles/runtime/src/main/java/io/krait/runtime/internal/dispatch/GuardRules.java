package io.krait.runtime.internal.dispatch;

import io.krait.api.FailurePolicy;
import io.krait.api.HookName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * What happens to operations that a plugin guards which cannot be asked. It is a component of its
 * own so that a change restarts nothing. A setting that makes no sense is logged, and the default
 * counts: no plugin should stop for it, and nothing be open by a slip of the pen.
 */
@Component(service = GuardRules.class, configurationPid = GuardRules.PID)
@Designate(ocd = GuardConfiguration.class)
public final class GuardRules {

  static final String PID = "io.krait.runtime.guards";

  private static final Logger LOGGER = System.getLogger(GuardRules.class.getName());
  private static final String DECLARED = "declared";
  private static final int USUAL_SECONDS = 30;
  private static final int LONGEST_SECONDS = 3600;

  private volatile Rules rules;

  /** What is set, all of it from one moment. */
  private record Rules(
      FailurePolicy onStart,
      Duration longestStart,
      Optional<FailurePolicy> onFailure,
      Map<String, FailurePolicy> plugins) {}

  @Activate
  public GuardRules(GuardConfiguration configuration) {
    modified(configuration);
  }

  /** Rules as they are written in a configuration. */
  GuardRules(String onStart, int startSeconds, String onFailure, String... plugins) {
    set(onStart, startSeconds, onFailure, plugins);
  }

  /** The rules where nobody has set any. */
  static GuardRules usual() {
    return new GuardRules("closed", USUAL_SECONDS, DECLARED);
  }

  @Modified
  void modified(GuardConfiguration configuration) {
    set(
        configuration.on_start(),
        configuration.start_seconds(),
        configuration.on_failure(),
        configuration.plugins());
  }

  void set(String onStart, int startSeconds, String onFailure, String... plugins) {
    Map<String, FailurePolicy> single = new HashMap<>();
    Stream.of(plugins)
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .forEach(entry -> put(single, entry));
    rules =
        new Rules(
            policy(onStart)
                .orElseGet(
                    () -> {
                      passOver("on.start", onStart, "is neither closed nor open; it is closed");
                      return FailurePolicy.CLOSED;
                    }),
            longestStart(startSeconds),
            onFailure(onFailure),
            Map.copyOf(single));
  }

  private static Duration longestStart(int seconds) {
    if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
      return Duration.ofSeconds(seconds);
    }
    passOver(
        "start.seconds",
        Integer.toString(seconds),
        "is not from 1 to %d; it is %d".formatted(LONGEST_SECONDS, USUAL_SECONDS));
    return Duration.ofSeconds(USUAL_SECONDS);
  }

  private static Optional<FailurePolicy> onFailure(String text) {
    Optional<FailurePolicy> policy = policy(text);
    if (policy.isEmpty() && !text.strip().equalsIgnoreCase(DECLARED)) {
      passOver("on.failure", text, "is neither declared nor closed nor open; it is declared");
    }
    return policy;
  }

  private static void put(Map<String, FailurePolicy> single, String entry) {
    int sign = entry.indexOf('=');
    Optional<FailurePolicy> policy =
        sign < 1 ? Optional.empty() : policy(entry.substring(sign + 1));
    if (policy.isEmpty()) {
      passOver(
          "plugins",
          entry,
          "is not a plugin and closed or open, such as com.example.moderator=closed; it is passed"
              + " over");
    } else {
      single.put(entry.substring(0, sign).strip().toLowerCase(Locale.ROOT), policy.get());
    }
  }

  private static Optional<FailurePolicy> policy(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "closed" -> Optional.of(FailurePolicy.CLOSED);
      case "open" -> Optional.of(FailurePolicy.OPEN);
      default -> Optional.empty();
    };
  }

  private static void passOver(String key, String value, String why) {
    LOGGER.log(
        Level.ERROR, () -> "configuration %s, %s: \"%s\" %s".formatted(PID, key, value, why));
  }

  /** How long a plugin counts as being started. */
  Duration longestStart() {
    return rules.longestStart();
  }

  /** What goes while it is not known yet which plugins there are. */
  FailurePolicy atStart() {
    return rules.onStart();
  }

  /** What goes while that plugin is being started. */
  FailurePolicy atStart(String pluginId) {
    Rules now = rules;
    return now.plugins().getOrDefault(pluginId, now.onStart());
  }

  /** What goes where that plugin fails, is late or away. */
  FailurePolicy onFailure(String pluginId, HookName hook) {
    return hook.canRefuse() ? chosen(pluginId).orElse(hook.onFailure()) : hook.onFailure();
  }

  /**
   * What goes where so many wait for that plugin that one more may not. Anybody can bring that
   * about who sends enough: so what it guards is not open then because the hook fails open.
   */
  FailurePolicy onCrowd(String pluginId, HookName hook) {
    return hook.canRefuse() ? chosen(pluginId).orElse(FailurePolicy.CLOSED) : hook.onFailure();
  }

  private Optional<FailurePolicy> chosen(String pluginId) {
    Rules now = rules;
    return Optional.ofNullable(now.plugins().get(pluginId)).or(now::onFailure);
  }
}
