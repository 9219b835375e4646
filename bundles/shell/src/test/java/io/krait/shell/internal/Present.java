package io.krait.shell.internal;

import io.krait.api.Nullable;
import java.util.Optional;

/** A service that is there until it leaves. */
final class Present<T> implements Awaited<T> {
  private volatile @Nullable T service;

  Present(T service) {
    this.service = service;
  }

  void leave() {
    service = null;
  }

  @Override
  public T get() throws CommandException {
    return now().orElseThrow(() -> new CommandException("it has left"));
  }

  @Override
  public Optional<T> now() {
    return Optional.ofNullable(service);
  }
}
