package io.krait.host.internal.serving;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The body of a request on its way in. No thread waits for it; a client that is too slow is given
 * up. Safe for use from any thread.
 */
public final class IncomingBody implements ReadListener {

  private static final System.Logger LOGGER = System.getLogger(IncomingBody.class.getName());
  private static final int PIECE = 16 << 10;

  /** The methods of requests that have no body unless they say so. */
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "DELETE", "TRACE");

  private final HttpServletRequest request;
  private final String address;
  private final Exchanges owner;
  private final CompletableFuture<ReceivedBody> result = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  // Guarded by this object's lock, which is never held while others are told.
  private BodyPace pace;
  private @Nullable ServletInputStream input;
  private Spool.@Nullable Filling filling;
  private @Nullable AppError tooLarge;
  private long most;
  private long came;
  private long left;
  private boolean opened;
  private boolean ended;
  private boolean broken;
  private boolean slow;

  IncomingBody(HttpServletRequest request, String address, Exchanges owner) {
    this.request = request;
    this.address = address;
    this.owner = owner;
    pace = new BodyPace(owner.rules(), owner.now());
  }

  /** Its length where the client has said it, else -1. */
  public long length() {
    return request.getContentLengthLong();
  }

  /** Whether there may be one at all. */
  public boolean mayBeThere() {
    return length() > 0
        || request.getHeader("Transfer-Encoding") != null
        || (length() < 0
            && !request.getProtocol().startsWith("HTTP/1.")
            && !READING.contains(request.getMethod()));
  }

  /**
   * Takes it in; once.
   *
   * @param largest how large it may be, in bytes
   * @param otherwise what the stage fails with where it is larger
   * @return fails with an {@link AppError} with status 408 where it comes too slowly, 429 where too
   *     many of the same address do, 400 where it breaks off, 500 where there is no room
   */
  public CompletionStage<ReceivedBody> receive(long largest, AppError otherwise) {
    if (length() > largest) {
      return CompletableFuture.failedFuture(otherwise);
    }
    synchronized (this) {
      if (opened) {
        throw new IllegalStateException("a body is received once");
      }
      // Now, as the request may have waited for a thread of ours.
      pace = new BodyPace(owner.rules(), owner.now());
      filling = owner.spool().begin();
      tooLarge = otherwise;
      most = largest;
    }
    open();
    return result;
  }

  /**
   * Reads what nobody wants, so that the connection can be used again: a client that still sends
   * when the answer comes would lose its next request with the connection.
   *
   * @return completes when no more will be read, always well
   */
  CompletionStage<Void> forget(long largest) {
    boolean begin;
    synchronized (this) {
      begin = !opened;
      if (begin) {
        pace = new BodyPace(owner.rules(), owner.now());
        unwanted();
        most = largest;
      }
    }
    if (begin) {
      // Who asks before sending is spared the sending by the answer.
      if (request.getHeader("Expect") != null || !mayBeThere()) {
        return CompletableFuture.completedStage(null);
      }
      open();
    }
    return end;
  }

  /** Whether the connection is of no more use, as the rest of the body has not been read. */
  synchronized boolean isBroken() {
    return broken;
  }

  private void open() {
    Runnable then = () -> {};
    ServletInputStream in = null;
    synchronized (this) {
      opened = true;
      owner.watch(this);
      left = length();
      if (!mayBeThere()) {
        finished().run();
        return;
      }
      try {
        in = request.getInputStream();
        input = in;
      } catch (IOException | RuntimeException failure) {
        then = failed(brokenOff(failure));
      }
    }
    then.run();
    if (in != null) {
      in.setReadListener(this);
    }
  }

  @Override
  public void onDataAvailable() {
    Runnable then = () -> {};
    synchronized (this) {
      ServletInputStream in = Objects.requireNonNull(input);
      byte[] piece = new byte[PIECE];
      try {
        while (!ended && in.isReady()) {
          int count = in.read(piece);
          if (count < 0) {
            break;
          }
          pace.received(count, owner.now());
          then = both(then, took(piece, count));
          left -= count;
          // The end is not asked for where it is known: Jetty holds the time until then against
          // the client, so that a pause of ours would be its fault.
          if (left == 0 && !ended) {
            then = both(then, finished());
          }
        }
      } catch (IOException | RuntimeException failure) {
        then = both(then, failed(brokenOff(failure)));
      }
    }
    then.run();
  }

  @Override
  public void onAllDataRead() {
    Runnable then = () -> {};
    synchronized (this) {
      if (!ended) {
        then = finished();
      }
    }
    then.run();
  }

  @Override
  public void onError(Throwable failure) {
    Runnable then;
    synchronized (this) {
      then = failed(brokenOff(failure));
    }
    then.run();
  }

  /** Looks whether the client is too slow. */
  void tick(long now) {
    Runnable then = () -> {};
    synchronized (this) {
      if (ended) {
        return;
      }
      if (pace.isTooSlow(now)) {
        then =
            failed(
                AppError.of(
                    "api.context.request_timeout.app_error",
                    "the body of the request comes too slowly, or not at all",
                    408));
      } else if (!slow && pace.isSlow(now)) {
        slow = owner.admission().slow(address);
        if (!slow) {
          then =
              failed(
                  AppError.of(
                      "api.context.too_many_bodies.app_error",
                      "too many requests of this address wait for their bodies; send them faster,"
                          + " or fewer at once",
                      429));
        }
      }
    }
    then.run();
  }

  private Runnable took(byte[] piece, int count) {
    came += count;
    Spool.Filling into = filling;
    if (into == null) {
      return came > most ? failed(brokenOff(null)) : () -> {};
    }
    if (came > most) {
      AppError error = Objects.requireNonNull(tooLarge);
      unwanted();
      return () -> result.completeExceptionally(error);
    }
    try {
      into.add(piece, count);
      return () -> {};
    } catch (IOException noRoom) {
      LOGGER.log(Level.WARNING, "the body of a request cannot be put aside: {0}", noRoom);
      unwanted();
      return () ->
          result.completeExceptionally(
              AppError.of(
                  "api.context.request_body_no_room.app_error",
                  "there is no room for the body of the request",
                  500));
    }
  }

  private void unwanted() {
    drop();
    most = owner.mostForgotten();
    came = 0;
    pace.unwanted(owner.now());
  }

  private void drop() {
    Spool.Filling dropped = filling;
    filling = null;
    if (dropped != null) {
      try {
        dropped.drop();
      } catch (IOException left) {
        LOGGER.log(Level.WARNING, "a temporary file is left: {0}", left);
      }
    }
  }

  private Runnable finished() {
    Spool.Filling into = filling;
    filling = null;
    over();
    if (into == null) {
      return () -> end.complete(null);
    }
    try {
      ReceivedBody body = into.done();
      return () -> {
        result.complete(body);
        end.complete(null);
      };
    } catch (IOException noRoom) {
      return failed(brokenOff(noRoom));
    }
  }

  private Runnable failed(AppError error) {
    broken = true;
    if (!ended) {
      over();
    }
    drop();
    return () -> {
      result.completeExceptionally(error);
      end.complete(null);
    };
  }

  private void over() {
    ended = true;
    owner.forget(this);
    if (slow) {
      slow = false;
      owner.admission().slowEnded(address);
    }
  }

  private static Runnable both(Runnable first, Runnable second) {
    return () -> {
      first.run();
      second.run();
    };
  }

  private static AppError brokenOff(@Nullable Throwable failure) {
    LOGGER.log(Level.DEBUG, "the body of a request breaks off", failure);
    return AppError.of(
        "api.context.request_broken_off.app_error", "the body of the request breaks off", 400);
  }
}
