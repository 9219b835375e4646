package io.krait.protocol;

import io.krait.api.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Lets those pass to a server who show the token of its one client. A client that may know nothing
 * of tokens passes without one until the token was shown for the first time; from then on everybody
 * has to show it, and who has passed without is shut out. Several servers can share a gate. Safe
 * for use from any thread.
 */
public final class TokenGate {

  private static final String ADVICE =
      "; an endpoint of the API is for the one plugin that it was opened for, whose process shows"
          + " what it was given as KRAIT_API_TOKEN";

  private final AccessToken token;
  private final Consumer<String> refusals;
  private final List<Runnable> closings = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  private TokenGate(AccessToken token, boolean closed, Consumer<String> refusals) {
    this.token = token;
    this.closed = closed;
    this.refusals = refusals;
  }

  /**
   * A gate at which the token is asked for from the beginning.
   *
   * @param refusals is told what was wrong each time that somebody is refused; must not block
   */
  public static TokenGate closed(AccessToken token, Consumer<String> refusals) {
    return new TokenGate(token, true, refusals);
  }

  /**
   * A gate that is open until somebody shows the token.
   *
   * @param refusals is told what was wrong each time that somebody is refused; must not block
   */
  public static TokenGate openUntilShown(AccessToken token, Consumer<String> refusals) {
    return new TokenGate(token, false, refusals);
  }

  /** Whether nobody passes without the token. */
  public boolean isClosed() {
    return closed;
  }

  /**
   * Why somebody does not pass; empty where he does. A token that is not right never passes.
   *
   * @param shown what he shows; null or empty for nothing
   */
  public Optional<String> refuses(@Nullable String shown) {
    if (shown == null || shown.isEmpty()) {
      return closed ? refused("the access token is missing") : Optional.empty();
    }
    if (!token.matches(shown)) {
      return refused("the access token is not right");
    }
    if (!closed) {
      closed = true;
      closings.forEach(Runnable::run);
    }
    return Optional.empty();
  }

  private Optional<String> refused(String why) {
    refusals.accept(why);
    return Optional.of(why + ADVICE);
  }

  /** Has {@code action}, which must not block, shut out who has passed without the token. */
  void onClosing(Runnable action) {
    closings.add(action);
  }
}
