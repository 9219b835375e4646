package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A request on its way from the client to a plugin. It is read as fast as the plugin takes it and
 * never waited for by a thread; what the plugin does not want is read and forgotten, up to a bound.
 */
final class RequestBody implements Flow.Publisher<ServeHttpRequest>, ReadListener {

  /** How large the pieces are at most; the contract's number. */
  static final int CHUNK = 1 << 16;

  private static final int DISCARDED_AT_ONCE = 1 << 13;

  private final HttpServletRequest request;
  private final Exchange exchange;
  private final long length;
  private final Turns turns = new Turns(this::turn);
  private final AtomicLong demand = new AtomicLong();

  // Told by other threads.
  private volatile @Nullable ServeHttpRequestInit given;
  private volatile Flow.@Nullable Subscriber<? super ServeHttpRequest> subscriber;
  private volatile @Nullable Throwable failure;
  private volatile boolean allRead;
  private volatile boolean unwanted;
  private volatile @Nullable Consumer<Bytes> prefetched;
  private volatile boolean waitingForClient;
  private volatile boolean awaited;
  private volatile boolean told;

  private volatile @Nullable ServletInputStream input;

  // Touched in turns only.
  private boolean begun;
  private boolean lastSent;
  private boolean ended;
  private long received;
  private long discarded;
  private byte[] kept = new byte[0];

  RequestBody(HttpServletRequest request, Exchange exchange) {
    this.request = request;
    this.exchange = exchange;
    length = request.getContentLengthLong();
    // In HTTP/2 only its end tells whether there is one.
    allRead =
        length == 0
            || (length < 0
                && request.getProtocol().startsWith("HTTP/1.")
                && request.getHeader("Transfer-Encoding") == null);
  }

  /** Begins to read; a client that waits for a go-ahead gets it. */
  void open() throws IOException {
    // What has no body is not read: Jetty takes the time until its end is noticed for the client's,
    // and would answer 408 on a busy machine.
    if (input == null && !allRead) {
      ServletInputStream opened = request.getInputStream();
      input = opened;
      opened.setReadListener(this);
    }
  }

  /** How many bytes the client has sent; exact once all has ended. */
  long received() {
    return received + discarded;
  }

  boolean isOpen() {
    return input != null;
  }

  /** Says what the first message tells; before anybody subscribes. */
  void begin(ServeHttpRequestInit init) {
    given = init;
  }

  /** Reads up to {@link #CHUNK} bytes ahead; they stay part of the body. */
  void prefetch(Consumer<Bytes> reader) {
    prefetched = reader;
    turns.take();
  }

  /** The plugin gets no more of it. */
  void discard() {
    unwanted = true;
    turns.take();
  }

  /** Whether there is something that the client ought to send and does not. */
  boolean waitsForClient() {
    return waitingForClient;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ServeHttpRequest> given) {
    Objects.requireNonNull(given, "subscriber");
    if (subscriber != null) {
      given.onSubscribe(new Demand());
      given.onError(new IllegalStateException("a request has one subscriber only"));
      return;
    }
    subscriber = given;
    given.onSubscribe(new Demand());
  }

  private final class Demand implements Flow.Subscription {
    @Override
    public void request(long n) {
      if (n <= 0) {
        failure = new IllegalArgumentException("a subscriber must ask for at least 1, not " + n);
      } else {
        demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
      }
      turns.take();
    }

    @Override
    public void cancel() {
      discard();
    }
  }

  @Override
  public void onDataAvailable() {
    told = true;
    awaited = false;
    turns.take();
  }

  @Override
  public void onAllDataRead() {
    allRead = true;
    turns.take();
  }

  @Override
  public void onError(Throwable problem) {
    failure = problem;
    turns.take();
  }

  private void turn() {
    try {
      if (failure != null) {
        fail(failure);
      } else if (unwanted) {
        forget();
      } else if (prefetched != null) {
        readAhead();
      } else if (given != null && subscriber != null) {
        send();
      }
    } catch (IOException | RuntimeException problem) {
      fail(problem);
    }
  }

  private void fail(Throwable problem) {
    if (ended) {
      return;
    }
    ended = true;
    waitingForClient = false;
    Flow.Subscriber<? super ServeHttpRequest> to = subscriber;
    if (to != null && !lastSent && !unwanted) {
      lastSent = true;
      to.onError(problem);
    }
    exchange.requestBroken(problem);
  }

  private void send() throws IOException {
    Flow.Subscriber<? super ServeHttpRequest> to = Objects.requireNonNull(subscriber);
    while (!lastSent && demand.get() > 0) {
      boolean first = !begun;
      // The go-ahead comes when the plugin has been called.
      boolean expected = first && exchange.expectsContinue() && !isOpen();
      if (!first) {
        open();
      }
      Piece piece = expected ? Piece.NONE : read();
      if (piece.isNothing() && !first) {
        return;
      }
      ServeHttpRequest.Builder message =
          ServeHttpRequest.builder().bodyChunk(piece.bytes()).bodyComplete(piece.last());
      if (first) {
        begun = true;
        ServeHttpRequestInit init = Objects.requireNonNull(given);
        given = init;
        boolean empty = piece.last() && piece.bytes().isEmpty() && init.contentLength() < 0;
        message.init(empty ? init.toBuilder().contentLength(0).build() : init);
      }
      demand.decrementAndGet();
      exchange.moved();
      lastSent = piece.last();
      to.onNext(message.build());
      if (lastSent) {
        to.onComplete();
      }
    }
    if (lastSent) {
      noteEnd();
    }
  }

  /**
   * Whether something can be read. Once it is known that nothing can, the server is not asked again
   * before it has told of something: what comes while it is asked would make it fail.
   */
  private boolean isReady(ServletInputStream in) {
    if (awaited) {
      return false;
    }
    // Before it is asked, as it may tell at once.
    awaited = true;
    boolean ready = false;
    try {
      ready = in.isReady();
    } catch (IllegalStateException comes) {
      if (told) {
        throw comes;
      }
      // It has asked itself when it got its listener, and is about to tell.
    }
    if (ready) {
      awaited = false;
    }
    return ready;
  }

  /** What can be read without waiting: at most a chunk. */
  private Piece read() throws IOException {
    if (kept.length > 0) {
      Bytes bytes = Bytes.owning(kept);
      kept = new byte[0];
      received += bytes.size();
      return new Piece(bytes, allRead);
    }
    if (allRead) {
      return new Piece(Bytes.EMPTY, true);
    }
    ServletInputStream in = Objects.requireNonNull(input);
    byte[] chunk = new byte[0];
    int filled = 0;
    boolean last = false;
    while (!last && (filled == 0 || filled < chunk.length)) {
      if (allRead) {
        last = true;
        break;
      }
      waitingForClient = true;
      if (!isReady(in)) {
        break;
      }
      waitingForClient = false;
      if (chunk.length == 0) {
        chunk =
            new byte[(int) (length < 0 ? CHUNK : Math.max(1, Math.min(CHUNK, length - received)))];
      }
      int count = in.read(chunk, filled, chunk.length - filled);
      if (count < 0) {
        allRead = true;
        last = true;
      } else {
        filled += count;
        last = isAll(received + filled);
      }
    }
    received += filled;
    return new Piece(
        Bytes.owning(filled == chunk.length ? chunk : Arrays.copyOf(chunk, filled)), last);
  }

  /** Whether so many bytes are the whole; its end is not asked for then, as it is not for none. */
  private boolean isAll(long bytes) {
    if (bytes == length) {
      allRead = true;
    }
    return allRead;
  }

  private record Piece(Bytes bytes, boolean last) {
    static final Piece NONE = new Piece(Bytes.EMPTY, false);

    boolean isNothing() {
      return bytes.isEmpty() && !last;
    }
  }

  private void readAhead() throws IOException {
    while (!allRead && kept.length < CHUNK) {
      ServletInputStream in = Objects.requireNonNull(input);
      waitingForClient = true;
      if (!isReady(in)) {
        return;
      }
      waitingForClient = false;
      byte[] more = new byte[Math.min(DISCARDED_AT_ONCE, CHUNK - kept.length)];
      int count = in.read(more);
      if (count < 0) {
        allRead = true;
      } else {
        int had = kept.length;
        kept = Arrays.copyOf(kept, had + count);
        System.arraycopy(more, 0, kept, had, count);
        isAll(kept.length);
        exchange.moved();
      }
    }
    Consumer<Bytes> reader = Objects.requireNonNull(prefetched);
    prefetched = null;
    reader.accept(Bytes.copyOf(kept));
  }

  private void forget() throws IOException {
    subscriber = null;
    lastSent = true;
    noteEnd();
  }

  /** Reads to the end, so that the connection can be used again. */
  private void noteEnd() throws IOException {
    if (ended) {
      return;
    }
    ServletInputStream in = input;
    byte[] waste = new byte[0];
    // Whoever waits for a go-ahead that has not come sends nothing.
    while (!allRead && in != null) {
      if (!isReady(in)) {
        return;
      }
      if (waste.length == 0) {
        waste = new byte[DISCARDED_AT_ONCE];
      }
      int count = in.read(waste);
      if (count < 0) {
        allRead = true;
      } else {
        discarded += count;
        isAll(received + discarded);
        if (discarded > exchange.mostDiscarded()) {
          break;
        }
      }
    }
    ended = true;
    waitingForClient = false;
    exchange.requestEnded();
  }
}
