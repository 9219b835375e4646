package io.krait.benchmarks.plugins;

import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.model.CommandArgs;
import io.krait.runtime.internal.dispatch.DispatchSettings;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * MessageHasBeenPosted for one plugin, which counts what it hears of. Each that was sent is either
 * heard of or counted as dropped, and no more wait than the queue may take.
 */
final class Notifications {

  /** So many wait while their number per second is measured; the queue takes more. */
  private static final int WAITING = 1000;

  private static final int FLOOD = 100_000;

  /** Those that have been taken from the queue and are not answered yet may come on top of it. */
  private static final int UNDER_WAY = 256;

  private static final int LIMIT_SECONDS = 300;

  private final KraitHost host;
  private final String plugin;
  private final Duration time;
  private final AtomicLong sent = new AtomicLong();

  Notifications(KraitHost host, String plugin, Duration time) {
    this.host = host;
    this.plugin = plugin;
    this.time = time;
  }

  /**
   * What a flood comes to.
   *
   * @param perSecond heard of by the plugin
   * @param dropped for want of room
   * @param mostWaiting at any moment
   */
  record Flood(double perSecond, long dropped, long mostWaiting) {}

  /** How many are delivered per second, where more wait at any moment. */
  double perSecond() throws Exception {
    Measured unused = new Load(WAITING, time).run(this::send);
    Measured measured = new Load(WAITING, time).run(this::send);
    check();
    if (statistics().dropped() > 0) {
      throw new IllegalStateException("notifications were dropped though there was room");
    }
    return measured.callsPerSecond();
  }

  private CompletionStage<Void> send() {
    sent.incrementAndGet();
    return host.hooks().messageHasBeenPosted(Message.CONTEXT, Message.POST);
  }

  /** More than the queue takes, as fast as they can be sent. */
  Flood flood() throws Exception {
    long droppedBefore = statistics().dropped();
    var done = new CountDownLatch(FLOOD);
    var waiting = new AtomicLong();
    long most = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < FLOOD; i++) {
      long now = waiting.incrementAndGet();
      var unused =
          send()
              .whenComplete(
                  (nothing, failure) -> {
                    waiting.decrementAndGet();
                    done.countDown();
                  });
      most = Math.max(most, Math.min(now, waiting.get() + 1));
    }
    if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("%d notifications are left".formatted(done.getCount()));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    check();
    int bound = DispatchSettings.DEFAULT.notificationQueue() + UNDER_WAY;
    if (most > bound) {
      throw new IllegalStateException(
          "%d notifications were waiting, more than %d".formatted(most, bound));
    }
    long dropped = statistics().dropped() - droppedBefore;
    return new Flood((FLOOD - dropped) / seconds, dropped, most);
  }

  private HookStatistics statistics() {
    return host.statistics(plugin, HookName.MESSAGE_HAS_BEEN_POSTED);
  }

  private void check() throws Exception {
    long heard =
        Long.parseLong(
            host.hooksOf(plugin)
                .executeCommand(Message.CONTEXT, CommandArgs.builder().command("/count").build())
                .toCompletableFuture()
                .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                .orElseThrow()
                .text());
    long dropped = statistics().dropped();
    if (heard + dropped != sent.get()) {
      throw new IllegalStateException(
          "of %d notifications the plugin has heard of %d, and %d were dropped"
              .formatted(sent.get(), heard, dropped));
    }
  }
}
