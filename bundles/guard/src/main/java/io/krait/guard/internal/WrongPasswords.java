package io.krait.guard.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Slows down those who guess passwords, each address by itself, so that nobody can lock out an
 * administrator who is elsewhere. What was right from an address goes on to be let through there.
 */
final class WrongPasswords {

  private static final int MOST_ADDRESSES = 4096;
  private static final int BYTES_OF_A_NETWORK = 8;
  private static final int MOST_DOUBLINGS = 20;

  private final int free;
  private final Duration longest;
  private final LongSupplier clock;
  private final byte[] salt = new byte[32];
  private final Map<String, Guesses> addresses = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Counts from now on.
   *
   * @param free how many an address may try before it has to wait
   * @param clock nanoseconds, from any beginning
   */
  WrongPasswords(int free, Duration longest, LongSupplier clock) {
    this.free = free;
    this.longest = longest;
    this.clock = clock;
    new SecureRandom().nextBytes(salt);
  }

  /** What is known of an address. */
  private static final class Guesses {
    private int wrong;
    private int inHand;
    private long last;
    private long until;
    private byte[] right = {};
    private byte[] lastWrong = {};

    /** Whether it has been said already what is to be said of these. */
    private boolean know(byte[] credentials) {
      return MessageDigest.isEqual(right, credentials)
          || MessageDigest.isEqual(lastWrong, credentials);
    }
  }

  /**
   * What came of an attempt.
   *
   * @param firstWait whether the address has to wait from now on
   */
  record Count(int wrong, boolean firstWait) {}

  /**
   * An attempt begins; where it may, {@link #end} has to be told of it.
   *
   * @return how long the address has to wait before it is heard; empty where it need not
   */
  synchronized Optional<Duration> begin(String address, String credentials) {
    Guesses guesses = of(address);
    if (guesses.know(digest(credentials))) {
      guesses.inHand++;
      return Optional.empty();
    }
    long now = clock.getAsLong();
    if (guesses.wrong > 0 && now - guesses.last > 2 * longest.toNanos()) {
      guesses.wrong = 0;
    }
    // Those that are looked at just now may all be wrong.
    if (guesses.wrong + guesses.inHand >= free) {
      long left = guesses.until - now;
      if (guesses.wrong < free || guesses.inHand > 0 || left > 0) {
        return Optional.of(Duration.ofNanos(Math.max(left, Duration.ofSeconds(1).toNanos())));
      }
    }
    guesses.inHand++;
    return Optional.empty();
  }

  /** An attempt has ended. */
  synchronized Count end(String address, String credentials, boolean right) {
    Guesses guesses = of(address);
    guesses.inHand = Math.max(0, guesses.inHand - 1);
    if (right) {
      guesses.wrong = 0;
      guesses.right = digest(credentials);
      return new Count(0, false);
    }
    byte[] digest = digest(credentials);
    if (MessageDigest.isEqual(guesses.right, digest)) {
      guesses.right = new byte[0];
    }
    if (MessageDigest.isEqual(guesses.lastWrong, digest)) {
      // A program that has an old password; who guesses tries another.
      return new Count(guesses.wrong, false);
    }
    guesses.lastWrong = digest;
    guesses.wrong++;
    guesses.last = clock.getAsLong();
    if (guesses.wrong >= free) {
      int doublings = Math.min(MOST_DOUBLINGS, guesses.wrong - free);
      Duration wait = Duration.ofSeconds(1L << doublings);
      guesses.until = guesses.last + (wait.compareTo(longest) < 0 ? wait : longest).toNanos();
    }
    return new Count(guesses.wrong, guesses.wrong == free);
  }

  private Guesses of(String address) {
    Guesses guesses = addresses.computeIfAbsent(network(address), unknown -> new Guesses());
    if (addresses.size() > MOST_ADDRESSES) {
      addresses.remove(addresses.keySet().iterator().next());
    }
    return guesses;
  }

  /** One has as many addresses of version 6 as one likes, but they begin alike. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return Arrays.toString(Arrays.copyOf(bytes, BYTES_OF_A_NETWORK));
    } catch (UnknownHostException none) {
      return address;
    }
  }

  private byte[] digest(String credentials) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      return sha256.digest(credentials.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
