package io.krait.host.internal.accounts;

import io.krait.api.AppError;
import io.krait.host.internal.chat.LoginAttempts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Bounds how many mails somebody without a session can ask for: from one network, and to one
 * address, whether that is somebody's or not. Safe for use from any thread.
 */
final class MailRequests {

  static final int MOST_TO_ADDRESS = 3;
  static final int MOST_FROM_NETWORK = 30;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int MOST_REMEMBERED = 20_000;

  private final InstantSource clock;
  private final Map<String, Window> windows = new Remembered();

  MailRequests(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Counts a request.
   *
   * @param email to which address, as it was given
   * @param network from which address of the network
   * @throws AppError with status 429, and when to try again
   */
  synchronized void count(String email, String network) {
    long now = clock.millis();
    Window from = window("from " + LoginAttempts.network(network), now);
    Window to = window("to " + email.toLowerCase(Locale.ROOT), now);
    if (from.count >= MOST_FROM_NETWORK) {
      throw tooMany(from, now);
    }
    if (to.count >= MOST_TO_ADDRESS) {
      throw tooMany(to, now);
    }
    from.count++;
    to.count++;
  }

  private Window window(String key, long now) {
    Window window = windows.get(key);
    if (window == null || now - window.begun >= WINDOW.toMillis()) {
      window = new Window(now);
      windows.put(key, window);
    }
    return window;
  }

  private static AppError tooMany(Window window, long now) {
    long seconds = Math.max(1, (window.begun + WINDOW.toMillis() - now + 999) / 1000);
    return AppError.builder()
        .id("api.user.send_mail.too_many.app_error")
        .message("so many mails were asked for already; try again in %d seconds".formatted(seconds))
        .statusCode(429)
        .retryAfter(Duration.ofSeconds(seconds))
        .build();
  }

  private static final class Window {
    private final long begun;
    private int count;

    Window(long begun) {
      this.begun = begun;
    }
  }

  /** Forgets what has not been asked for longest where there is too much. */
  private static final class Remembered extends LinkedHashMap<String, Window> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
