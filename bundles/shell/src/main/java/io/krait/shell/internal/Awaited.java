package io.krait.shell.internal;

import java.util.Optional;

/**
 * A service of another bundle, which may be away for a moment: while that bundle is updated, or
 * begins anew with other settings.
 */
interface Awaited<T> {
  /** Waits for it. */
  T get() throws CommandException;

  /** It, if it is there. */
  Optional<T> now();
}
