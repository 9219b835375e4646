package io.krait.runtime.internal.dispatch;

import io.krait.api.HookName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * How long plugins may take for hooks: what the contract declares, or what an administrator has
 * set. It is a component of its own so that a change restarts nothing. A setting that makes no
 * sense is logged and passed over, as no plugin should stop for it.
 */
@Component(service = HookDeadlines.class, configurationPid = HookDeadlines.PID)
@Designate(ocd = DeadlineConfiguration.class)
public final class HookDeadlines {

  static final String PID = "io.krait.runtime.deadlines";

  private static final Logger LOGGER = System.getLogger(HookDeadlines.class.getName());
  // What the contract declares for hooks of which there is nothing special to say.
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final BigDecimal SHORTEST = new BigDecimal("0.1");
  private static final BigDecimal LONGEST = new BigDecimal("3600");

  private volatile Map<HookName, Duration> deadlines = Map.of();

  @Activate
  public HookDeadlines(DeadlineConfiguration configuration) {
    modified(configuration);
  }

  /** Deadlines as they are written in a configuration. */
  HookDeadlines(String usual, String... ofHooks) {
    set(usual, ofHooks);
  }

  @Modified
  void modified(DeadlineConfiguration configuration) {
    set(configuration.default_seconds(), configuration.hooks_seconds());
  }

  void set(String givenUsual, String... ofHooks) {
    Duration usual = seconds(givenUsual.strip(), "default.seconds", givenUsual).orElse(USUAL);
    Map<HookName, Duration> all = new EnumMap<>(HookName.class);
    for (HookName hook : HookName.values()) {
      hook.deadline()
          .ifPresent(declared -> all.put(hook, declared.equals(USUAL) ? usual : declared));
    }
    Stream.of(ofHooks)
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .forEach(entry -> put(all, entry));
    deadlines = all;
  }

  private static void put(Map<HookName, Duration> all, String entry) {
    int sign = entry.indexOf('=');
    String name = (sign < 0 ? entry : entry.substring(0, sign)).strip();
    Optional<HookName> hook = HookName.of(name);
    if (sign < 0) {
      passOver("hooks.seconds", entry, "is not a hook and its seconds, such as ExecuteCommand=60");
    } else if (hook.isEmpty()) {
      passOver("hooks.seconds", entry, "names no hook: there is no " + name);
    } else if (!all.containsKey(hook.get())) {
      passOver(
          "hooks.seconds",
          entry,
          "sets a deadline for a stream, which has none; how long one may be idle is idleSeconds of"
              + " io.krait.http");
    } else {
      seconds(entry.substring(sign + 1).strip(), "hooks.seconds", entry)
          .ifPresent(deadline -> all.put(hook.get(), deadline));
    }
  }

  private static Optional<Duration> seconds(String text, String key, String value) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.compareTo(SHORTEST) >= 0 && seconds.compareTo(LONGEST) <= 0) {
        return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    passOver(key, value, "is not a number of seconds from %s to %s".formatted(SHORTEST, LONGEST));
    return Optional.empty();
  }

  private static void passOver(String key, String value, String why) {
    LOGGER.log(
        Level.ERROR,
        () -> "configuration %s, %s: \"%s\" %s; it is passed over".formatted(PID, key, value, why));
  }

  /** How long a plugin may take for {@code hook} from now on; empty for no limit. */
  public Optional<Duration> of(HookName hook) {
    return Optional.ofNullable(deadlines.get(hook));
  }
}
