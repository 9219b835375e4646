package io.krait.http.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what will be so. */
public final class Conditions {

  private static final long SECONDS = 30;

  private Conditions() {}

  public static void await(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || never.await(10, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("not so within " + SECONDS + " s");
      }
    }
  }
}
