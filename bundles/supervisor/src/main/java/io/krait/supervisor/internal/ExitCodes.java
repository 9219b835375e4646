package io.krait.supervisor.internal;

/** How the end of a process is told. */
final class ExitCodes {

  private static final int SIGNALS = 128;

  private ExitCodes() {}

  static String text(int code) {
    return code > SIGNALS && code < SIGNALS + 65
        ? "code %d (signal %d)".formatted(code, code - SIGNALS)
        : "code " + code;
  }
}
