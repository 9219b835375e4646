package io.krait.shell.internal;

import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** A service that is looked for until this is closed. */
final class AwaitedService<T> implements Awaited<T>, AutoCloseable {
  private final Class<T> type;
  private final Duration patience;
  private final ServiceTracker<T, T> tracker;

  /**
   * Begins to look for it.
   *
   * @param patience how long a command waits for it
   */
  AwaitedService(BundleContext context, Class<T> type, Duration patience) {
    this.type = type;
    this.patience = patience;
    tracker = new ServiceTracker<>(context, type, null);
    tracker.open();
  }

  @Override
  public T get() throws CommandException {
    try {
      T service = tracker.waitForService(patience.toMillis());
      if (service == null) {
        throw new CommandException(
            "no bundle offers a %s; io.krait.runtime does, where it is started and has no problem"
                    .formatted(type.getSimpleName())
                + " with its configuration");
      }
      return service;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException(
          "nobody waits for a %s any longer".formatted(type.getSimpleName()), e);
    }
  }

  @Override
  public Optional<T> now() {
    return Optional.ofNullable(tracker.getService());
  }

  /** Whoever waits for it waits no longer. */
  @Override
  public void close() {
    tracker.close();
  }
}
