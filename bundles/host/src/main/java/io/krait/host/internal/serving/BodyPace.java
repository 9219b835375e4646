package io.krait.host.internal.serving;

/** Tells whether one body comes fast enough. For one thread at a time. */
final class BodyPace {

  private final BodyRules rules;
  private final long began;
  private long last;
  private long received;
  private long unwantedSince;
  private boolean unwanted;

  /** A body begins at {@code now}, in nanoseconds of any clock. */
  BodyPace(BodyRules rules, long now) {
    this.rules = rules;
    this.began = now;
    this.last = now;
  }

  void received(int bytes, long now) {
    received += bytes;
    last = now;
  }

  /** What comes from now on is read and forgotten. */
  void unwanted(long now) {
    unwanted = true;
    unwantedSince = now;
  }

  boolean isTooSlow(long now) {
    if (unwanted && now - unwantedSince > rules.patience().toNanos()) {
      return true;
    }
    if (now - last > rules.idle().toNanos()) {
      return true;
    }
    long took = now - began;
    return took > rules.grace().toNanos()
        && (double) received / took * 1e9 < rules.bytesPerSecond();
  }

  /** Whether it has taken so long that the client is what is waited for. */
  boolean isSlow(long now) {
    return now - began > rules.slow().toNanos();
  }
}
