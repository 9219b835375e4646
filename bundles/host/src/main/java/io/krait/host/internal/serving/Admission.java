package io.krait.host.internal.serving;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds what is under way at once: requests in all and of one remote address, and among them slow
 * bodies of one address. Safe for use from any thread.
 */
final class Admission {

  private final int most;
  private final int mostOfAddress;
  private final int mostSlowOfAddress;
  // Has only addresses that have something under way, so it is bounded as the requests are.
  private final Map<String, Counts> addresses = new HashMap<>();
  private int all;

  Admission(int most, int mostOfAddress, int mostSlowOfAddress) {
    this.most = most;
    this.mostOfAddress = mostOfAddress;
    this.mostSlowOfAddress = mostSlowOfAddress;
  }

  private static final class Counts {
    private int requests;
    private int slow;
  }

  /** What is at its bound. */
  enum Full {
    SERVER,
    ADDRESS
  }

  /** Whether one more request may begin; where it may, a place is taken for it. */
  synchronized Optional<Full> enter(String address) {
    if (all >= most) {
      return Optional.of(Full.SERVER);
    }
    Counts counts = addresses.computeIfAbsent(address, unused -> new Counts());
    if (counts.requests >= mostOfAddress) {
      return Optional.of(Full.ADDRESS);
    }
    counts.requests++;
    all++;
    return Optional.empty();
  }

  /** A request that has entered has ended. */
  synchronized void leave(String address) {
    Counts counts = addresses.get(address);
    all--;
    if (--counts.requests == 0) {
      addresses.remove(address);
    }
  }

  /** Whether the body of a request that has entered may go on, although it is slow. */
  synchronized boolean slow(String address) {
    Counts counts = addresses.get(address);
    if (counts == null || counts.slow >= mostSlowOfAddress) {
      return false;
    }
    counts.slow++;
    return true;
  }

  /** A slow body has come to its end; before its request leaves. */
  synchronized void slowEnded(String address) {
    addresses.get(address).slow--;
  }

  /** How many requests are under way. */
  synchronized int requests() {
    return all;
  }
}
