package io.krait.launcher;

import java.util.logging.LogManager;

/**
 * Logs as long as the process lives. When Java ends for a signal, its own manager takes all
 * handlers away at once, while the server still stops its plugins: what happens then would be in no
 * log. Public, as Java makes it by its name.
 */
public final class EnduringLogManager extends LogManager {

  @Override
  public void reset() {
    if (!isEndOfJava()) {
      super.reset();
    }
  }

  // Only the thread that Java starts at its end is of a class in there.
  private static boolean isEndOfJava() {
    return Thread.currentThread().getClass().getEnclosingClass() == LogManager.class;
  }
}
