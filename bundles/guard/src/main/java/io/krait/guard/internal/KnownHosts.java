package io.krait.guard.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that this server has. Whoever owns another one can let it lead here, and then browsers
 * take this server for a part of that site.
 */
final class KnownHosts {

  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-f:.%]*:[0-9a-f:.%]*]?");
  private static final String ANY = "*";

  private final Set<String> names;
  private final Supplier<String> machine;

  KnownHosts(Collection<String> names) {
    this(names, KnownHosts::nameOfThisMachine);
  }

  KnownHosts(Collection<String> names, Supplier<String> machine) {
    this.names = names.stream().map(KnownHosts::plain).collect(Collectors.toUnmodifiableSet());
    this.machine = machine;
  }

  static KnownHosts of(GuardConfiguration configuration) {
    return new KnownHosts(List.of(configuration.hosts()));
  }

  /** Whether a browser that asks for this name, which has no port, means this server. */
  boolean know(String host) {
    String name = plain(host);
    return ADDRESS.matcher(name).matches()
        || name.equals("localhost")
        || name.endsWith(".localhost")
        || names.contains(ANY)
        || names.contains(name)
        || name.equals(plain(machine.get()));
  }

  private static String plain(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String nameOfThisMachine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException none) {
      return "localhost";
    }
  }
}
