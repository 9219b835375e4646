package io.krait.api.host;

/**
 * A lease that has been taken. It lapses by itself: its holder looks at {@link #isHeld()} before
 * each thing that it does by it, and refreshes it in time. As a holder may be stopped between
 * looking and doing, what must happen once checks {@link #token()} where it is written.
 *
 * <p>Safe for use from any thread.
 */
public interface ClusterLease extends AutoCloseable {

  /** What is held. */
  String name();

  /** Its number, which is greater than that of each lease of this name before it. */
  long token();

  /**
   * Whether it is held for certain: it has neither been given back nor lost, and has not lapsed as
   * this node counts, which is earlier than others take it. Does not wait. Once false, always
   * false.
   */
  boolean isHeld();

  /**
   * Has it last for its whole time again. May wait for the database.
   *
   * @return false where it is lost, which is for good
   * @throws io.krait.api.AppError with status 503 where that cannot be told; it may be tried again
   *     while {@link #isHeld()}
   */
  boolean refresh();

  /** Gives it back; at the latest it lapses. Does nothing a second time. */
  @Override
  void close();
}
