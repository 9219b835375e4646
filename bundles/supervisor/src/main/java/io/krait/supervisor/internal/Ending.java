package io.krait.supervisor.internal;

/** How a process came to its end. */
enum Ending {
  /** It was not there any more. */
  BEFORE,
  /** It was asked by a call, and ended itself. */
  BY_REQUEST,
  /** It was asked by a signal, and ended itself. */
  BY_SIGNAL,
  /** It did not end itself in time. */
  BY_FORCE
}
