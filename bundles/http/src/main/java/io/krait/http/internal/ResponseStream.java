package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.ServeHttpResponse;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An answer on its way from a plugin to the client. The plugin is asked for more as the client
 * takes what there is, and no thread ever waits. What has been written reaches the client when the
 * plugin has nothing more at hand, at the latest.
 */
final class ResponseStream implements Flow.Subscriber<ServeHttpResponse> {

  private static final System.Logger LOG = System.getLogger(ResponseStream.class.getName());

  /** How many messages may be on their way; a quarter of a mebibyte in chunks of usual size. */
  private static final int WINDOW = 4;

  /** How much is handed to the server at once. */
  private static final int PIECE = 1 << 16;

  /** What a plugin may still send of a body that is not wanted, before it is cut off. */
  private static final long MOST_UNWANTED = 1 << 20;

  private static final long UNKNOWN = -1;

  private final HttpServletResponse response;
  private final ServletOutputStream out;
  private final Exchange exchange;
  private final boolean head;
  private final boolean wantsChunks;
  private final int bufferSize;
  private final Turns turns = new Turns(this::turn);
  private final Queue<ServeHttpResponse> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger credits = new AtomicInteger();

  // Told by other threads.
  private volatile Flow.@Nullable Subscription subscription;
  private volatile boolean cancelled;
  private volatile boolean completeSeen;
  private volatile boolean upstreamDone;
  private volatile @Nullable Throwable upstreamFailure;
  private volatile @Nullable HostError replacement;
  private volatile @Nullable String broken;
  private volatile boolean possible;
  private volatile boolean closed;

  // Written in turns only.
  private volatile boolean begun;
  private volatile boolean ended;
  private boolean bodyAllowed = true;
  private boolean flushAsked;
  private boolean unflushed;
  private long declared = UNKNOWN;
  private long written;
  private @Nullable ServeHttpResponse own;
  private @Nullable Bytes current;
  private int currentFrom;
  private int currentEnd;
  private boolean currentFlush;
  private boolean currentLast;

  // Touched by the plugin's signals only, which come one after the other.
  private long unwanted;

  ResponseStream(
      HttpServletResponse response,
      ServletOutputStream out,
      boolean head,
      boolean wantsChunks,
      Exchange exchange) {
    this.response = response;
    this.out = out;
    this.head = head;
    this.wantsChunks = wantsChunks;
    this.exchange = exchange;
    bufferSize = response.getBufferSize();
  }

  /** Sends an error of the host in place of an answer; one that has begun is broken off. */
  void answer(HostError error) {
    replacement = error;
    turns.take();
  }

  /** Lets the client see that the answer is not whole. */
  void breakOff(String reason) {
    broken = reason;
    turns.take();
  }

  /** Writes nothing more: the server may use its objects for another request by now. */
  void close() {
    closed = true;
    cancelCall();
  }

  /** How many bytes of the body have been handed to the server; exact once all has ended. */
  long written() {
    return written;
  }

  /** Whether an answer is on its way. */
  boolean hasBegun() {
    return begun;
  }

  /** Wants no more of the plugin. */
  void cancelCall() {
    cancelled = true;
    Flow.Subscription from = subscription;
    if (from != null) {
      from.cancel();
    }
    exchange.callEnded();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (cancelled) {
      given.cancel();
    } else {
      ask(WINDOW);
    }
  }

  private void ask(int messages) {
    Flow.Subscription from = subscription;
    if (from != null && !upstreamDone && !cancelled) {
      credits.addAndGet(messages);
      from.request(messages);
    }
  }

  @Override
  public void onNext(ServeHttpResponse message) {
    Objects.requireNonNull(message, "message");
    exchange.moved();
    if (credits.decrementAndGet() < 0) {
      upstreamFailure = new IllegalStateException("it has sent more than it was asked for");
      cancelCall();
      turns.take();
    } else if (completeSeen || ended || closed) {
      // A plugin that goes on and on is cut off.
      unwanted += message.bodyChunk().size() + 1L;
      if (unwanted > MOST_UNWANTED) {
        cancelCall();
      } else {
        ask(1);
      }
    } else {
      waiting.add(message);
      completeSeen = message.bodyComplete();
      turns.take();
    }
  }

  @Override
  public void onError(Throwable problem) {
    Objects.requireNonNull(problem, "problem");
    upstreamFailure = problem;
    upstreamDone = true;
    exchange.callEnded();
    turns.take();
  }

  @Override
  public void onComplete() {
    upstreamDone = true;
    exchange.callEnded();
    turns.take();
  }

  /** The client takes more. */
  void writePossible() {
    possible = true;
    turns.take();
  }

  private void turn() {
    try {
      boolean more = !ended && !closed;
      while (more) {
        more = step() && !ended && !closed;
      }
    } catch (IOException | RuntimeException problem) {
      ended = true;
      exchange.clientLost(problem);
    }
  }

  /** Does the next thing that can be done without waiting; false where there is none. */
  private boolean step() throws IOException {
    if (broken != null) {
      abort(broken);
      return false;
    }
    if (replacement != null) {
      replaceBy(replacement);
      return true;
    }
    // Looked at first: whoever sees the end then sees all that came before it, such as a failure.
    boolean noMore = upstreamDone;
    Throwable failure = upstreamFailure;
    if (failure != null && !completeSeen) {
      if (begun) {
        abort(failure);
        return false;
      }
      replaceBy(exchange.errorFor(failure));
      return true;
    }
    if (!possible || !out.isReady()) {
      return false;
    }
    if (flushAsked) {
      flush();
      return true;
    }
    if (current != null) {
      writePiece(current);
      return true;
    }
    ServeHttpResponse message = own == null ? waiting.poll() : own;
    if (message != null) {
      own = null;
      take(message);
      return true;
    }
    if (noMore) {
      if (begun) {
        finish();
      } else {
        replaceBy(HostError.badGateway("the plugin has sent no answer"));
      }
      return true;
    }
    if (unflushed) {
      flush();
      return true;
    }
    return false;
  }

  private void flush() throws IOException {
    flushAsked = false;
    unflushed = false;
    out.flush();
  }

  private void replaceBy(HostError error) {
    replacement = null;
    upstreamFailure = null;
    cancelCall();
    if (begun) {
      abort(error.message());
      return;
    }
    completeSeen = true;
    own = error.answer(exchange.requestId());
  }

  private void take(ServeHttpResponse message) throws IOException {
    currentLast = message.bodyComplete();
    currentFlush = message.flush();
    if (!begun && !begin(message)) {
      return;
    }
    if (!bodyAllowed) {
      finish();
      return;
    }
    Bytes chunk = message.bodyChunk();
    currentFrom = 0;
    currentEnd = chunk.size();
    if (declared >= 0 && currentEnd > declared - written) {
      LOG.log(
          Level.WARNING,
          "{0}: the answer is longer than its Content-Length and cut off",
          exchange.name());
      currentEnd = (int) (declared - written);
      currentLast = true;
    }
    if (currentEnd > 0) {
      current = chunk;
    } else {
      taken();
    }
  }

  /** Says status and headers; false where they cannot be sent, and an error takes their place. */
  private boolean begin(ServeHttpResponse first) {
    ResponseHead begin;
    try {
      begin =
          first.init().isPresent()
              ? ResponseHead.of(
                  first.init().get(),
                  exchange.maxHeaderBytes(),
                  exchange.cookies(),
                  exchange.name())
              : bare();
    } catch (RefusedException refused) {
      replaceBy(refused.error());
      return false;
    }
    begun = true;
    unflushed = true;
    bodyAllowed = !head && begin.allowsBody();
    begin.writeTo(response);
    declared = begin.contentLength();
    int size = first.bodyChunk().size();
    if (declared == UNKNOWN && first.bodyComplete() && (bodyAllowed || (head && size > 0))) {
      declared = size;
    }
    if (declared >= 0 && begin.mayTellLength()) {
      response.setContentLengthLong(declared);
    } else if (bodyAllowed && wantsChunks) {
      response.setHeader("Transfer-Encoding", "chunked");
    }
    return true;
  }

  private ResponseHead bare() {
    LOG.log(
        Level.WARNING,
        "{0}: the answer begins without status and headers; it gets status 200",
        exchange.name());
    return ResponseHead.BARE;
  }

  private void writePiece(Bytes chunk) throws IOException {
    int from = currentFrom;
    int size = Math.min(currentEnd - from, PIECE);
    currentFrom = from + size;
    written += size;
    // What is as large as the server's buffer passes it by.
    unflushed = size < bufferSize;
    chunk.writeTo(out, from, size);
    exchange.moved();
    if (currentFrom == currentEnd) {
      current = null;
      taken();
    }
  }

  private void taken() throws IOException {
    if (currentLast || (declared >= 0 && written == declared)) {
      finish();
    } else {
      flushAsked = currentFlush;
      ask(1);
    }
  }

  private void finish() throws IOException {
    if (bodyAllowed && written < declared) {
      abort("the plugin has sent %d of %d bytes".formatted(written, declared));
      return;
    }
    ended = true;
    waiting.clear();
    out.close();
    exchange.responseEnded();
    // For what may still come of an answer that is not wanted, or that has ended.
    ask(1);
  }

  private void abort(Throwable failure) {
    if (HostError.isOfAStop(failure)) {
      abort(Level.INFO, "the plugin was stopped meanwhile");
    } else {
      abort("the plugin has failed: " + failure.getMessage());
    }
  }

  private void abort(String reason) {
    abort(Level.WARNING, reason);
  }

  private void abort(Level level, String reason) {
    ended = true;
    waiting.clear();
    cancelCall();
    exchange.abort(level, reason);
  }
}
