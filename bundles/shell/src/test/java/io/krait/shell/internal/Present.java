package io.krait.shell.internal;

import java.util.Optional;

/** A service that is there. */
record Present<T>(T get) implements Awaited<T> {
  @Override
  public Optional<T> now() {
    return Optional.of(get);
  }
}
